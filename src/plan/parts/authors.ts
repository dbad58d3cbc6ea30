import type { Article, Author } from "../../parse/parse.ts";
import { type Address, toAbsoluteUrl } from "../../values/address.ts";
import type { Slug } from "../../values/slug.ts";
import { normalizeWebUrl } from "../../values/web-url.ts";
import { enumerateTexts } from "../../words/words.ts";
import type { ArticleView } from "../views/page.ts";
import { buildAddress } from "./addresses.ts";
import type { PlanContext } from "./context.ts";

/** An author as the pages of one language show it. */
export interface ArticleAuthor {
  readonly slug: Slug;
  readonly name: string;
  readonly address: Address;
  readonly url: string;
  readonly fediverse: string | undefined;
}

/** Lists the authors of an article, under their names in the context's language. */
export function listAuthors(context: PlanContext, { authors }: Article): readonly ArticleAuthor[] {
  return authors.map(({ slug, name }) => {
    const author = context.listedAuthors.get(slug);
    const address = buildAddress(context, "authors", slug);
    return {
      slug,
      name: author?.title[context.language] ?? name,
      address,
      url: toAbsoluteUrl(context.site.url, address),
      fediverse: author?.fediverse,
    };
  });
}

/** Creates the byline of an article: "By", then the names of its authors and what stands between them. */
export function createByline(context: PlanContext, article: Article): ArticleView["byline"] {
  const authors = listAuthors(context, article);
  if (authors.length === 0) return [];
  const names = authors.map(({ name }) => name);
  return [
    { text: `${context.words.by} `, author: undefined },
    ...enumerateTexts(context.language, names).map(({ text, index }) => ({
      text,
      author: index === undefined ? undefined : authors[index]?.address,
    })),
  ];
}

/** Formats the byline of an article as text: "By Anna Example and Boris Example". undefined if nobody is named. */
export function formatByline(context: PlanContext, article: Article): string | undefined {
  return article.authors.length === 0
    ? undefined
    : createByline(context, article)
        .map(({ text }) => text)
        .join("");
}

/** Creates the https://schema.org/Person of an author, as far as the page of an article needs it. */
export function createPersonSchema(
  { language, listedAuthors }: PlanContext,
  { slug, name, url }: Pick<ArticleAuthor, "slug" | "name" | "url">,
): Readonly<Record<string, unknown>> {
  const author = listedAuthors.get(slug);
  return { "@type": "Person", name, url, jobTitle: author?.role?.[language], sameAs: author && listLinks(author) };
}

function listLinks({ links }: Author): readonly string[] | undefined {
  return links.length > 0 ? links.map(normalizeWebUrl) : undefined;
}

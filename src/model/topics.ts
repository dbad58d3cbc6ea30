import type { Article, Name, Term } from "../parse/parse.ts";
import type { Slug } from "../values/slug.ts";
import { groupedByEach } from "./grouped.ts";

/** A tag or storyline with its articles, newest first. */
export interface Topic {
  readonly term: Term;
  readonly articles: readonly Article[];
}

/** A person or a place with the articles that name it, newest first. */
export interface Named extends Name {
  readonly articles: readonly Article[];
}

/** The terms that have an article, in their own order, each with its articles in the order given. */
export function topicsOf(
  terms: readonly Term[],
  articles: readonly Article[],
  slugsOf: (article: Article) => readonly Slug[],
): readonly Topic[] {
  const bySlug = groupedByEach(articles, slugsOf);
  return terms.flatMap((term) => {
    const ofTerm = bySlug.get(term.slug);
    return ofTerm ? [{ term, articles: ofTerm }] : [];
  });
}

/** People or places by slug, each under the name that its newest article uses. */
export function namedIn(
  articles: readonly Article[],
  namesOf: (article: Article) => readonly Name[],
): readonly Named[] {
  const names = new Map<Slug, string>();
  for (const article of articles) {
    for (const { slug, name } of namesOf(article)) if (!names.has(slug)) names.set(slug, name);
  }
  const bySlug = groupedByEach(articles, (article) => namesOf(article).map(({ slug }) => slug));
  return [...bySlug]
    .map(([slug, ofName]) => ({ slug, name: names.get(slug) ?? slug, articles: ofName }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

import { inQuotes } from "../../values/problem.ts";
import type { Article, Name } from "../article.ts";
import { resolveAuthor } from "../settings/known-terms.ts";
import type { ArticleInput } from "./input.ts";

/** Resolves the authors of an article, without duplicates. Nobody is named in a site whose policy is to name nobody. */
export function resolveAuthors(input: ArticleInput): Pick<Article, "authors" | "hasOwnAuthors"> {
  return { authors: resolveNamedAuthors(input), hasOwnAuthors: input.written.authors !== undefined };
}

function resolveNamedAuthors({ written, context, collector }: ArticleInput): readonly Name[] {
  const [firstName] = written.authors ?? [];
  if (firstName !== undefined && context.site.byline === "none") {
    collector.report("authors", ["authors"], {
      what: `${inQuotes(firstName)} is named, but site.yaml says "byline: none".`,
      advice: "Remove the line, or remove byline from site.yaml.",
    });
    return [];
  }
  const authors = new Map<Name["slug"], Name>();
  for (const [i, name] of (written.authors ?? []).entries()) {
    const slug = resolveAuthor(name, context.authors);
    if (typeof slug !== "string") collector.report("authors", ["authors", i], slug);
    else if (!authors.has(slug)) authors.set(slug, { name: name.trim(), slug });
  }
  return [...authors.values()];
}

import type { Article } from "../parse/parse.ts";
import type { Instant } from "../values/instant.ts";
import { compareText } from "../values/memory/compare.ts";

/** Which articles a site shows: those that readers may see, or, in a preview for authors, all of them. */
export type Visibility = "published" | "everything";

/** Selects the articles that a site shows at `now`. */
export function selectVisible(now: Instant, visibility: Visibility, articles: readonly Article[]): readonly Article[] {
  return visibility === "everything" ? articles : publishedAt(now, articles);
}

/** Selects the articles that readers may see at `now`. All output is made from this list, so that no draft leaks. */
export function publishedAt(now: Instant, articles: readonly Article[]): readonly Article[] {
  return articles.filter((article) => !article.draft && article.date <= now);
}

/**
 * The order of every list of articles: by edition and then by time of publication, newest first; at the same moment by
 * address. The edition comes before the time, so that the articles of a month are adjacent in every list.
 */
export function compareNewestFirst(a: Article, b: Article): number {
  return compareText(b.day, a.day) || compareText(b.date, a.date) || compareText(a.address, b.address);
}

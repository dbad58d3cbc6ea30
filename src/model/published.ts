import type { Article } from "../parse/parse.ts";
import type { Instant } from "../values/instant.ts";
import { compare } from "../values/memory/compare.ts";

/** Which articles a site shows: those that its readers may see; or, in a preview for its authors, all of them. */
export type Shows = "published" | "everything";

/** The articles that a site shows at `now`. */
export function shownAt(now: Instant, shows: Shows, articles: readonly Article[]): readonly Article[] {
  return shows === "everything" ? articles : publishedAt(now, articles);
}

/** Keeps what readers may see at `now`. Everything published comes from this list, so that no output can leak the rest. */
export function publishedAt(now: Instant, articles: readonly Article[]): readonly Article[] {
  return articles.filter((article) => !article.draft && article.date <= now);
}

/**
 * The order of every list of articles: newest edition first, in it what came out last, and what came out at one moment
 * by address. The edition counts before the moment, so that a month's articles stand together in every list.
 */
export function newestFirst(a: Article, b: Article): number {
  return compare(b.day, a.day) || compare(b.date, a.date) || compare(a.address, b.address);
}

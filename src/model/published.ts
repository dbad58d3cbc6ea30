import type { Article } from "../parse/parse.ts";
import type { Instant } from "../values/instant.ts";

/** Keeps what readers may see at `now`. Everything published comes from this list, so that no output can leak the rest. */
export function publishedAt(now: Instant, articles: readonly Article[]): readonly Article[] {
  return articles.filter((article) => !article.draft && article.date <= now);
}

/** The order of every list of articles: newest first; what came out at one moment, by address. */
export function newestFirst(a: Article, b: Article): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.address < b.address ? -1 : a.address > b.address ? 1 : 0;
}

import type { Article } from "../parse/parse.ts";

/** The number of articles in a feed, and in each document of a feed archive, so that both have about the same size. */
export const articlesPerFeed = 50;

/**
 * Splits the articles of a month into the documents of a feed archive: parts of 50, starting at the oldest. Articles of
 * later editions are appended, so full parts do not change, even in the current month.
 *
 * @param newestFirst the articles, newest first
 * @returns each part oldest first; only the last may be short
 */
export function splitIntoFeedParts(newestFirst: readonly Article[]): readonly (readonly Article[])[] {
  const oldestFirst = [...newestFirst].reverse();
  return Array.from({ length: Math.ceil(oldestFirst.length / articlesPerFeed) }, (_, i) =>
    oldestFirst.slice(i * articlesPerFeed, (i + 1) * articlesPerFeed),
  );
}

import type { Article } from "../parse/parse.ts";

/** How many articles a feed holds, and each document of a feed's archive: one is as heavy as the other. */
export const articlesInAFeed = 50;

/**
 * A month's articles as feeds archive them: in parts of fifty, counted from the oldest, of which only the last may be
 * short. What later editions bring goes behind, so that full parts stay as they are, even while their month goes on.
 *
 * @param newestFirst as every list of articles is ordered
 */
export function feedParts(newestFirst: readonly Article[]): readonly (readonly Article[])[] {
  const oldestFirst = [...newestFirst].reverse();
  return Array.from({ length: Math.ceil(oldestFirst.length / articlesInAFeed) }, (_, i) =>
    oldestFirst.slice(i * articlesInAFeed, (i + 1) * articlesInAFeed),
  );
}

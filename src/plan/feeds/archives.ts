import { articlesPerFeed, splitIntoFeedParts } from "../../model/model.ts";
import type { Month } from "../../values/day.ts";
import { type PlanContext, readMonthInLanguage } from "../parts/context.ts";
import type { ArchivePart } from "./documents.ts";
import { createArticleItems, createEditionItem } from "./items.ts";

// A month is closed when a later month has an edition; this depends on the editions, not on the clock. The full parts
// of the open month are archived too, so that a feed of fifty articles and its archive together contain every article,
// however many are published in a month.

/** Plans the archive of the feed of all articles: parts of at most fifty articles, oldest first. */
export function planSiteArchive(context: PlanContext): readonly ArchivePart[] {
  return context.digest.months.flatMap(({ month, storyCount: stories, feedParts: hashes }) => {
    const fullParts = stories / articlesPerFeed;
    const length = isClosed(context, month) ? Math.ceil(fullParts) : Math.floor(fullParts);
    return Array.from({ length }, (_, i) => ({
      month,
      number: i + 1,
      inputs: hashes[i],
      items: () =>
        createArticleItems(context, splitIntoFeedParts(readMonthInLanguage(context, month).articles)[i] ?? []),
    }));
  });
}

/**
 * Plans the archive of the daily feed: one document per month, oldest first. No month has more editions than fit in
 * one.
 */
export function planDailyArchive(context: PlanContext): readonly ArchivePart[] {
  return context.digest.months
    .filter(({ month }) => isClosed(context, month))
    .map(({ month, hash: fingerprint }) => ({
      month,
      number: 1,
      inputs: fingerprint,
      items: () =>
        [...readMonthInLanguage(context, month).editions]
          .reverse()
          .map((edition) => createEditionItem(context, edition)),
    }));
}

function isClosed({ digest }: PlanContext, month: Month): boolean {
  return month !== digest.months.at(-1)?.month;
}

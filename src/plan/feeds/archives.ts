import type { FeedItem } from "../../feeds/feeds.ts";
import { articlesInAFeed, feedParts } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import type { Month } from "../../values/day.ts";
import { monthIn, type Setting } from "../parts/context.ts";
import type { ArchivePart } from "./documents.ts";
import { editionItem } from "./items.ts";

// A month is closed when a later one has an edition: that the editions tell, and no clock. Of the month that is still open
// the full parts are archived all the same, so that a feed of fifty and its archive hold every article between them,
// however many come out in a month.

/** Gives the item of an article. */
export type ItemOf = (article: Article) => FeedItem;

/** The archive of the feed of all articles. */
export function siteArchive(setting: Setting, itemOf: ItemOf): readonly ArchivePart[] {
  return setting.digest.months.flatMap(({ month, stories, feedParts: fingerprints }) => {
    const full = stories / articlesInAFeed;
    const length = isClosed(setting, month) ? Math.ceil(full) : Math.floor(full);
    return Array.from({ length }, (_, i) => ({
      month,
      number: i + 1,
      follows: fingerprints[i],
      items: () => (feedParts(monthIn(setting, month).articles)[i] ?? []).map(itemOf),
    }));
  });
}

/** The archive of the daily feed: no month has more editions than one document can hold. */
export function dailyArchive(setting: Setting): readonly ArchivePart[] {
  return setting.digest.months
    .filter(({ month }) => isClosed(setting, month))
    .map(({ month, fingerprint }) => ({
      month,
      number: 1,
      follows: fingerprint,
      items: () => monthIn(setting, month).editions.map((edition) => editionItem(setting, edition)),
    }));
}

function isClosed({ digest }: Setting, month: Month): boolean {
  return month !== digest.months.at(-1)?.month;
}

import type { Change } from "../model/model.ts";
import type { Article } from "../parse/parse.ts";
import { compare } from "../values/compare.ts";
import type { Month } from "../values/day.ts";
import type { Setting } from "./setting.ts";

/** What brings older articles of a feed back into it. */
export interface Returning {
  readonly setting: Setting;
  /** Whether an article that was changed belongs to the feed. */
  readonly isOwn: (change: Change) => boolean;
  /** The oldest month that its newest articles stand in. */
  readonly since: Month | undefined;
}

/**
 * What a feed holds: its newest articles, and those older ones that were updated, corrected or retracted since the oldest
 * of these came out, so that who read them before learns of it.
 *
 * @param newest its newest articles, newest first
 * @param most how many are the newest: fewer are all that there are
 */
export function withReturned(newest: readonly Article[], most: number, returning: Returning): readonly Article[] {
  const oldest = newest.at(-1);
  if (!oldest || newest.length < most) return newest;
  const there = new Set(newest.map(({ address }) => address));
  const returned = changesFor(returning)
    .filter(({ change: { at, address } }) => compare(at, oldest.day) >= 0 && !there.has(address))
    .slice(0, mostReturned);
  return [...newest, ...returned.map((each) => articleOf(returning, each))];
}

/** All that may return to a feed, by fingerprints: what `withReturned` adds follows from this and from the newest articles. */
export function returningPrints(returning: Returning): readonly string[] {
  return changesFor(returning).map(({ change: { fingerprint } }) => fingerprint);
}

interface ChangeIn {
  readonly month: Month;
  readonly change: Change;
}

// A correction of everything at once must not make a feed of thousands.
const mostReturned = 50;

function changesFor({ setting, isOwn, since }: Returning): readonly ChangeIn[] {
  if (since === undefined) return [];
  return setting.digest.months
    .flatMap(({ month, changes }) => changes.map((change) => ({ month, change })))
    .filter(({ change }) => compare(change.at, since) >= 0 && isOwn(change))
    .sort((a, b) => compare(b.change.at, a.change.at) || compare(a.change.address, b.change.address));
}

function articleOf({ setting: { archive, language } }: Returning, { month, change }: ChangeIn): Article {
  const own = archive.having(month, change.address).languages.find((each) => each.language === language);
  const article = own?.articles.find(({ address }) => address === change.address);
  if (!article) throw new Error(`Expected ${change.address} in ${month}.`);
  return article;
}

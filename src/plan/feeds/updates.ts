import type { Change, Edition } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import { type Day, type Month, monthOf } from "../../values/day.ts";
import { compare } from "../../values/memory/compare.ts";
import { monthIn, type Setting } from "../parts/context.ts";

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
  return [...newest, ...changedSince(oldest.day, returning, ({ change }) => !there.has(change.address))];
}

/**
 * What the daily feed holds: its newest editions, and those older ones of which a story was changed since the oldest of
 * these came out.
 *
 * @param newest its newest editions, oldest first
 */
export function withReturnedEditions(newest: readonly Edition[], returning: Returning): readonly Edition[] {
  const { setting } = returning;
  const oldest = newest[0];
  if (!oldest) return newest;
  const last = monthOf(oldest.day);
  const changed = changedSince(oldest.day, returning, ({ month }) => month <= last);
  const days = new Set(changed.map(({ day }) => day).filter((day) => day < oldest.day));
  return [...newest, ...[...days].map((day) => editionOn(setting, day))];
}

/** All that may return to a feed, by fingerprints: what `withReturned` adds follows from this and from the newest articles. */
export function returningPrints(returning: Returning): readonly string[] {
  return changesFor(returning).map(({ change: { fingerprint } }) => fingerprint);
}

interface ChangeIn {
  readonly month: Month;
  readonly change: Change;
}

function changedSince(day: Day, returning: Returning, isMissing: (change: ChangeIn) => boolean): readonly Article[] {
  return changesFor(returning)
    .filter((each) => compare(each.change.at, day) >= 0 && isMissing(each))
    .slice(0, mostReturned)
    .map((each) => articleOf(returning, each));
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

function editionOn(setting: Setting, day: Day): Edition {
  const edition = monthIn(setting, monthOf(day)).editions.find((each) => each.day === day);
  if (!edition) throw new Error(`Expected an edition on ${day}.`);
  return edition;
}

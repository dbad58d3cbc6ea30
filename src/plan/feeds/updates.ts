import type { ArticleUpdate, Edition } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import { type Day, type Month, toMonth } from "../../values/day.ts";
import { compareText } from "../../values/memory/compare.ts";
import { type PlanContext, readMonthInLanguage } from "../parts/context.ts";

/** How to find the older articles that return to a feed after a change. */
export interface FeedUpdates {
  readonly context: PlanContext;
  /** Whether a changed article belongs to the feed. */
  readonly belongsToFeed: (change: ArticleUpdate) => boolean;
  /** The oldest month among those of its newest articles; undefined if it has none. */
  readonly since: Month | undefined;
}

/**
 * Adds to the newest articles of a feed the older articles that were updated, corrected or retracted since the day of
 * the oldest of them, so that subscribers who have read these learn of the change.
 *
 * @param newest the newest articles of the feed, newest first
 * @param limit the maximum length of `newest`; if it has fewer articles, the feed has no older ones
 * @returns `newest`, then at most 50 older articles, latest change first
 */
export function withUpdated(newest: readonly Article[], limit: number, updates: FeedUpdates): readonly Article[] {
  const oldest = newest.at(-1);
  if (!oldest || newest.length < limit) return newest;
  const newestAddresses = new Set(newest.map(({ address }) => address));
  return [...newest, ...findChangedArticles(oldest.day, updates, ({ change }) => !newestAddresses.has(change.address))];
}

/**
 * Adds to the newest editions of the daily feed the older editions with an article that was changed since the day of
 * the oldest of them.
 *
 * @param newest the newest editions, newest first
 * @returns `newest`, then the older editions, newest first
 */
export function withUpdatedEditions(newest: readonly Edition[], updates: FeedUpdates): readonly Edition[] {
  const { context } = updates;
  const oldest = newest.at(-1);
  if (!oldest) return newest;
  const oldestMonth = toMonth(oldest.day);
  const changed = findChangedArticles(oldest.day, updates, ({ month }) => month <= oldestMonth);
  const days = new Set(changed.map(({ day }) => day).filter((day) => day < oldest.day));
  return [...newest, ...[...days].sort((a, b) => compareText(b, a)).map((day) => getEdition(context, day))];
}

/**
 * Lists the hashes of all changed articles that may return to a feed. They and the newest articles determine what
 * `withUpdated` and `withUpdatedEditions` add, so they belong to the feed's cache inputs.
 */
export function listUpdateHashes(updates: FeedUpdates): readonly string[] {
  return listFeedChanges(updates).map(({ change: { hash: fingerprint } }) => fingerprint);
}

interface MonthChange {
  readonly month: Month;
  readonly change: ArticleUpdate;
}

function findChangedArticles(
  day: Day,
  updates: FeedUpdates,
  isMissing: (change: MonthChange) => boolean,
): readonly Article[] {
  return listFeedChanges(updates)
    .filter((monthChange) => compareText(monthChange.change.at, day) >= 0 && isMissing(monthChange))
    .slice(0, maxUpdatedArticles)
    .map((monthChange) => getChangedArticle(updates, monthChange));
}

// A correction of all articles at once must not produce a feed of thousands.
const maxUpdatedArticles = 50;

function listFeedChanges({ context, belongsToFeed, since }: FeedUpdates): readonly MonthChange[] {
  if (since === undefined) return [];
  // The sort is stable: articles that changed at the same moment keep the order of their editions, newest first.
  return [...context.digest.months]
    .reverse()
    .flatMap(({ month, updates: changes }) => changes.map((change) => ({ month, change })))
    .filter(({ change }) => compareText(change.at, since) >= 0 && belongsToFeed(change))
    .sort((a, b) => compareText(b.change.at, a.change.at));
}

function getChangedArticle(
  { context: { monthReader: archive, language } }: FeedUpdates,
  { month, change }: MonthChange,
): Article {
  const monthContent = archive
    .readMonthWith(month, change.address)
    .languages.find((content) => content.language === language);
  const article = monthContent?.articles.find(({ address }) => address === change.address);
  if (!article) throw new Error(`Expected ${change.address} in ${month}.`);
  return article;
}

function getEdition(context: PlanContext, day: Day): Edition {
  const edition = readMonthInLanguage(context, toMonth(day)).editions.find((edition) => edition.day === day);
  if (!edition) throw new Error(`Expected an edition on ${day}.`);
  return edition;
}

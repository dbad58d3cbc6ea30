import { groupByTopic, type Topic } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import { type Address, toNumberedAddress } from "../../values/address.ts";
import type { Language } from "../../values/language.ts";
import { buildAddress } from "../parts/addresses.ts";
import { findLanguages, type PlanContext } from "../parts/context.ts";
import { createSitemapEntry } from "../parts/frame.ts";
import { createUnit, type PlanUnit } from "../parts/unit.ts";
import type { PagerView } from "../views/list-views.ts";
import type { Page } from "../views/page.ts";

/** One page of a long list: its items from `start` to `end` (exclusive), counted from the oldest, from 0. */
export interface ListPage {
  readonly address: Address;
  readonly pager: PagerView;
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a list into pages. Pages are numbered from the oldest, so that a full page never changes again. The newest
 * page has no number; its address is that of the list. A newest page with fewer than ten items would look empty, so
 * until there are ten they are shown together with the items of the last full page.
 *
 * @param folder the address of the list
 * @param pageSize items on a full page, at least 1
 * @returns oldest page first; one empty page if there are no items
 */
export function paginateFromOldest(folder: Address, itemCount: number, pageSize: number): readonly ListPage[] {
  const remainder = itemCount % pageSize;
  const fullPages = Math.floor(itemCount / pageSize);
  const numberedPages = Math.max(0, remainder >= minOnNewestPage ? fullPages : fullPages - 1);
  const getAddress = (number: number) => (number > numberedPages ? folder : toNumberedAddress(folder, number));
  return Array.from({ length: numberedPages + 1 }, (_, i) => ({
    address: getAddress(i + 1),
    pager: {
      number: i < numberedPages ? i + 1 : undefined,
      newer: i < numberedPages ? getAddress(i + 2) : undefined,
      older: i > 0 ? getAddress(i) : undefined,
    },
    start: i * pageSize,
    end: i < numberedPages ? (i + 1) * pageSize : itemCount,
  }));
}

const minOnNewestPage = 10;

/** A page of a topic, and the languages that have it: only the newest page of a list has translations. */
export interface TopicPage extends ListPage {
  readonly languages: readonly Language[];
}

/** Plans a unit for each page of a topic's articles. Its inputs are only the months that contain these articles. */
export function planTopicPages(
  context: PlanContext,
  topic: Topic,
  pageSize: number,
  createPage: (page: TopicPage, newestFirst: readonly Article[]) => Page,
): readonly PlanUnit[] {
  const { kind, slug, title, description, months } = topic;
  const folder = buildAddress(context, kind, slug);
  const languagesWithTopic = findLanguages(context, ({ topics }) => topics[kind].some((other) => other.slug === slug));
  return paginateFromOldest(folder, topic.count, pageSize).map((page) => {
    const languages = page.pager.number === undefined ? languagesWithTopic : [context.language];
    const monthRanges = findMonths(months, page.start, page.end);
    return createUnit(
      folder,
      page.address,
      [title, description, page, languages, monthRanges],
      () => [createPage({ ...page, languages }, readArticlesBetween(context, topic, page.start, page.end))],
      [createSitemapEntry(context, page.address, languages)],
    );
  });
}

/** Reads the newest articles of a topic, at most `maxCount`, newest first. */
export function readNewestArticles(context: PlanContext, topic: Topic, maxCount: number): readonly Article[] {
  return readArticlesBetween(context, topic, Math.max(0, topic.count - maxCount), topic.count);
}

/** Lists the months that contain the newest `maxCount` articles of a topic, oldest first, with their hashes. */
export function findNewestTopicMonths({ months, count }: Topic, maxCount: number): readonly TopicMonth[] {
  return findMonths(months, Math.max(0, count - maxCount), count);
}

interface TopicMonth {
  readonly month: Topic["months"][number]["month"];
  readonly hash: string;
  /** Number of the topic's articles that are older than this month. */
  readonly olderCount: number;
  readonly count: number;
}

function findMonths(topicMonths: Topic["months"], start: number, end: number): readonly TopicMonth[] {
  let olderCount = 0;
  const months: TopicMonth[] = [];
  for (const { month, count, hash } of topicMonths) {
    if (olderCount < end && olderCount + count > start) months.push({ month, hash, olderCount, count });
    olderCount += count;
  }
  return months;
}

/**
 * Reads the articles of a topic from `start` (inclusive) to `end` (exclusive), counted from the oldest. Reads only the
 * months that contain them.
 *
 * @returns newest first
 */
function readArticlesBetween(context: PlanContext, topic: Topic, start: number, end: number): readonly Article[] {
  return findMonths(topic.months, start, end)
    .flatMap(({ month, olderCount, count }) => {
      const oldestFirst = readTopicArticles(context, topic, month);
      if (oldestFirst.length !== count) throw new Error(`Expected ${count} articles of ${topic.slug} in ${month}.`);
      return oldestFirst.slice(Math.max(0, start - olderCount), Math.max(0, end - olderCount));
    })
    .reverse();
}

function readTopicArticles(
  { monthReader, language }: PlanContext,
  { kind, slug }: Topic,
  month: TopicMonth["month"],
): readonly Article[] {
  const monthInLanguage = monthReader
    .readMonthWith(month, slug)
    .languages.find((candidate) => candidate.language === language);
  return monthInLanguage ? [...(groupByTopic(monthInLanguage)[kind].get(slug) ?? [])].reverse() : [];
}

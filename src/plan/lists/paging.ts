import { articlesByTopic, type Topic } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import type { Address } from "../../values/address.ts";
import type { Language } from "../../values/language.ts";
import { languagesWith, placeIn, type Setting } from "../parts/context.ts";
import { listedAt } from "../parts/frame.ts";
import { type Unit, unitOf } from "../parts/unit.ts";
import type { Pager } from "../views/list-views.ts";
import type { Page } from "../views/page.ts";

/** One page of a long list: which of its items it holds, counted from the oldest. */
export interface ListPage {
  readonly address: Address;
  readonly pager: Pager;
  readonly first: number;
  readonly end: number;
}

/**
 * The pages of a list of so many items. They are numbered from the oldest, so that a page once full never changes again;
 * the newest has no number and stands at the list's own address. A newest page of fewer than ten items would look bare,
 * so it keeps the full page before it until there are ten.
 *
 * @param size items on a full page, at least 1
 * @returns the oldest first; one page, an empty one, where there is no item
 */
export function pagesFromOldest(folder: Address, items: number, size: number): readonly ListPage[] {
  const rest = items % size;
  const whole = Math.floor(items / size);
  const numbered = Math.max(0, rest >= fewestOnNewest ? whole : whole - 1);
  const addressOf = (number: number) => (number > numbered ? folder : (`${folder}page/${number}/` as Address));
  return Array.from({ length: numbered + 1 }, (_, i) => ({
    address: addressOf(i + 1),
    pager: {
      number: i < numbered ? i + 1 : undefined,
      newer: i < numbered ? addressOf(i + 2) : undefined,
      older: i > 0 ? addressOf(i) : undefined,
    },
    first: i * size,
    end: i < numbered ? (i + 1) * size : items,
  }));
}

const fewestOnNewest = 10;

/** A page of a topic, and the languages that have it: only the newest page of a list has counterparts in others. */
export interface TopicPage extends ListPage {
  readonly languages: readonly Language[];
}

/** A unit for each page of a topic's articles. It follows from those months alone in which its articles came out. */
export function topicPages(
  setting: Setting,
  topic: Topic,
  size: number,
  planned: (page: TopicPage, newestFirst: readonly Article[]) => Page,
): readonly Unit[] {
  const { kind, slug, title, description, parts } = topic;
  const folder = placeIn(setting, kind, slug);
  const having = languagesWith(setting, ({ topics }) => topics[kind].some((other) => other.slug === slug));
  return pagesFromOldest(folder, topic.count, size).map((page) => {
    const languages = page.pager.number === undefined ? having : [setting.language];
    const overlap = partsBetween(parts, page.first, page.end);
    return unitOf(
      `${folder} ${page.address}`,
      [title, description, page, languages, overlap],
      () => [planned({ ...page, languages }, articlesBetween(setting, topic, page.first, page.end))],
      [listedAt(setting, page.address, languages)],
    );
  });
}

/** The newest articles of a topic, newest first. */
export function newestOf(setting: Setting, topic: Topic, most: number): readonly Article[] {
  return articlesBetween(setting, topic, Math.max(0, topic.count - most), topic.count);
}

/** The months that hold a topic's newest articles, oldest first, by their fingerprints. */
export function newestParts({ parts, count }: Topic, most: number): readonly PartBetween[] {
  return partsBetween(parts, Math.max(0, count - most), count);
}

interface PartBetween {
  readonly month: Topic["parts"][number]["month"];
  readonly fingerprint: string;
  /** How many of the topic's articles are older than this month. */
  readonly before: number;
  readonly count: number;
}

function partsBetween(parts: Topic["parts"], first: number, end: number): readonly PartBetween[] {
  let before = 0;
  const between: PartBetween[] = [];
  for (const { month, count, fingerprint } of parts) {
    if (before < end && before + count > first) between.push({ month, fingerprint, before, count });
    before += count;
  }
  return between;
}

/** A topic's articles from one place to another, counted from the oldest, newest first. Looks only into their months. */
function articlesBetween(setting: Setting, topic: Topic, first: number, end: number): readonly Article[] {
  return partsBetween(topic.parts, first, end)
    .flatMap(({ month, before, count }) => {
      const oldestFirst = articlesIn(setting, topic, month);
      if (oldestFirst.length !== count) throw new Error(`Expected ${count} articles of ${topic.slug} in ${month}.`);
      return oldestFirst.slice(Math.max(0, first - before), Math.max(0, end - before));
    })
    .reverse();
}

function articlesIn(
  { archive, language }: Setting,
  { kind, slug }: Topic,
  month: PartBetween["month"],
): readonly Article[] {
  const own = archive.having(month, slug).languages.find((each) => each.language === language);
  return own ? [...(articlesByTopic(own)[kind].get(slug) ?? [])].reverse() : [];
}

import type { Article, Correction } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import type { Day, Month } from "../values/day.ts";
import { epoch, findLatest, type Instant } from "../values/instant.ts";
import type { Language } from "../values/language.ts";
import type { Slug } from "../values/slug.ts";
import { splitIntoFeedParts } from "./feed-parts.ts";
import { groupByTopic, type MonthInLanguage } from "./month.ts";

/** A hash function that returns a short text. The caller passes it in, so that this folder does not depend on one. */
export type HashFunction = (text: string) => string;

/**
 * The facts about a month that pages of other months need. It takes a few hundred bytes for each day, so that an
 * archive of many years can be planned without reading its months.
 */
export interface MonthSummary {
  readonly month: Month;
  readonly language: Language;
  /** Of all articles and notes of the month. */
  readonly hash: string;
  /** Oldest first. */
  readonly editions: readonly EditionSummary[];
  readonly storyCount: number;
  /** The first and the last story of the month, in the reading order of its editions. */
  readonly first: StoryLink;
  readonly last: StoryLink;
  /** The latest publication or update of an article of the month. */
  readonly modified: Instant;
  readonly tags: readonly TopicInMonth[];
  readonly storylines: readonly StorylineInMonth[];
  readonly people: readonly TopicInMonth[];
  readonly places: readonly TopicInMonth[];
  readonly authors: readonly TopicInMonth[];
  /** Corrections and retractions, in reading order, the newest edition first. */
  readonly corrections: readonly { readonly article: StoryLink; readonly correction: Correction }[];
  /** A hash of each part of its articles in a feed archive (`splitIntoFeedParts`). */
  readonly feedParts: readonly string[];
  /** The articles that were updated, corrected or retracted after publication; in the same order. */
  readonly updates: readonly ArticleUpdate[];
}

/** The update of an article that puts it back into feeds, and the topics of those feeds. */
export interface ArticleUpdate {
  readonly address: Address;
  readonly at: Instant;
  readonly tags: readonly Slug[];
  readonly storyline: Slug | undefined;
  /** Of the whole article. */
  readonly hash: string;
}

/** The facts about an edition that lists of editions show. */
export interface EditionSummary {
  readonly day: Day;
  readonly leadTitle: string;
  readonly storyCount: number;
}

/** What a link to an article needs. */
export interface StoryLink {
  readonly title: string;
  readonly address: Address;
}

/** The articles of one topic in a month: their number and their hash. */
export interface TopicInMonth {
  readonly slug: Slug;
  /** The spelling in the newest article of the month; the slug of a tag or storyline. */
  readonly name: string;
  readonly count: number;
  readonly hash: string;
}

/** The articles of one storyline in a month. */
export interface StorylineInMonth extends TopicInMonth {
  /** Its first and last steps in the month, oldest first, at most `maxStepsAround` each: other months show them. */
  readonly opening: readonly StorylineStep[];
  readonly closing: readonly StorylineStep[];
}

/** An article as a step of a storyline. */
export interface StorylineStep extends StoryLink {
  readonly day: Day;
}

/** The maximum number of steps that a storyline strip shows before, or after, the current article. */
export const maxStepsAround = 4;

/** Summarizes a month in one language. Throws if the month has no article. */
export function summarizeMonth(month: Month, monthInLanguage: MonthInLanguage, hash: HashFunction): MonthSummary {
  const { language, editions, articles } = monthInLanguage;
  const hashes = new Map(articles.map((article) => [article, hash(JSON.stringify(article))]));
  const hashArticles = (group: readonly Article[]) => hash(group.map((article) => hashes.get(article)).join());
  const inReadingOrder = editions.flatMap((edition) => edition.articles);
  const newestEditionsFirst = [...editions].reverse().flatMap((edition) => edition.articles);
  const [first, last] = [inReadingOrder[0], inReadingOrder.at(-1)];
  if (!first || !last) throw new Error(`Expected an article in ${month}.`);
  const summarizeTopic = (slug: Slug, name: string, group: readonly Article[]) => ({
    slug,
    name,
    count: group.length,
    hash: hashArticles(group),
  });
  const byTopic = groupByTopic(monthInLanguage);
  const summarizeNames = (kind: "people" | "places" | "authors") =>
    [...byTopic[kind]].map(([slug, group]) =>
      summarizeTopic(slug, group[0]?.[kind].find((name) => name.slug === slug)?.name ?? slug, group),
    );
  return {
    month,
    language,
    hash: hash(JSON.stringify([hashArticles(inReadingOrder), editions.map(({ note }) => note)])),
    editions: editions.map((edition) => ({
      day: edition.day,
      leadTitle: edition.lead.title,
      storyCount: edition.articles.length,
    })),
    storyCount: articles.length,
    first: toStoryLink(first),
    last: toStoryLink(last),
    modified: findLatest(articles.map(getLastChange)) ?? epoch,
    tags: [...byTopic.tags].map(([slug, group]) => summarizeTopic(slug, slug, group)),
    storylines: summarizeStorylines(byTopic.storylines, summarizeTopic),
    people: summarizeNames("people"),
    places: summarizeNames("places"),
    authors: summarizeNames("authors"),
    corrections: newestEditionsFirst.flatMap((article) =>
      listCorrections(article).map((correction) => ({ article: toStoryLink(article), correction })),
    ),
    feedParts: splitIntoFeedParts(articles).map(hashArticles),
    updates: newestEditionsFirst.flatMap((article) => listUpdates(article, hashes.get(article) ?? "")),
  };
}

/** The time of the last change that readers can see: the update or correction, or else the publication. */
export function getLastChange({ date, updated }: Article): Instant {
  return updated ?? date;
}

function listCorrections({ corrections, retracted }: Article): readonly Correction[] {
  return retracted ? [...corrections, retracted] : corrections;
}

function listUpdates({ address, updated, tags, storyline }: Article, hash: string): readonly ArticleUpdate[] {
  return updated ? [{ address, at: updated, tags, storyline, hash }] : [];
}

function summarizeStorylines(
  storylines: ReadonlyMap<Slug, readonly Article[]>,
  summarizeTopic: (slug: Slug, name: string, group: readonly Article[]) => TopicInMonth,
): readonly StorylineInMonth[] {
  return [...storylines].map(([slug, group]) => {
    const steps = [...group].reverse().map((article) => ({ ...toStoryLink(article), day: article.day }));
    return {
      ...summarizeTopic(slug, slug, group),
      opening: steps.slice(0, maxStepsAround),
      closing: steps.slice(-maxStepsAround),
    };
  });
}

function toStoryLink({ title, address }: Article): StoryLink {
  return { title, address };
}

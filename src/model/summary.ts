import type { Article, Correction } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import type { Day, Month } from "../values/day.ts";
import { epoch, type Instant, latestOf } from "../values/instant.ts";
import type { Language } from "../values/language.ts";
import type { Slug } from "../values/slug.ts";
import { feedParts } from "./feed-parts.ts";
import { articlesByTopic, type MonthInLanguage } from "./month.ts";

/** A short text that differs where the given text differs: a hash. The edge supplies it. */
export type Fingerprint = (text: string) => string;

/**
 * What other pages need to know of a month without looking into it. A few hundred bytes a day, so that an archive of
 * many years can be planned without reading it.
 */
export interface MonthSummary {
  readonly month: Month;
  readonly language: Language;
  /** Of all that comes out in the month. */
  readonly fingerprint: string;
  /** Oldest first. */
  readonly editions: readonly EditionBrief[];
  readonly stories: number;
  /** The first and the last story as one reads the month's editions through. */
  readonly first: StoryLink;
  readonly last: StoryLink;
  /** When the newest of its articles came out or was last changed. */
  readonly modified: Instant;
  readonly tags: readonly TopicPart[];
  readonly storylines: readonly StorylinePart[];
  readonly people: readonly TopicPart[];
  readonly places: readonly TopicPart[];
  /** And retractions. */
  readonly corrections: readonly { readonly article: StoryLink; readonly correction: Correction }[];
  /** A fingerprint of each of the parts in which feeds archive its articles (`feedParts`). */
  readonly feedParts: readonly string[];
  /** Its articles that were updated, corrected or retracted after they came out. */
  readonly changes: readonly Change[];
}

/** An article that comes back to the feeds, and to which of them. */
export interface Change {
  readonly address: Address;
  readonly at: Instant;
  readonly tags: readonly Slug[];
  readonly storyline: Slug | undefined;
  /** Of the whole article. */
  readonly fingerprint: string;
}

export interface EditionBrief {
  readonly day: Day;
  readonly lead: string;
  readonly stories: number;
}

export interface StoryLink {
  readonly title: string;
  readonly address: Address;
}

/** How many articles a month adds to a topic, and a fingerprint of them. */
export interface TopicPart {
  readonly slug: Slug;
  /** As the month's newest article spells it; a tag or storyline by its slug. */
  readonly name: string;
  readonly count: number;
  readonly fingerprint: string;
}

export interface StorylinePart extends TopicPart {
  /** Its first and last few steps in the month, oldest first: what the neighbouring months show of it. */
  readonly opening: readonly Step[];
  readonly closing: readonly Step[];
}

/** An article as a storyline's step. */
export interface Step extends StoryLink {
  readonly day: Day;
}

/** How far a storyline's strip can reach beyond the article that it stands on. */
export const stepsAround = 4;

/** What the rest of the digest needs to know of a month in one language. */
export function summaryOf(month: Month, own: MonthInLanguage, hash: Fingerprint): MonthSummary {
  const { language, editions, articles } = own;
  const prints = new Map(articles.map((article) => [article, hash(JSON.stringify(article))]));
  const print = (some: readonly Article[]) => hash(some.map((article) => prints.get(article)).join());
  const inOrder = editions.flatMap((edition) => edition.articles);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) throw new Error(`Expected an article in ${month}.`);
  const part = (slug: Slug, name: string, some: readonly Article[]) => ({
    slug,
    name,
    count: some.length,
    fingerprint: print(some),
  });
  const byTopic = articlesByTopic(own);
  const named = (kind: "people" | "places") =>
    [...byTopic[kind]].map(([slug, some]) =>
      part(slug, some[0]?.[kind].find((name) => name.slug === slug)?.name ?? slug, some),
    );
  return {
    month,
    language,
    fingerprint: hash(JSON.stringify([print(inOrder), editions.map(({ note }) => note)])),
    editions: editions.map((edition) => ({
      day: edition.day,
      lead: edition.lead.title,
      stories: edition.articles.length,
    })),
    stories: articles.length,
    first: storyLink(first),
    last: storyLink(last),
    modified: latestOf(articles.map(lastChangeOf)) ?? epoch,
    tags: [...byTopic.tags].map(([slug, some]) => part(slug, slug, some)),
    storylines: storylineParts(byTopic.storylines, part),
    people: named("people"),
    places: named("places"),
    corrections: articles.flatMap((article) =>
      correctionsOf(article).map((correction) => ({ article: storyLink(article), correction })),
    ),
    feedParts: feedParts(articles).map(print),
    changes: articles.flatMap((article) => changeOf(article, prints.get(article) ?? "")),
  };
}

/** When an article last changed for its readers: when it was updated or corrected, else when it came out. */
export function lastChangeOf({ date, updated }: Article): Instant {
  return updated ?? date;
}

function correctionsOf({ corrections, retracted }: Article): readonly Correction[] {
  return retracted ? [...corrections, retracted] : corrections;
}

function changeOf({ address, updated, tags, storyline }: Article, fingerprint: string): readonly Change[] {
  return updated ? [{ address, at: updated, tags, storyline, fingerprint }] : [];
}

function storylineParts(
  storylines: ReadonlyMap<Slug, readonly Article[]>,
  part: (slug: Slug, name: string, some: readonly Article[]) => TopicPart,
): readonly StorylinePart[] {
  return [...storylines].map(([slug, some]) => {
    const steps = [...some].reverse().map((article) => ({ ...storyLink(article), day: article.day }));
    return { ...part(slug, slug, some), opening: steps.slice(0, stepsAround), closing: steps.slice(-stepsAround) };
  });
}

function storyLink({ title, address }: Article): StoryLink {
  return { title, address };
}

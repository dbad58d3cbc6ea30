import type { Article, Note, Site, Term } from "../parse/parse.ts";
import { type Month, monthOf } from "../values/day.ts";
import { type Language, languages } from "../values/language.ts";
import { groupedBy, groupedByEach } from "../values/memory/group-by.ts";
import type { Slug } from "../values/slug.ts";
import { type Edition, editionsOf } from "./editions.ts";
import { newestFirst } from "./published.ts";

/** All that comes out in one month: a pure function of the month's own articles and notes, and of nothing else. */
export interface MonthDigest {
  readonly month: Month;
  /** The languages in which something comes out. */
  readonly languages: readonly MonthInLanguage[];
}

export interface MonthInLanguage {
  readonly language: Language;
  /** Oldest first, at least one. */
  readonly editions: readonly Edition[];
  /** Newest first. */
  readonly articles: readonly Article[];
}

/** Texts by the month that they belong to, oldest month first. */
export function byMonth<T extends { readonly day: Article["day"] }>(
  texts: readonly T[],
): ReadonlyMap<Month, readonly T[]> {
  return new Map([...groupedBy(texts, ({ day }) => monthOf(day))].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * One month of the digest.
 *
 * @param articles those of the month that are shown, in all languages
 * @param notes those of the month, in all languages
 */
export function monthDigest(
  site: Site,
  tags: readonly Term[],
  month: Month,
  articles: readonly Article[],
  notes: readonly Note[],
): MonthDigest {
  const ordered = [...articles].sort(newestFirst);
  return {
    month,
    languages: languages.flatMap((language) => {
      const own = ordered.filter((article) => article.language === language);
      return own.length > 0
        ? [{ language, editions: editionsOf(site, language, tags, notes, own), articles: own }]
        : [];
    }),
  };
}

/** What articles can be listed by. */
export type TopicKind = "tags" | "storylines" | "people" | "places";

type ByTopic = { readonly [K in TopicKind]: ReadonlyMap<Slug, readonly Article[]> };

/** A month's articles by what they can be listed by, newest first. Found out once: every topic of the month asks for it. */
export function articlesByTopic(own: MonthInLanguage): ByTopic {
  const before = found.get(own);
  if (before) return before;
  const { articles } = own;
  const byTopic: ByTopic = {
    tags: groupedByEach(articles, ({ tags }) => tags),
    storylines: groupedByEach(articles, ({ storyline }) => (storyline ? [storyline] : [])),
    people: groupedByEach(articles, ({ people }) => people.map(({ slug }) => slug)),
    places: groupedByEach(articles, ({ places }) => places.map(({ slug }) => slug)),
  };
  found.set(own, byTopic);
  return byTopic;
}

const found = new WeakMap<MonthInLanguage, ByTopic>();

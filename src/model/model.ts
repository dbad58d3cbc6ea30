// In: the parsed content and the current time. Out: the digest that readers may see, month by month, and its summary.
import type { Author, PlainPage, PublishedFile, PublishedImage, SiteConfig, Term } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import type { Month } from "../values/day.ts";
import type { Instant } from "../values/instant.ts";
import { type Language, languages } from "../values/language.ts";
import type { Slug } from "../values/slug.ts";
import type { Edition } from "./editions.ts";
import { articlesPerFeed, splitIntoFeedParts } from "./feed-parts.ts";
import { buildMonthDigest, groupByTopic, type MonthDigest, type MonthInLanguage, type TopicKind } from "./month.ts";
import { createReadingOrder, listScheduledMoments, selectVisible, type Visibility } from "./published.ts";
import { mayShareSummary, mayShareText } from "./rights.ts";
import {
  type ArticleUpdate,
  getLastChange,
  type HashFunction,
  type MonthSummary,
  maxStepsAround,
  type StorylineStep,
  summarizeMonth,
} from "./summary.ts";
import { buildAuthorTopics, buildNameTopics, buildTermTopics, type Topic } from "./topics.ts";

export type {
  ArticleUpdate,
  Edition,
  HashFunction,
  MonthDigest,
  MonthInLanguage,
  MonthSummary,
  StorylineStep,
  Topic,
  TopicKind,
  Visibility,
};
export {
  articlesPerFeed,
  buildMonthDigest,
  createReadingOrder,
  getLastChange,
  groupByTopic,
  listScheduledMoments,
  maxStepsAround,
  mayShareSummary,
  mayShareText,
  selectVisible,
  splitIntoFeedParts,
  summarizeMonth,
};

/** The settings, the plain pages and the static files of the site: everything that does not belong to a day. */
export interface SiteSettings {
  readonly site: SiteConfig;
  readonly tags: readonly Term[];
  readonly storylines: readonly Term[];
  readonly authors: readonly Author[];
  readonly pages: readonly PlainPage[];
  readonly keptPictures: readonly PublishedImage[];
  readonly keptDocuments: readonly PublishedFile[];
  readonly staticFiles: readonly PublishedFile[];
}

/** The whole digest, as far as it is known without reading its months. */
export interface Digest {
  readonly now: Instant;
  readonly site: SiteConfig;
  readonly tags: readonly Term[];
  /** Those of authors.yaml. */
  readonly authors: readonly Author[];
  /** Pictures that are published whether or not a page shows them. */
  readonly keptPictures: readonly PublishedImage[];
  readonly keptDocuments: readonly PublishedFile[];
  /** The site's own language, and after it the other languages with at least one article. */
  readonly languages: readonly LanguageDigest[];
  readonly staticFiles: readonly PublishedFile[];
}

/** The digest in one language. */
export interface LanguageDigest {
  readonly language: Language;
  /** Oldest first; only months with at least one article. */
  readonly months: readonly MonthSummary[];
  /** Tags, storylines and listed authors in the order of their files; people, places and other authors by slug. */
  readonly topics: { readonly [K in TopicKind]: readonly Topic[] };
  readonly pages: readonly PlainPage[];
}

/** Reads the months of the digest. */
export interface MonthReader {
  readonly readMonth: (month: Month) => MonthDigest;
  /** The month with at least its articles that have this address, or a topic with this slug; others may be missing. */
  readonly readMonthWith: (month: Month, addressOrSlug: Address | Slug) => MonthDigest;
}

/**
 * Builds the digest from the summaries of its months.
 *
 * @param summaries one for each month and language, oldest month first
 */
export function buildDigest(now: Instant, settings: SiteSettings, summaries: readonly MonthSummary[]): Digest {
  const { site, tags, authors, keptPictures, keptDocuments, staticFiles } = settings;
  const usedLanguages = languages.filter((language) => summaries.some((summary) => summary.language === language));
  const orderedLanguages = [site.language, ...usedLanguages.filter((language) => language !== site.language)];
  return {
    now,
    site,
    tags,
    authors,
    keptPictures,
    keptDocuments,
    languages: orderedLanguages.map((language) => buildLanguageDigest(language, settings, summaries)),
    staticFiles,
  };
}

function buildLanguageDigest(
  language: Language,
  settings: SiteSettings,
  summaries: readonly MonthSummary[],
): LanguageDigest {
  const months = summaries.filter((summary) => summary.language === language);
  return {
    language,
    months,
    topics: {
      tags: buildTermTopics("tags", settings.tags, language, months),
      storylines: buildTermTopics("storylines", settings.storylines, language, months),
      people: buildNameTopics("people", months),
      places: buildNameTopics("places", months),
      authors: buildAuthorTopics(settings.authors, language, months),
    },
    pages: settings.pages.filter((page) => page.language === language),
  };
}

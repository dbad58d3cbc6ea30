// In: what authors wrote, and now. Out: the digest that readers may see, month by month, and what is known of it as a whole.
import type { Manuscript, PlainPage, Site, Term } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import type { Month } from "../values/day.ts";
import type { Instant } from "../values/instant.ts";
import { type Language, languages } from "../values/language.ts";
import type { Slug } from "../values/slug.ts";
import type { Edition } from "./editions.ts";
import { articlesInAFeed, feedParts } from "./feed-parts.ts";
import {
  articlesByTopic,
  byMonth,
  type MonthDigest,
  type MonthInLanguage,
  monthDigest,
  type TopicKind,
} from "./month.ts";
import { publishedAt, type Shows, shownAt } from "./published.ts";
import { sharesSummary, sharesText } from "./rights.ts";
import {
  type Change,
  type Fingerprint,
  lastChangeOf,
  type MonthSummary,
  type Step,
  stepsAround,
  summaryOf,
} from "./summary.ts";
import { nameTopics, type Topic, termTopics } from "./topics.ts";

export type { Change, Edition, Fingerprint, MonthDigest, MonthInLanguage, MonthSummary, Shows, Step, Topic, TopicKind };
export {
  articlesByTopic,
  articlesInAFeed,
  byMonth,
  feedParts,
  lastChangeOf,
  monthDigest,
  sharesSummary,
  sharesText,
  shownAt,
  stepsAround,
  summaryOf,
};

/** What the whole digest is published with. */
export type Masthead = Pick<Manuscript, "site" | "tags" | "storylines" | "pages">;

/** The digest as a whole: what is known of it without looking into its months. */
export interface Digest {
  readonly now: Instant;
  readonly site: Site;
  readonly tags: readonly Term[];
  /** Languages with at least one article; the site's own first, and always there. */
  readonly languages: readonly LanguageDigest[];
}

/** The digest in one language. */
export interface LanguageDigest {
  readonly language: Language;
  /** Oldest first; only months in which something came out. */
  readonly months: readonly MonthSummary[];
  /** Each kind in its own order: terms as their file has them, names by slug. */
  readonly topics: { readonly [K in TopicKind]: readonly Topic[] };
  readonly pages: readonly PlainPage[];
}

/** Looks into months. */
export interface Archive {
  readonly month: (month: Month) => MonthDigest;
  /** A month of which no article is needed but those that have an address, or a slug as a topic; others may be missing. */
  readonly having: (month: Month, addressOrSlug: Address | Slug) => MonthDigest;
}

/** What readers may see of a whole manuscript: its digest, and its months. */
export function digestAt(
  now: Instant,
  manuscript: Manuscript,
  hash: Fingerprint,
): { readonly digest: Digest; readonly archive: Archive } {
  const notes = byMonth(manuscript.notes);
  const months = [...byMonth(publishedAt(now, manuscript.articles))].map(([month, articles]) =>
    monthDigest(manuscript.site, manuscript.tags, month, articles, notes.get(month) ?? []),
  );
  const byName = new Map(months.map((digest) => [digest.month, digest]));
  const look = (month: Month): MonthDigest => {
    const digest = byName.get(month);
    if (!digest) throw new Error(`Expected something to come out in ${month}.`);
    return digest;
  };
  const summaries = months.flatMap((digest) => digest.languages.map((each) => summaryOf(digest.month, each, hash)));
  return { digest: digestOf(now, manuscript, summaries), archive: { month: look, having: look } };
}

/**
 * The digest as a whole, from what is known of its months.
 *
 * @param summaries one a month and language, oldest month first
 */
export function digestOf(now: Instant, masthead: Masthead, summaries: readonly MonthSummary[]): Digest {
  const { site, tags } = masthead;
  const spoken = languages.filter((language) => summaries.some((summary) => summary.language === language));
  const inOrder = [site.language, ...spoken.filter((language) => language !== site.language)];
  return { now, site, tags, languages: inOrder.map((language) => inLanguage(language, masthead, summaries)) };
}

function inLanguage(language: Language, masthead: Masthead, summaries: readonly MonthSummary[]): LanguageDigest {
  const months = summaries.filter((summary) => summary.language === language);
  return {
    language,
    months,
    topics: {
      tags: termTopics("tags", masthead.tags, language, months),
      storylines: termTopics("storylines", masthead.storylines, language, months),
      people: nameTopics("people", months),
      places: nameTopics("places", months),
    },
    pages: masthead.pages.filter((page) => page.language === language),
  };
}

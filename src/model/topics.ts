import type { Term } from "../parse/parse.ts";
import type { Month } from "../values/day.ts";
import type { Language } from "../values/language.ts";
import type { Slug } from "../values/slug.ts";
import type { TopicKind } from "./month.ts";
import type { MonthSummary, TopicInMonth } from "./summary.ts";

/** A tag, storyline, person, place or author with at least one article, and the months of its articles. */
export interface Topic {
  readonly kind: TopicKind;
  readonly slug: Slug;
  readonly title: string;
  readonly description: string | undefined;
  /** The old slugs and addresses of a tag, a storyline or a listed author. */
  readonly aliases: Term["aliases"];
  readonly count: number;
  /** Oldest month first; only months with an article. */
  readonly months: readonly { readonly month: Month; readonly count: number; readonly hash: string }[];
}

/** Builds the topics of the tags, storylines or listed authors that have an article, in the order of `terms`. */
export function buildTermTopics(
  kind: "tags" | "storylines" | "authors",
  terms: readonly Term[],
  language: Language,
  months: readonly MonthSummary[],
): readonly Topic[] {
  const topicsBySlug = groupTopicsBySlug(kind, months);
  return terms.flatMap((term) => {
    const inMonths = topicsBySlug.get(term.slug);
    return inMonths
      ? [buildTopic(kind, term.slug, term.title[language], inMonths, term.description?.[language], term.aliases)]
      : [];
  });
}

/** Builds the topics of people, places or authors, sorted by slug. Each has the name that its newest article uses. */
export function buildNameTopics(
  kind: "people" | "places" | "authors",
  months: readonly MonthSummary[],
): readonly Topic[] {
  return [...groupTopicsBySlug(kind, months)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([slug, inMonths]) => buildTopic(kind, slug, inMonths.at(-1)?.topic.name ?? slug, inMonths));
}

/**
 * Builds the topics of authors: those of authors.yaml in its order, then those whom only articles name, by slug.
 *
 * @param listedAuthors the authors of authors.yaml
 */
export function buildAuthorTopics(
  listedAuthors: readonly Term[],
  language: Language,
  months: readonly MonthSummary[],
): readonly Topic[] {
  const listedSlugs = new Set(listedAuthors.map(({ slug }) => slug));
  return [
    ...buildTermTopics("authors", listedAuthors, language, months),
    ...buildNameTopics("authors", months).filter(({ slug }) => !listedSlugs.has(slug)),
  ];
}

interface DatedTopic {
  readonly month: Month;
  readonly topic: TopicInMonth;
}

function groupTopicsBySlug(kind: TopicKind, months: readonly MonthSummary[]): ReadonlyMap<Slug, readonly DatedTopic[]> {
  const bySlug = new Map<Slug, DatedTopic[]>();
  for (const summary of months) {
    for (const topic of summary[kind]) {
      const inMonths = bySlug.get(topic.slug);
      if (inMonths) inMonths.push({ month: summary.month, topic });
      else bySlug.set(topic.slug, [{ month: summary.month, topic }]);
    }
  }
  return bySlug;
}

function buildTopic(
  kind: TopicKind,
  slug: Slug,
  title: string,
  inMonths: readonly DatedTopic[],
  description?: string,
  aliases: Topic["aliases"] = [],
): Topic {
  return {
    kind,
    slug,
    title,
    description,
    aliases,
    count: inMonths.reduce((total, { topic }) => total + topic.count, 0),
    months: inMonths.map(({ month, topic }) => ({ month, count: topic.count, hash: topic.hash })),
  };
}

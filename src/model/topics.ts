import type { Term } from "../parse/parse.ts";
import type { Month } from "../values/day.ts";
import type { Language } from "../values/language.ts";
import type { Slug } from "../values/slug.ts";
import type { TopicKind } from "./month.ts";
import type { MonthSummary, TopicPart } from "./summary.ts";

/** A tag, storyline, person or place that has an article, and in which months its articles stand. */
export interface Topic {
  readonly kind: TopicKind;
  readonly slug: Slug;
  readonly title: string;
  readonly description: string | undefined;
  readonly count: number;
  /** Oldest month first, none empty. */
  readonly parts: readonly { readonly month: Month; readonly count: number; readonly fingerprint: string }[];
}

/** The known terms that have an article, in their own order. */
export function termTopics(
  kind: "tags" | "storylines",
  terms: readonly Term[],
  language: Language,
  months: readonly MonthSummary[],
): readonly Topic[] {
  const parts = partsBySlug(kind, months);
  return terms.flatMap((term) => {
    const own = parts.get(term.slug);
    return own ? [topic(kind, term.slug, term.title[language], term.description?.[language], own)] : [];
  });
}

/** People or places by slug, each under the name that its newest article uses. */
export function nameTopics(kind: "people" | "places", months: readonly MonthSummary[]): readonly Topic[] {
  return [...partsBySlug(kind, months)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([slug, own]) => topic(kind, slug, own.at(-1)?.part.name ?? slug, undefined, own));
}

interface PartInMonth {
  readonly month: Month;
  readonly part: TopicPart;
}

function partsBySlug(kind: TopicKind, months: readonly MonthSummary[]): ReadonlyMap<Slug, readonly PartInMonth[]> {
  const bySlug = new Map<Slug, PartInMonth[]>();
  for (const summary of months) {
    for (const part of summary[kind]) {
      const own = bySlug.get(part.slug);
      if (own) own.push({ month: summary.month, part });
      else bySlug.set(part.slug, [{ month: summary.month, part }]);
    }
  }
  return bySlug;
}

function topic(
  kind: TopicKind,
  slug: Slug,
  title: string,
  description: string | undefined,
  own: readonly PartInMonth[],
): Topic {
  return {
    kind,
    slug,
    title,
    description,
    count: own.reduce((total, { part }) => total + part.count, 0),
    parts: own.map(({ month, part }) => ({ month, count: part.count, fingerprint: part.fingerprint })),
  };
}

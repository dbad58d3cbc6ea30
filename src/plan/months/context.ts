import {
  type LanguageDigest,
  type MonthDigest,
  type MonthInLanguage,
  type MonthSummary,
  maxStepsAround,
  type StorylineStep,
} from "../../model/model.ts";
import type { Day, Month } from "../../values/day.ts";
import type { Slug } from "../../values/slug.ts";
import { type PlanContext, readMonthInLanguage } from "../parts/context.ts";
import type { Link } from "../views/page.ts";

/** A month in one language with its articles: everything that its pages are planned from. */
export interface MonthPlan extends MonthContext {
  readonly content: MonthInLanguage;
  /** The same month in all languages. */
  readonly allLanguages: MonthDigest;
}

/** A month in one language without its articles: its summary, and what its pages show of other months. */
export interface MonthContext {
  readonly context: PlanContext;
  readonly summary: MonthSummary;
  readonly adjacent: AdjacentContent;
}

/** Everything that the pages of a month show of other months in the same language. */
export interface AdjacentContent {
  readonly previous: AdjacentEdition | undefined;
  readonly next: AdjacentEdition | undefined;
  /** For each storyline in the month, the steps just before and after the month, oldest first. */
  readonly storylines: Readonly<Record<Slug, AdjacentSteps>>;
}

/** The nearest edition outside a month, and the nearest story in it. */
export interface AdjacentEdition {
  readonly month: Month;
  readonly day: Day;
  readonly story: Link;
}

/** The steps of a storyline just before and just after a month, oldest first. */
export interface AdjacentSteps {
  readonly earlier: readonly StorylineStep[];
  readonly later: readonly StorylineStep[];
}

/** Lists the months of one language, oldest first. It reads no articles. */
export function listMonthContexts(context: PlanContext): readonly MonthContext[] {
  const { months } = context.digest;
  const steps = findAdjacentSteps(context.digest);
  return months.map((summary, i) => {
    const [previous, next] = [months[i - 1], months[i + 1]];
    const storylines = steps.get(summary.month) ?? {};
    return {
      context,
      summary,
      adjacent: { previous: getAdjacentEdition(previous, "last"), next: getAdjacentEdition(next, "first"), storylines },
    };
  });
}

/**
 * Reads the articles of a month.
 *
 * @throws if nothing is published in the month in this language
 */
export function readMonthPlan(monthContext: MonthContext): MonthPlan {
  const { context, summary } = monthContext;
  const content = readMonthInLanguage(context, summary.month);
  return { ...monthContext, content, allLanguages: context.monthReader.readMonth(summary.month) };
}

function getAdjacentEdition(summary: MonthSummary | undefined, side: "first" | "last"): AdjacentEdition | undefined {
  const edition = side === "first" ? summary?.editions[0] : summary?.editions.at(-1);
  return summary && edition && { month: summary.month, day: edition.day, story: summary[side] };
}

function findAdjacentSteps({ months }: LanguageDigest): ReadonlyMap<Month, AdjacentContent["storylines"]> {
  const earlier = collectSteps(months, (steps, part) => [...steps, ...part.closing].slice(-maxStepsAround));
  const later = collectSteps([...months].reverse(), (steps, part) =>
    [...part.opening, ...steps].slice(0, maxStepsAround),
  );
  return new Map(
    months.map(({ month, storylines }) => {
      const entries = storylines.map(({ slug }): [Slug, AdjacentSteps] => {
        const key = createStepKey(month, slug);
        return [slug, { earlier: earlier.get(key) ?? [], later: later.get(key) ?? [] }];
      });
      return [month, Object.fromEntries(entries)];
    }),
  );
}

/** Collects, for each month and storyline, the merged steps of the months that come earlier in `months`. */
function collectSteps(
  months: readonly MonthSummary[],
  mergeSteps: (steps: readonly StorylineStep[], part: MonthSummary["storylines"][number]) => readonly StorylineStep[],
): ReadonlyMap<string, readonly StorylineStep[]> {
  const stepsBySlug = new Map<Slug, readonly StorylineStep[]>();
  const earlierSteps = new Map<string, readonly StorylineStep[]>();
  for (const { month, storylines } of months) {
    for (const part of storylines) {
      const steps = stepsBySlug.get(part.slug) ?? [];
      earlierSteps.set(createStepKey(month, part.slug), steps);
      stepsBySlug.set(part.slug, mergeSteps(steps, part));
    }
  }
  return earlierSteps;
}

function createStepKey(month: Month, slug: Slug): string {
  return `${month} ${slug}`;
}

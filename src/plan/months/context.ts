import {
  type LanguageDigest,
  type MonthDigest,
  type MonthInLanguage,
  type MonthSummary,
  type Step,
  stepsAround,
} from "../../model/model.ts";
import type { Day, Month } from "../../values/day.ts";
import type { Slug } from "../../values/slug.ts";
import type { Setting } from "../parts/context.ts";
import type { Link } from "../views/page.ts";

/** A month in one language, with all that its pages are planned from. */
export interface MonthPlan extends PlacedMonth {
  readonly own: MonthInLanguage;
  /** The same month in all languages. */
  readonly whole: MonthDigest;
}

/** A month of which only the summary is known, and what stands around it. */
export interface PlacedMonth {
  readonly setting: Setting;
  readonly summary: MonthSummary;
  readonly around: Around;
}

/** What stands next to a month in one language: all that the month's pages show from beyond it. */
export interface Around {
  readonly before: Edge | undefined;
  readonly after: Edge | undefined;
  /** For each storyline in the month the steps just before and after it, oldest first. */
  readonly storylines: Readonly<Record<Slug, StepsAround>>;
}

/** The edition and the story that come next to a month. */
export interface Edge {
  readonly month: Month;
  readonly day: Day;
  readonly story: Link;
}

export interface StepsAround {
  readonly earlier: readonly Step[];
  readonly later: readonly Step[];
}

/** The months of one language, oldest first, each with what stands around it. */
export function placedMonths(setting: Setting): readonly PlacedMonth[] {
  const { months } = setting.digest;
  const steps = stepsAroundMonths(setting.digest);
  return months.map((summary, i) => {
    const [before, after] = [months[i - 1], months[i + 1]];
    const storylines = steps.get(summary.month) ?? {};
    return { setting, summary, around: { before: edge(before, "last"), after: edge(after, "first"), storylines } };
  });
}

/** A month with its articles: this looks into it. */
export function monthPlan(placed: PlacedMonth): MonthPlan {
  const { setting, summary } = placed;
  const whole = setting.archive.month(summary.month);
  const own = whole.languages.find(({ language }) => language === setting.language);
  if (!own) throw new Error(`Expected something in ${setting.language} in ${summary.month}.`);
  return { ...placed, own, whole };
}

function edge(summary: MonthSummary | undefined, side: "first" | "last"): Edge | undefined {
  const edition = side === "first" ? summary?.editions[0] : summary?.editions.at(-1);
  return summary && edition && { month: summary.month, day: edition.day, story: summary[side] };
}

function stepsAroundMonths({ months }: LanguageDigest): ReadonlyMap<Month, Around["storylines"]> {
  const earlier = stepsOnTheWay(months, (known, part) => [...known, ...part.closing].slice(-stepsAround));
  const later = stepsOnTheWay([...months].reverse(), (known, part) =>
    [...part.opening, ...known].slice(0, stepsAround),
  );
  return new Map(
    months.map(({ month, storylines }) => {
      const around = storylines.map(({ slug }): [Slug, StepsAround] => {
        const key = keyOf(month, slug);
        return [slug, { earlier: earlier.get(key) ?? [], later: later.get(key) ?? [] }];
      });
      return [month, Object.fromEntries(around)];
    }),
  );
}

/** For each month and storyline the steps that were met before it on the way through the months. */
function stepsOnTheWay(
  months: readonly MonthSummary[],
  joined: (known: readonly Step[], part: MonthSummary["storylines"][number]) => readonly Step[],
): ReadonlyMap<string, readonly Step[]> {
  const known = new Map<Slug, readonly Step[]>();
  const met = new Map<string, readonly Step[]>();
  for (const { month, storylines } of months) {
    for (const part of storylines) {
      const steps = known.get(part.slug) ?? [];
      met.set(keyOf(month, part.slug), steps);
      known.set(part.slug, joined(steps, part));
    }
  }
  return met;
}

function keyOf(month: Month, slug: Slug): string {
  return `${month} ${slug}`;
}

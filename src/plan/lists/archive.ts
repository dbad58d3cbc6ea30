import type { MonthSummary } from "../../model/model.ts";
import { formatMonthName, toYear, type Year } from "../../values/day.ts";
import { buildAddress, buildDateAddress } from "../parts/addresses.ts";
import { buildCalendar } from "../parts/calendar.ts";
import { findLanguages, type PlanContext } from "../parts/context.ts";
import { createFrame, createSitemapEntry } from "../parts/frame.ts";
import { createUnit, type PlanUnit } from "../parts/unit.ts";
import type { Link, Page } from "../views/page.ts";
import type { ArchiveView } from "../views/views.ts";

/** Plans a page for each year that has an edition, and the archive page with all years. */
export function planArchive(context: PlanContext): readonly PlanUnit[] {
  const years = groupByYear(context);
  const languages = findLanguages(context, () => true);
  const address = buildAddress(context, "archive");
  return [
    ...years.map((year, i) => planYear(context, year, years[i - 1], years[i + 1])),
    createUnit(
      address,
      undefined,
      createArchiveView(context, years),
      () => [createArchivePage(context, address, years)],
      [createSitemapEntry(context, address, languages)],
    ),
  ];
}

/** Creates the home page before the first edition: an empty archive. */
export function createEmptyHomePage(context: PlanContext): Page {
  return createArchivePage(context, context.siteFrame.home, groupByYear(context));
}

interface YearOfMonths {
  readonly year: Year;
  readonly months: readonly MonthSummary[];
}

function groupByYear({ digest }: PlanContext): readonly YearOfMonths[] {
  const years = [...new Set(digest.months.map(({ month }) => toYear(month)))];
  return years.map((year) => ({ year, months: digest.months.filter(({ month }) => toYear(month) === year) }));
}

function planYear(
  context: PlanContext,
  year: YearOfMonths,
  previousYear: YearOfMonths | undefined,
  nextYear: YearOfMonths | undefined,
): PlanUnit {
  const address = buildDateAddress(context, year.year);
  const languages = findLanguages(context, ({ months }) => months.some(({ month }) => toYear(month) === year.year));
  const calendars = year.months.map(({ month, editions }) => [month, editions]);
  const planPages = (): readonly Page[] => [
    {
      layout: "year",
      address,
      frame: createFrame(context, address, {
        title: year.year,
        description: context.words.aboutYear(year.year),
        languages,
      }),
      shows: {
        title: year.year,
        ...sumCounts(year.months),
        months: year.months.map((month) => ({
          calendar: buildCalendar(context, month, undefined),
          storyCount: month.storyCount,
        })),
        neighbours: {
          earlier: previousYear && createYearLink(context, previousYear),
          later: nextYear && createYearLink(context, nextYear),
        },
      },
    },
  ];
  const inputs = [calendars, previousYear?.year, nextYear?.year, languages];
  return createUnit(address, undefined, inputs, planPages, [createSitemapEntry(context, address, languages)]);
}

function createArchivePage(context: PlanContext, address: Page["address"], years: readonly YearOfMonths[]): Page {
  const languages = findLanguages(context, () => true);
  const title = context.words.archive;
  const frame = createFrame(context, address, { title, description: context.words.aboutArchive, languages });
  return { layout: "archive", address, frame, shows: createArchiveView(context, years) };
}

function createArchiveView(context: PlanContext, years: readonly YearOfMonths[]): ArchiveView {
  return {
    ...sumCounts(years.flatMap(({ months }) => months)),
    years: [...years].reverse().map((year) => ({
      ...createYearLink(context, year),
      storyCount: sumCounts(year.months).storyCount,
      months: year.months.map((summary) => ({
        title: formatMonthName(summary.month, context.language),
        address: buildDateAddress(context, summary.month),
        storyCount: summary.storyCount,
      })),
    })),
  };
}

function createYearLink(context: PlanContext, { year }: YearOfMonths): Link {
  return { title: year, address: buildDateAddress(context, year) };
}

function sumCounts(months: readonly MonthSummary[]): { readonly editionCount: number; readonly storyCount: number } {
  return {
    editionCount: months.reduce((total, { editions }) => total + editions.length, 0),
    storyCount: months.reduce((total, { storyCount: stories }) => total + stories, 0),
  };
}

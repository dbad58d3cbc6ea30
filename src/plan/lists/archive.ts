import type { MonthSummary } from "../../model/model.ts";
import { foldersOf, monthName, yearOf } from "../../values/day.ts";
import { calendarOf } from "../parts/calendar.ts";
import { languagesWith, placeIn, type Setting } from "../parts/context.ts";
import { framed, listedAt } from "../parts/frame.ts";
import { type Unit, unitOf } from "../parts/unit.ts";
import type { Link, Page } from "../views/page.ts";
import type { ArchiveView } from "../views/views.ts";

/** The way back: a page for each year with an edition, and one for all of them. */
export function archive(setting: Setting): readonly Unit[] {
  const years = yearsOf(setting);
  const all = languagesWith(setting, () => true);
  const address = placeIn(setting, "archive");
  return [
    ...years.map((year, i) => yearUnit(setting, year, years[i - 1], years[i + 1])),
    unitOf(address, shownIn(setting, years), () => [archivePage(setting, address, years)], [
      listedAt(setting, address, all),
    ]),
  ];
}

/** The archive as the home page: before the first edition it is all there is to show. */
export function emptyHomePage(setting: Setting): Page {
  return archivePage(setting, setting.frame.home, yearsOf(setting));
}

interface Year {
  readonly year: string;
  readonly months: readonly MonthSummary[];
}

function yearsOf({ digest }: Setting): readonly Year[] {
  const years = [...new Set(digest.months.map(({ month }) => yearOf(month)))];
  return years.map((year) => ({ year, months: digest.months.filter(({ month }) => yearOf(month) === year) }));
}

function yearUnit(setting: Setting, year: Year, before: Year | undefined, after: Year | undefined): Unit {
  const address = placeIn(setting, year.year);
  const languages = languagesWith(setting, ({ months }) => months.some(({ month }) => yearOf(month) === year.year));
  const calendars = year.months.map(({ month, editions }) => [month, editions]);
  const planned = (): readonly Page[] => [
    {
      layout: "year",
      address,
      frame: framed(setting, address, {
        title: year.year,
        description: setting.words.aboutYear(year.year),
        languages,
      }),
      shows: {
        title: year.year,
        ...countsOf(year.months),
        months: year.months.map((month) => ({
          calendar: calendarOf(setting, month, undefined),
          stories: month.stories,
        })),
        neighbours: { earlier: before && yearLink(setting, before), later: after && yearLink(setting, after) },
      },
    },
  ];
  const follows = [calendars, before?.year, after?.year, languages];
  return unitOf(address, follows, planned, [listedAt(setting, address, languages)]);
}

function archivePage(setting: Setting, address: Page["address"], years: readonly Year[]): Page {
  const languages = languagesWith(setting, () => true);
  const title = setting.words.archive;
  const frame = framed(setting, address, { title, description: setting.words.aboutArchive, languages });
  return { layout: "archive", address, frame, shows: shownIn(setting, years) };
}

function shownIn(setting: Setting, years: readonly Year[]): ArchiveView {
  return {
    ...countsOf(years.flatMap(({ months }) => months)),
    years: [...years].reverse().map((year) => ({
      ...yearLink(setting, year),
      stories: countsOf(year.months).stories,
      months: year.months.map(({ month, stories }) => ({
        title: monthName(month, setting.language),
        address: placeIn(setting, ...foldersOf(month)),
        stories,
      })),
    })),
  };
}

function yearLink(setting: Setting, { year }: Year): Link {
  return { title: year, address: placeIn(setting, year) };
}

function countsOf(months: readonly MonthSummary[]): { readonly editions: number; readonly stories: number } {
  return {
    editions: months.reduce((total, { editions }) => total + editions.length, 0),
    stories: months.reduce((total, { stories }) => total + stories, 0),
  };
}

import type { Edition } from "../model/model.ts";
import { foldersOf, type Month, monthName, monthOf, monthText, yearOf } from "../values/day.ts";
import { calendarOf } from "./calendar.ts";
import { framed } from "./frame.ts";
import type { ArchiveView, Link, Page } from "./page.ts";
import { placeIn, type Setting } from "./setting.ts";

/** The way back: a page for each month and year with an edition, and one for all. */
export function archive(setting: Setting): readonly Page[] {
  const months = grouped(setting.digest.editions, (edition) => monthOf(edition.day));
  const years = grouped(months, ({ key }) => yearOf(key));
  const pages = [
    ...months.map((month, i) => monthPage(setting, month, months[i - 1], months[i + 1])),
    ...years.map((year, i) => yearPage(setting, year, years[i - 1], years[i + 1])),
    archivePage(setting, placeIn(setting, "archive"), years),
  ];
  // Before the first edition the way back is all there is to show at home.
  return months.length === 0 ? [...pages, archivePage(setting, setting.frame.home, years)] : pages;
}

interface Group<K, T> {
  readonly key: K;
  readonly items: readonly T[];
}
type OfMonth = Group<Month, Edition>;
type OfYear = Group<string, OfMonth>;

/** Items that follow one another under the same key. */
function grouped<K, T>(inOrder: readonly T[], keyOf: (item: T) => K): readonly Group<K, T>[] {
  const groups: { key: K; items: T[] }[] = [];
  for (const item of inOrder) {
    const last = groups.at(-1);
    if (last && last.key === keyOf(item)) last.items.push(item);
    else groups.push({ key: keyOf(item), items: [item] });
  }
  return groups;
}

function monthPage(setting: Setting, month: OfMonth, before: OfMonth | undefined, after: OfMonth | undefined): Page {
  const address = placeIn(setting, ...foldersOf(month.key));
  const title = monthText(month.key, setting.language);
  const counts = { editions: month.items.length, stories: storiesIn(month) };
  return {
    layout: "month",
    address,
    frame: framed(setting, address, { title, description: setting.words.aboutMonth(title) }),
    shows: {
      title,
      ...counts,
      calendar: calendarOf(setting, month.key, undefined),
      neighbours: { earlier: before && monthLink(setting, before), later: after && monthLink(setting, after) },
      year: yearLink(setting, yearOf(month.key)),
    },
  };
}

function yearPage(setting: Setting, year: OfYear, before: OfYear | undefined, after: OfYear | undefined): Page {
  const address = placeIn(setting, year.key);
  const counts = countsOf([year]);
  return {
    layout: "year",
    address,
    frame: framed(setting, address, { title: year.key, description: setting.words.aboutYear(year.key) }),
    shows: {
      title: year.key,
      ...counts,
      months: year.items.map((month) => ({
        calendar: calendarOf(setting, month.key, undefined),
        stories: storiesIn(month),
      })),
      neighbours: { earlier: before && yearLink(setting, before.key), later: after && yearLink(setting, after.key) },
    },
  };
}

function archivePage(setting: Setting, address: Page["address"], years: readonly OfYear[]): Page {
  const title = setting.words.archive;
  const counts = countsOf(years);
  const shows: ArchiveView = {
    ...counts,
    years: [...years].reverse().map((year) => ({
      ...yearLink(setting, year.key),
      stories: countsOf([year]).stories,
      months: year.items.map((month) => ({
        title: monthName(month.key, setting.language),
        address: placeIn(setting, ...foldersOf(month.key)),
        stories: storiesIn(month),
      })),
    })),
  };
  const frame = framed(setting, address, { title, description: setting.words.aboutArchive });
  return { layout: "archive", address, frame, shows };
}

function monthLink(setting: Setting, { key }: OfMonth): Link {
  return { title: monthText(key, setting.language), address: placeIn(setting, ...foldersOf(key)) };
}

function yearLink(setting: Setting, year: string): Link {
  return { title: year, address: placeIn(setting, year) };
}

function storiesIn(month: OfMonth): number {
  return month.items.reduce((total, edition) => total + edition.articles.length, 0);
}

function countsOf(years: readonly OfYear[]): { readonly editions: number; readonly stories: number } {
  const months = years.flatMap((year) => year.items);
  return {
    editions: months.reduce((total, month) => total + month.items.length, 0),
    stories: months.reduce((total, month) => total + storiesIn(month), 0),
  };
}

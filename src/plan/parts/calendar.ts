import type { MonthSummary } from "../../model/model.ts";
import { type Day, daysOf, foldersOf, longDayText, monthText, weekdayNames, weekdayOf } from "../../values/day.ts";
import type { Calendar, CalendarDay } from "../views/views.ts";
import { placeIn, type Setting } from "./context.ts";

/**
 * A month as weeks from Monday to Sunday, its days with editions as links.
 *
 * @param current the day that the page is about, where it is about one
 */
export function calendarOf(setting: Setting, { month, editions }: MonthSummary, current: Day | undefined): Calendar {
  const editionOn = new Map(editions.map((edition) => [edition.day, edition]));
  const days = daysOf(month).map((day) => calendarDay(setting, day, editionOn.get(day), day === current));
  const before = weekdayOf(`${month}-01` as Day) - 1;
  const cells = [...Array.from({ length: before }, () => undefined), ...days];
  const long = weekdayNames(setting.language, "long");
  return {
    title: monthText(month, setting.language),
    iso: month,
    address: placeIn(setting, ...foldersOf(month)),
    weekdays: weekdayNames(setting.language, "short").map((short, i) => ({ short, long: long[i] ?? short })),
    weeks: Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
      Array.from({ length: 7 }, (_, day) => cells[week * 7 + day]),
    ),
  };
}

function calendarDay(
  setting: Setting,
  day: Day,
  edition: MonthSummary["editions"][number] | undefined,
  current: boolean,
): CalendarDay {
  return {
    numeral: String(Number(day.slice(8))),
    iso: day,
    long: longDayText(day, setting.language),
    address: edition && placeIn(setting, ...foldersOf(day)),
    current,
    lead: edition?.lead,
    stories: edition?.stories ?? 0,
  };
}

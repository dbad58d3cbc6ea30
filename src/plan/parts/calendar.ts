import type { MonthSummary } from "../../model/model.ts";
import {
  type Day,
  formatDayWithYear,
  formatMonth,
  getFirstDay,
  getWeekday,
  listDays,
  listWeekdayNames,
} from "../../values/day.ts";
import type { CalendarDayView, CalendarView } from "../views/views.ts";
import { buildDateAddress } from "./addresses.ts";
import type { PlanContext } from "./context.ts";

/**
 * Builds the calendar of a month: weeks from Monday to Sunday, with links on the days that have an edition.
 *
 * @param currentDay the day that the page shows; undefined on a page without a day
 */
export function buildCalendar(
  context: PlanContext,
  { month, editions }: MonthSummary,
  currentDay: Day | undefined,
): CalendarView {
  const editionsByDay = new Map(editions.map((edition) => [edition.day, edition]));
  const days = listDays(month).map((day) => buildCalendarDay(context, day, editionsByDay.get(day), day === currentDay));
  const blankCount = getWeekday(getFirstDay(month)) - 1;
  const cells = [...Array.from({ length: blankCount }, () => undefined), ...days];
  const longNames = listWeekdayNames(context.language, "long");
  return {
    title: formatMonth(month, context.language),
    iso: month,
    address: buildDateAddress(context, month),
    weekdays: listWeekdayNames(context.language, "short").map((short, i) => ({ short, long: longNames[i] ?? short })),
    weeks: Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
      Array.from({ length: 7 }, (_, day) => cells[week * 7 + day]),
    ),
  };
}

function buildCalendarDay(
  context: PlanContext,
  day: Day,
  edition: MonthSummary["editions"][number] | undefined,
  isCurrent: boolean,
): CalendarDayView {
  return {
    numeral: String(Number(day.slice(8))),
    iso: day,
    long: formatDayWithYear(day, context.language),
    address: edition && buildDateAddress(context, day),
    isCurrent,
    lead: edition?.leadTitle,
    storyCount: edition?.storyCount ?? 0,
  };
}

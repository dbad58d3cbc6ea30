import { DateTime, Info } from "luxon";
import { type Language, toLocale } from "./language.ts";
import { memoize } from "./memory/memoize.ts";

/** A calendar day: "2024-07-11". Always in this form, so days sort and compare as text. */
export type Day = string & { readonly brand: "Day" };

/** A calendar month: "2024-07". */
export type Month = string & { readonly brand: "Month" };

/** A year: "2024". */
export type Year = string & { readonly brand: "Year" };

/**
 * Parses three folder names ("2024", "07", "11") as a day.
 *
 * @returns undefined if that date does not exist, or if its year is not in `yearsOfDays`
 */
export function parseDay(year: string, month: string, day: string): Day | undefined {
  if (!/^[1-9]\d{3}$/.test(year) || !/^\d\d$/.test(month) || !/^\d\d$/.test(day)) return undefined;
  if (Number(year) > yearsOfDays.last) return undefined;
  return isCalendarDate(year, month, day) ? (`${year}-${month}-${day}` as Day) : undefined;
}

/** Parses a day in the form of ISO 8601: "2024-07-11"; undefined if the form is another or the date does not exist. */
export function parseIsoDay(text: string): Day | undefined {
  const [year = "", month = "", day = "", ...rest] = text.split("-");
  return rest.length === 0 ? parseDay(year, month, day) : undefined;
}

/**
 * The first and last year that a day can have. In UTC, a moment on a day of these years still has a year of four
 * digits in any time zone. Other moments would not compare as text: the last hours of 9999 in New York are in 10000.
 */
const yearsOfDays = { first: 1000, last: 9998 };

/** Says which years a day can have, if a date that begins with a year is of another; otherwise undefined. */
export function describeYearOutside(date: string): string | undefined {
  const [, year] = /^(\d{4})(?!\d)/.exec(date) ?? [];
  if (year === undefined || (Number(year) >= yearsOfDays.first && Number(year) <= yearsOfDays.last)) return undefined;
  return `is in the year ${year}; the site can have days of ${yearsOfDays.first} to ${yearsOfDays.last}.`;
}

const isCalendarDate = memoize(
  (year: string, month: string, day: string): boolean => DateTime.utc(Number(year), Number(month), Number(day)).isValid,
);

/** The day at the start of a date and time in ISO 8601: "2024-07-11" of "2024-07-11T04:00:00Z". There is no check. */
export function sliceDay(isoTime: string): Day {
  return isoTime.slice(0, 10) as Day;
}

/** Adds a number of days, given as text ("7", "-1") because `memoize` takes texts only. */
export const addDays = memoize(
  (day: Day, days: string): Day =>
    toMidnight(day)
      .plus({ days: Number(days) })
      .toFormat("yyyy-MM-dd") as Day,
);

/** The folder names of a day, month or year, in an address or in `content/`: ["2024", "07", "11"]. */
export function toDateFolders(date: Day | Month | Year): readonly string[] {
  return date.split("-");
}

/** The month of a day: "2024-07". */
export function toMonth(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** The month of its folders in `content/`: "2024-07" of "2024/07". There is no check. */
export function foldersToMonth(folders: string): Month {
  return folders.replace("/", "-") as Month;
}

/** The first day of a month. */
export function getFirstDay(month: Month): Day {
  return `${month}-01` as Day;
}

/** The year of a day or month: "2024". */
export function toYear(day: Day | Month): Year {
  return day.slice(0, 4) as Year;
}

/** All days of a month, in order. */
export const listDays = memoize((month: Month): readonly Day[] => {
  const count = DateTime.fromISO(`${month}-01`, { zone: "utc" }).daysInMonth ?? 0;
  return Array.from({ length: count }, (_, i) => `${month}-${String(i + 1).padStart(2, "0")}` as Day);
});

/** The day of the week by ISO 8601: from 1 (Monday) to 7 (Sunday). */
export const getWeekday = memoize((day: Day): number => toMidnight(day).weekday);

/** The number of days from one day to another; negative if `to` is the earlier one. */
export function countDaysBetween(from: Day, to: Day): number {
  return (toMidnight(to).toMillis() - toMidnight(from).toMillis()) / millisecondsPerDay;
}

// All days in UTC have the same length.
const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** The name of the day of the week: "Thursday". */
export const formatWeekday = memoize((day: Day, language: Language) => formatDate(day, language, { weekday: "long" }));

/** A day without its year: "11 July". */
export const formatDay = memoize((day: Day, language: Language) =>
  formatDate(day, language, { day: "numeric", month: "long" }),
);

/** A day with its year: "11 July 2024". No language appends "г." or "р." to the year: a masthead does not need it. */
export function formatDayWithYear(day: Day, language: Language): string {
  return `${formatDay(day, language)} ${toYear(day)}`;
}

/** The stand-alone name of a month, in the nominative: "July", "июль". */
export const formatMonthName = memoize((month: Month, language: Language) =>
  formatDate(getFirstDay(month), language, { month: "long" }),
);

/** A month with its year: "July 2024". */
export function formatMonth(month: Month, language: Language): string {
  return `${formatMonthName(month, language)} ${toYear(month)}`;
}

/** The names of the days of the week, Monday first. */
export const listWeekdayNames = memoize((language: Language, length: "short" | "long") =>
  Info.weekdays(length, { locale: toLocale(language) }),
);

function formatDate(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  return toMidnight(day).setLocale(toLocale(language)).toLocaleString(options);
}

function toMidnight(day: Day): DateTime {
  const [year = 0, month = 1, date = 1] = toDateFolders(day).map(Number);
  return DateTime.utc(year, month, date);
}

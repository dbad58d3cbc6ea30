import { DateTime, Info } from "luxon";
import { type Language, localeOf } from "./language.ts";
import { remembering } from "./memory/memoize.ts";

/** A day of the calendar: "2024-07-11". One form only, so days sort and compare as text. */
export type Day = string & { readonly brand: "Day" };

/** A month of the calendar: "2024-07". */
export type Month = string & { readonly brand: "Month" };

/** @returns the day that three folder names give ("2024", "07", "11"), or undefined where there is no such day */
export function dayFrom(year: string, month: string, day: string): Day | undefined {
  if (!/^\d{4}$/.test(year) || !/^\d\d$/.test(month) || !/^\d\d$/.test(day)) return undefined;
  return isDay(year, month, day) ? (`${year}-${month}-${day}` as Day) : undefined;
}

const isDay = remembering(
  (year: string, month: string, day: string): boolean => DateTime.utc(Number(year), Number(month), Number(day)).isValid,
);

/** The day so many days after another; before it, where the number is negative. */
export const daysAfter = remembering(
  (day: Day, days: string): Day =>
    midnight(day)
      .plus({ days: Number(days) })
      .toFormat("yyyy-MM-dd") as Day,
);

/** A day's folders, in an address or in `content/`: ["2024", "07", "11"]. */
export function foldersOf(day: Day | Month): readonly string[] {
  return day.split("-");
}

/** The month that a day is in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** The year that a day or a month is in: "2024". */
export function yearOf(day: Day | Month): string {
  return day.slice(0, 4);
}

/** All days of a month, in order. */
export const daysOf = remembering((month: Month): readonly Day[] => {
  const count = DateTime.fromISO(`${month}-01`, { zone: "utc" }).daysInMonth ?? 0;
  return Array.from({ length: count }, (_, i) => `${month}-${String(i + 1).padStart(2, "0")}` as Day);
});

/** The day of the week, from 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export const weekdayOf = remembering((day: Day): number => midnight(day).weekday);

/** How many days lie between two days; negative where `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (midnight(to).toMillis() - midnight(from).toMillis()) / oneDay;
}

// In milliseconds: in UTC none is longer or shorter.
const oneDay = 24 * 60 * 60 * 1000;

/** A day of the week in words: "Thursday". */
export const weekdayText = remembering((day: Day, language: Language) => inWords(day, language, { weekday: "long" }));

/** A day in words, without its year: "11 July". */
export const dayText = remembering((day: Day, language: Language) =>
  inWords(day, language, { day: "numeric", month: "long" }),
);

/** A day in words: "11 July 2024". The year stands bare in every language: a masthead needs no "г." or "р." after it. */
export function longDayText(day: Day, language: Language): string {
  return `${dayText(day, language)} ${yearOf(day)}`;
}

/** A month's name, as it stands alone: "July", "июль". */
export const monthName = remembering((month: Month, language: Language) =>
  inWords(`${month}-01` as Day, language, { month: "long" }),
);

/** A month in words: "July 2024". */
export function monthText(month: Month, language: Language): string {
  return `${monthName(month, language)} ${yearOf(month)}`;
}

/** The names of the days of the week from Monday, in a language. */
export const weekdayNames = remembering((language: Language, length: "short" | "long") =>
  Info.weekdays(length, { locale: localeOf(language) }),
);

function inWords(day: Day, language: Language, form: Intl.DateTimeFormatOptions): string {
  return midnight(day).setLocale(localeOf(language)).toLocaleString(form);
}

function midnight(day: Day): DateTime {
  const [year = 0, month = 1, date = 1] = foldersOf(day).map(Number);
  return DateTime.utc(year, month, date);
}

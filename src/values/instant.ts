import { DateTime, IANAZone } from "luxon";
import { addDays, type Day, parseDay, sliceDay } from "./day.ts";
import { type Language, toLocale } from "./language.ts";
import { memoize } from "./memory/memoize.ts";

/**
 * A moment in UTC, to the second: "2024-07-11T04:00:00Z". Always in this form, so instants sort and compare as text.
 */
export type Instant = string & { readonly brand: "Instant" };

/**
 * Parses an ISO 8601 date and time with an offset or "Z"; undefined if its form or a value is invalid. Forms that can be
 * read in one way only are accepted too: "+0300", "+03", lower case, spaces instead of "T" and before the offset.
 */
export function parseInstant(text: string): Instant | undefined {
  const [
    ,
    year = "",
    month = "",
    date = "",
    hour,
    minute,
    second = "00",
    sign,
    offsetHours = "0",
    offsetMinutes = "0",
  ] = isoPattern.exec(text) ?? [];
  const day = parseDay(year, month, date);
  if (!day || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (Number(offsetHours) > 14 || Number(offsetMinutes) > 59) return undefined;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === "-" ? -1 : 1);
  const utc = addMinutes(day, Number(hour) * 60 + Number(minute) - offset);
  return `${utc.day}T${utc.time}:${second}Z` as Instant;
}

const isoPattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt]| {1,4})(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)? {0,4}(?:[Zz]|UTC|GMT|([+-])(\d\d)(?::?(\d\d))?)$/;

/** The moment when the local time in `zone` is `time` ("06:00") on `day`. */
export const toInstant = memoize(
  (day: Day, time: string, zone: string): Instant => fromLuxon(DateTime.fromISO(`${day}T${time}`, { zone })),
);

/** The local day of a moment in a time zone. */
export function toDay(instant: Instant, zone: string): Day {
  return toLocalTime(instant, zone).day;
}

/** The latest moment; undefined if there are none. */
export function findLatest(instants: readonly Instant[]): Instant | undefined {
  return [...instants].sort().at(-1);
}

/** The earliest moment; undefined if there are none. */
export function findEarliest(instants: readonly Instant[]): Instant | undefined {
  return [...instants].sort()[0];
}

/** The Unix epoch: the default for a thing that does not have a time yet. */
export const epoch = "1970-01-01T00:00:00Z" as Instant;

/** Whether `zone` is a time zone of the IANA database, such as "Europe/Riga". */
export function isTimeZone(zone: string): boolean {
  // Luxon also accepts "local", which depends on the machine, and newer versions of Node accept offsets.
  return /^[A-Za-z]/.test(zone) && IANAZone.isValidZone(zone);
}

/** A moment in ISO 8601 with the zone's offset, as an author would write it: "2024-07-11T06:00:00+03:00". */
export function formatWithOffset(instant: Instant, zone: string): string {
  return DateTime.fromISO(instant, { zone }).toISO({ suppressMilliseconds: true }) ?? instant;
}

/** The local time of a moment in the format of a language: "06:00". */
export function formatTime(instant: Instant, zone: string, language: Language): string {
  return formatTimeOfDay(toLocalTime(instant, zone).time, language);
}

const formatTimeOfDay = memoize((time: string, language: Language): string =>
  DateTime.fromISO(`2024-07-11T${time}`, { zone: "utc" })
    .setLocale(toLocale(language))
    .toLocaleString({ hour: "2-digit", minute: "2-digit" }),
);

/** The same with the name of the zone from Intl: "06:00 Eastern European Time". */
export const formatTimeWithZone = memoize((instant: Instant, zone: string, language: Language): string => {
  const options = { hour: "2-digit", minute: "2-digit", timeZoneName: "longGeneric" } as const;
  return DateTime.fromISO(instant, { zone }).setLocale(toLocale(language)).toLocaleString(options);
});

/** A moment in the RFC 822 format of RSS 2.0, with a four-digit year, in GMT: "Thu, 11 Jul 2024 04:00:00 GMT". */
export function formatRfc822(instant: Instant): string {
  return `${formatRfc822Day(instant.slice(0, 10))} ${instant.slice(11, 19)} GMT`;
}

const formatRfc822Day = memoize((day: string) => DateTime.fromISO(day, { zone: "utc" }).toHTTP()?.slice(0, 16));

function fromLuxon(moment: DateTime): Instant {
  return moment.toUTC().toISO({ suppressMilliseconds: true }) as Instant;
}

/** A local day and time of day ("06:00"). */
interface LocalTime {
  readonly day: Day;
  readonly time: string;
}

/**
 * Converts a moment to local time. Luxon takes 40 µs for each moment, and an archive has as many moments as articles.
 * So Luxon computes only the offset of the zone, once for every ten minutes: every zone changes its offset at a
 * multiple of ten minutes.
 */
function toLocalTime(instant: Instant, zone: string): LocalTime {
  const minutes = Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16));
  return addMinutes(sliceDay(instant), minutes + getZoneOffset(instant.slice(0, 15), zone));
}

const getZoneOffset = memoize(
  (tenMinutes: string, zone: string): number => DateTime.fromISO(`${tenMinutes}0:00Z`, { zone }).offset,
);

/** The day and time that is a number of minutes after the start of `day`; before it, if the number is negative. */
function addMinutes(day: Day, minutes: number): LocalTime {
  const days = Math.floor(minutes / minutesPerDay);
  const minutesOfDay = minutes - days * minutesPerDay;
  const time = `${String(Math.floor(minutesOfDay / 60)).padStart(2, "0")}:${String(minutesOfDay % 60).padStart(2, "0")}`;
  return { day: days === 0 ? day : addDays(day, String(days)), time };
}

const minutesPerDay = 24 * 60;

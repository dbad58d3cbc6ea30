import { DateTime, IANAZone } from "luxon";
import { type Day, dayFrom, daysAfter } from "./day.ts";
import { type Language, localeOf } from "./language.ts";
import { remembering } from "./memory/memoize.ts";

/** A moment in UTC, to the second: "2024-07-11T04:00:00Z". One form only, so instants sort and compare as text. */
export type Instant = string & { readonly brand: "Instant" };

/** @returns the moment that an ISO 8601 text with an offset (or Z) names, or undefined where it names none */
export function instantFrom(text: string): Instant | undefined {
  const [, year = "", month = "", date = "", hour, minute, second = "00", sign, ahead = "0", past = "0"] =
    iso.exec(text) ?? [];
  const day = dayFrom(year, month, date);
  if (!day || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (Number(ahead) > 14 || Number(past) > 59) return undefined;
  const offset = (Number(ahead) * 60 + Number(past)) * (sign === "-" ? -1 : 1);
  const utc = shifted(day, Number(hour) * 60 + Number(minute) - offset);
  return `${utc.day}T${utc.time}:${second}Z` as Instant;
}

const iso = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|([+-])(\d\d):(\d\d))$/;

/** The moment at which a clock in `zone` shows `hour` ("06:00") on `day`. */
export const instantAt = remembering(
  (day: Day, hour: string, zone: string): Instant => fromLuxon(DateTime.fromISO(`${day}T${hour}`, { zone })),
);

/** The day on which a moment falls in a time zone. */
export function dayIn(instant: Instant, zone: string): Day {
  return onTheClock(instant, zone).day;
}

/** The last of some moments; undefined where there is none. */
export function latestOf(instants: readonly Instant[]): Instant | undefined {
  return [...instants].sort().at(-1);
}

/** The first of some moments; undefined where there is none. */
export function earliestOf(instants: readonly Instant[]): Instant | undefined {
  return [...instants].sort()[0];
}

/** Where time starts for what has no time of its own yet: the Unix epoch. */
export const epoch = "1970-01-01T00:00:00Z" as Instant;

/** Whether `zone` is a time zone of the IANA database, such as "Europe/Riga". */
export function isZone(zone: string): boolean {
  // Luxon knows "local" too, which is another zone on every machine; newer versions of Node know offsets as well.
  return /^[A-Za-z]/.test(zone) && IANAZone.isValidZone(zone);
}

/** The moment as a text with the zone's own offset, as an author would write it: "2024-07-11T06:00:00+03:00". */
export function withOffset(instant: Instant, zone: string): string {
  return DateTime.fromISO(instant, { zone }).toISO({ suppressMilliseconds: true }) ?? instant;
}

/** The time of day on the clock of `zone`, as a language writes it: "06:00". */
export function clockText(instant: Instant, zone: string, language: Language): string {
  return timeText(onTheClock(instant, zone).time, language);
}

const timeText = remembering((time: string, language: Language): string =>
  DateTime.fromISO(`2024-07-11T${time}`, { zone: "utc" })
    .setLocale(localeOf(language))
    .toLocaleString({ hour: "2-digit", minute: "2-digit" }),
);

/** The same with the zone's name, by Intl: "06:00 Eastern European Time". */
export const clockWithZoneText = remembering((instant: Instant, zone: string, language: Language): string => {
  const form = { hour: "2-digit", minute: "2-digit", timeZoneName: "longGeneric" } as const;
  return DateTime.fromISO(instant, { zone }).setLocale(localeOf(language)).toLocaleString(form);
});

/** The date of RFC 822 as RSS 2.0 asks for it: four-digit year, English names, UTC. "Thu, 11 Jul 2024 04:00:00 GMT". */
export function rfc822(instant: Instant): string {
  return `${rfc822Day(instant.slice(0, 10))} ${instant.slice(11, 19)} GMT`;
}

const rfc822Day = remembering((day: string) => DateTime.fromISO(day, { zone: "utc" }).toHTTP()?.slice(0, 16));

function fromLuxon(moment: DateTime): Instant {
  return moment.toUTC().toISO({ suppressMilliseconds: true }) as Instant;
}

/** What a clock shows: a day, and hours and minutes of it. */
interface ClockFace {
  readonly day: Day;
  readonly time: string;
}

/**
 * A moment on the clock of a zone. Asking Luxon takes 40 µs a moment, and an archive has as many moments as articles: so
 * it is asked for the zone's offset alone, once for every ten minutes. No zone has ever changed its clocks between two.
 */
function onTheClock(instant: Instant, zone: string): ClockFace {
  const minutes = Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16));
  return shifted(instant.slice(0, 10) as Day, minutes + offsetIn(instant.slice(0, 15), zone));
}

const offsetIn = remembering(
  (tenMinutes: string, zone: string): number => DateTime.fromISO(`${tenMinutes}0:00Z`, { zone }).offset,
);

/** The day and time so many minutes after a day has begun; before it, where they are less than none. */
function shifted(day: Day, minutes: number): ClockFace {
  const days = Math.floor(minutes / minutesOfDay);
  const rest = minutes - days * minutesOfDay;
  const time = `${String(Math.floor(rest / 60)).padStart(2, "0")}:${String(rest % 60).padStart(2, "0")}`;
  return { day: days === 0 ? day : daysAfter(day, String(days)), time };
}

const minutesOfDay = 24 * 60;

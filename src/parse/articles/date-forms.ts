import { addDays, countDaysBetween, type Day, parseDay, sliceDay } from "../../values/day.ts";
import { epoch, type Instant, isTimeZone, parseInstant, toInstant } from "../../values/instant.ts";
import type { SiteConfig } from "../settings/site.ts";

/** The time zone of a site, and the time of day at which it publishes. */
export type PublicationSchedule = Pick<SiteConfig, "timezone" | "hour">;

/** Parses a day, with or without a time, that lacks an offset: it is read in the site's time zone. */
export function parseWithoutOffset(text: string, { hour, timezone }: PublicationSchedule): Instant | undefined {
  const [, year = "", month = "", dayOfMonth = "", time = hour] =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?))?$/.exec(text.trim()) ?? [];
  const day = parseDay(year, month, dayOfMonth);
  return day && toInstant(day, time, timezone);
}

/**
 * Reads a date and time of another form that is in use, so that the advice keeps what the author wrote.
 *
 * @param edition decides between the orders of day and month: the one that is nearer to it is meant
 */
export function suggestInstant(words: string, edition: Day, schedule: PublicationSchedule): Instant | undefined {
  const instant = parseInstant(words) ?? parseWithoutOffset(words, schedule) ?? parseUnixTime(words);
  if (instant !== undefined) return instant;
  const instants = otherForms.flatMap((form) => {
    const groups = form.exec(words)?.groups;
    return (groups && readGroups(groups, schedule)) ?? [];
  });
  const distance = (moment: Instant) => Math.abs(countDaysBetween(edition, sliceDay(moment)));
  return instants.sort((a, b) => distance(a) - distance(b))[0];
}

/** Seconds or milliseconds since 1970, as databases and exports have them. */
function parseUnixTime(words: string): Instant | undefined {
  const [, digits] = /^@?([1-9]\d{9})(?:\d{3}|\.\d+)?$/.exec(words) ?? [];
  if (digits === undefined) return undefined;
  const days = Math.floor(Number(digits) / 86_400);
  const seconds = Number(digits) - days * 86_400;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return toInstant(addDays(sliceDay(epoch), String(days)), parts.map((part) => pad(String(part))).join(":"), "UTC");
}

function readGroups(groups: Readonly<Record<string, string | undefined>>, schedule: PublicationSchedule) {
  const { year = "", month = "", day = "", hour = "", minute = "0", second = "0", half, zone, place } = groups;
  const writtenDay = parseDay(year.length === 2 ? `20${year}` : year, pad(toMonthNumber(month)), pad(day));
  const hours = toHours(Number(hour), half);
  const isMidnight = hours === 24 && Number(minute) === 0;
  if (!writtenDay || (hours > 23 && !isMidnight)) return undefined;
  const isoDay = isMidnight ? addDays(writtenDay, "1") : writtenDay;
  const time = `${pad(String(isMidnight ? 0 : hours))}:${pad(minute)}:${pad(second)}`;
  if (zone !== undefined) return parseInstant(`${isoDay}T${time}${toOffset(zone)}`);
  if (place !== undefined && !isTimeZone(place)) return undefined;
  return toInstant(isoDay, time, place ?? schedule.timezone);
}

const time = String.raw`(?<hour>\d{1,2})[:.h](?<minute>[0-5]\d)(?:[:.](?<second>[0-5]\d)(?:[.,]\d+)?)?`;
const half = String.raw`(?: ?(?<half>[ap]\.?m\.?))?`;
const zoneNames: Readonly<Record<string, string>> = {
  edt: "-4",
  est: "-5",
  cdt: "-5",
  cst: "-6",
  mdt: "-6",
  mst: "-7",
  pdt: "-7",
  pst: "-8",
  wet: "+0",
  west: "+1",
  cet: "+1",
  cest: "+2",
  eet: "+2",
  eest: "+3",
  msk: "+3",
};
const named = Object.keys(zoneNames).join("|");
const zone = String.raw`(?: ?(?<zone>z|utc|gmt|${named}|(?:utc|gmt)?[+-]\d{1,2}(?::?\d\d)?))?(?: \([^()]*\))?(?: ?\[?(?<place>[a-z]+\/[a-z_/]+)\]?)?`;
const weekday = String.raw`(?:\p{L}{2,12},? )?`;
const date = {
  word: String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?[ -](?<month>\p{L}{3,9})[ ,-]+(?<year>\d{4})(?: ?[гр]\.?)?`,
  american: String.raw`(?<month>[a-z]{3,9}) (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})`,
  dots: String.raw`(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>\d{4}|\d\d)`,
};
const otherForms: readonly RegExp[] = [
  String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2}|[a-z]{3})[-/.](?<day>\d{1,2})[T, ]+${time}${half}${zone}`,
  `${date.dots}[T, ]+${time}${half}${zone}`,
  String.raw`(?<month>\d{1,2})[/-](?<day>\d{1,2})[/-](?<year>\d{4}|\d\d)[T, ]+${time}${half}${zone}`,
  String.raw`(?<year>\d\d)-(?<month>\d\d)-(?<day>\d\d)[T, ]+${time}${half}${zone}`,
  `${weekday}${date.word}[, ]+(?:at |в |о )?${time}${half}${zone}`,
  `${weekday}${date.american}[, ]+(?:at )?${time}${half}${zone}`,
  `${time}${half}${zone},? ${date.dots}`,
  `${time}${half}${zone},? ${date.word}`,
  String.raw`${weekday}(?<month>[a-z]{3}) (?<day>\d{1,2}) ${time}${zone} (?<year>\d{4})`,
  String.raw`(?<year>\d{4})-?(?<month>\d\d)-?(?<day>\d\d)T?(?<hour>\d\d)(?<minute>[0-5]\d)(?<second>[0-5]\d)?${zone}`,
  String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)T(?<hour>\d\d)${zone}`,
].map((form) => new RegExp(`^${form}$`, "iu"));

// By their first letters, in English, Russian and Ukrainian.
const monthNames: readonly RegExp[] = [
  /^(?:jan|янв|січ)/i,
  /^(?:feb|фев|лют)/i,
  /^(?:mar|мар|бер)/i,
  /^(?:apr|апр|кві)/i,
  /^(?:may|мая|май|тра)/i,
  /^(?:jun|июн|чер)/i,
  /^(?:jul|июл|лип)/i,
  /^(?:aug|авг|сер)/i,
  /^(?:sep|сен|вер)/i,
  /^(?:oct|окт|жов)/i,
  /^(?:nov|ноя|лис)/i,
  /^(?:dec|дек|гру)/i,
];

function toMonthNumber(month: string): string {
  const index = monthNames.findIndex((name) => name.test(month));
  return index < 0 ? month : String(index + 1);
}

function toHours(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
}

/** "+3", "utc+0300", "eest" and "z" as an offset of ISO 8601. */
function toOffset(zone: string): string {
  const written = zoneNames[zone.toLowerCase()] ?? zone;
  const [, sign, hours = "", minutes = "00"] = /([+-])(\d{1,2}):?(\d\d)?$/.exec(written) ?? [];
  return sign === undefined ? "Z" : `${sign}${pad(hours)}:${minutes}`;
}

function pad(digits: string): string {
  return digits.padStart(2, "0");
}

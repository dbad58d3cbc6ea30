import { countDaysBetween, type Day, describeYearOutside, parseDay, toDateFolders } from "../../values/day.ts";
import { formatWithOffset, type Instant, parseInstant, toDay, toInstant } from "../../values/instant.ts";
import { inQuotes, type ProblemText } from "../../values/problem.ts";
import { foldLookAlikes } from "../../values/text/hidden-characters.ts";
import type { SiteConfig } from "../settings/site.ts";

/** The time zone of a site, and the time of day at which it publishes. */
export type PublicationSchedule = Pick<SiteConfig, "timezone" | "hour">;

/** The date of an article whose author wrote none: the edition's day at the site's publication hour. */
export function getDefaultDate(day: Day, { hour, timezone }: PublicationSchedule): Instant {
  return toInstant(day, hour, timezone);
}

/**
 * Parses a date and time that an author wrote in ISO 8601, with its offset from UTC.
 *
 * @param day the day of the edition, used as the example in the advice if the text names no day
 * @returns the instant, or what is wrong and how to write it
 */
export function parseWrittenInstant(text: string, day: Day, schedule: PublicationSchedule): Instant | ProblemText {
  const instant = parseInstant(text.trim());
  if (instant !== undefined) return instant;
  const words = foldLookAlikes(text).trim();
  const localInstant = words === text.trim() ? parseWithoutOffset(text, schedule) : undefined;
  const suggestion = localInstant === undefined ? suggestInstant(words, schedule) : undefined;
  if (suggestion !== undefined) {
    const what = `${inQuotes(text)} is not a date and time in ISO 8601.`;
    return { what, advice: `Did you mean ${formatWithOffset(suggestion, schedule.timezone)}?` };
  }
  const wrongYear = describeYearOutside(words);
  return {
    what: wrongYear
      ? `${inQuotes(text)} ${wrongYear}`
      : localInstant
        ? `${inQuotes(text)} has no offset from UTC.`
        : `${inQuotes(text)} is not a date and time in ISO 8601.`,
    advice: `Write it as in: ${formatWithOffset(localInstant ?? getDefaultDate(day, schedule), schedule.timezone)}`,
  };
}

/** Parses an article's date. It must be at most one day away from the day of its edition. */
export function parseArticleDate(text: string, day: Day, schedule: PublicationSchedule): Instant | ProblemText {
  const instant = parseWrittenInstant(text, day, schedule);
  // If the day in UTC is the edition's, then the day in any zone is at most one day away. This check avoids Luxon,
  // which is slow.
  if (typeof instant !== "string" || instant.startsWith(day)) return instant;
  const writtenDay = toDay(instant, schedule.timezone);
  if (Math.abs(countDaysBetween(day, writtenDay)) <= 1) return instant;
  const defaultDate = formatWithOffset(getDefaultDate(day, schedule), schedule.timezone);
  return {
    what: `${inQuotes(text)} is more than a day away from the edition of ${day}.`,
    advice: `Write a time on ${day}, as in ${defaultDate}, or move the file to the folder ${toDateFolders(writtenDay).join("/")}.`,
  };
}

/** Parses a day, with or without a time, that lacks an offset: it is read in the site's time zone. */
function parseWithoutOffset(text: string, { hour, timezone }: PublicationSchedule): Instant | undefined {
  const [, year = "", month = "", dayOfMonth = "", time = hour] =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?))?$/.exec(text.trim()) ?? [];
  const day = parseDay(year, month, dayOfMonth);
  return day && toInstant(day, time, timezone);
}

/** Reads a date and time of another form that is in use, so that the advice keeps what the author wrote. */
function suggestInstant(words: string, schedule: PublicationSchedule): Instant | undefined {
  const { timezone } = schedule;
  const instant = parseInstant(words) ?? parseWithoutOffset(words, schedule);
  if (instant !== undefined) return instant;
  const form = otherForms.find((pattern) => pattern.test(words));
  const {
    year = "",
    month = "",
    day = "",
    hour = "",
    minute = "",
    second = "0",
    half,
    zone,
  } = form?.exec(words)?.groups ?? {};
  const isoDay = parseDay(year, pad(toMonthNumber(month)), pad(day));
  const hours = toHours(Number(hour), half);
  if (!isoDay || hours > 23) return undefined;
  const time = `${pad(String(hours))}:${minute}:${pad(second)}`;
  return zone === undefined ? toInstant(isoDay, time, timezone) : parseInstant(`${isoDay}T${time}${toOffset(zone)}`);
}

const time = String.raw`(?<hour>\d{1,2})[:.](?<minute>[0-5]\d)(?:[:.](?<second>[0-5]\d)(?:[.,]\d+)?)?`;
const half = String.raw`(?: ?(?<half>[ap]\.?m\.?))?`;
const zone = String.raw`(?: ?(?<zone>z|utc|gmt|(?:utc|gmt)?[+-]\d{1,2}(?::?\d\d)?))?`;
const otherForms: readonly RegExp[] = [
  String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})[T, ]+${time}${half}${zone}`,
  String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})[T, ]+${time}${half}${zone}`,
  String.raw`(?:[a-z]{3,9},? )?(?<day>\d{1,2}) (?<month>[a-z]{3})[a-z]* (?<year>\d{4})[, ]+${time}${half}${zone}`,
  String.raw`(?:[a-z]{3,9},? )?(?<month>[a-z]{3})[a-z]* (?<day>\d{1,2}),? (?<year>\d{4})[, ]+${time}${half}${zone}`,
  String.raw`(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)T(?<hour>\d\d)(?<minute>[0-5]\d)(?<second>[0-5]\d)?${zone}`,
].map((form) => new RegExp(`^${form}$`, "i"));

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function toMonthNumber(month: string): string {
  const index = monthNames.indexOf(month.toLowerCase());
  return index < 0 ? month : String(index + 1);
}

function toHours(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
}

/** "+3", "utc+0300" and "z" as an offset of ISO 8601. */
function toOffset(zone: string): string {
  const [, sign, hours = "", minutes = "00"] = /([+-])(\d{1,2}):?(\d\d)?$/.exec(zone) ?? [];
  return sign === undefined ? "Z" : `${sign}${pad(hours)}:${minutes}`;
}

function pad(digits: string): string {
  return digits.padStart(2, "0");
}

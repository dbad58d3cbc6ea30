import { parseDay } from "../../values/day.ts";
import { type Instant, parseInstant, toInstant } from "../../values/instant.ts";

/**
 * Parses a date of an archive, in any form that its generators accept.
 *
 * @param zone for a date that names none
 */
export function parseMoment(written: unknown, zone: string): Instant | undefined {
  const text = written instanceof Date ? written.toISOString() : String(written ?? "").trim();
  const match = isoLike.exec(text);
  if (match === null) return parseOtherForm(text, zone);
  const [, year = "", month = "", date = "", hour = "0", minute = "00", second = "00", offset] = match;
  const day = parseDay(year, month.padStart(2, "0"), date.padStart(2, "0"));
  if (day === undefined || Number(hour) > 23) return undefined;
  return toMoment(day, `${hour.padStart(2, "0")}:${minute}:${second}`, offset, zone);
}

/** The first of some dates that can be parsed: that of the front matter, or else that of the file name. */
export function parseFirstMoment(written: readonly unknown[], zone: string): Instant | undefined {
  for (const date of written) {
    const moment = parseMoment(date, zone);
    if (moment !== undefined) return moment;
  }
  return undefined;
}

const isoLike =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[A-Z]{3,4}|[+-]\d{1,2}(?::?\d\d)?)?$/i;

function toMoment(
  day: Parameters<typeof toInstant>[0],
  time: string,
  offset: string | undefined,
  zone: string,
): Instant | undefined {
  if (offset === undefined) return toInstant(day, time, zone);
  const numeric = /^[+-]/.test(offset) ? offset : (namedOffsets[offset.toUpperCase()] ?? undefined);
  if (numeric === undefined) return toInstant(day, time, zone);
  const [, sign = "+", hours = "0", minutes = "0"] = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(numeric) ?? [];
  // By reckoning: some archives have offsets that no zone has, such as +15:00.
  const offsetMinutes = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return parseInstant(new Date(Date.parse(`${day}T${time}Z`) - offsetMinutes * 60_000).toISOString());
}

const namedOffsets: Readonly<Record<string, string>> = {
  Z: "+00:00",
  UTC: "+00:00",
  GMT: "+00:00",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
  CET: "+01:00",
  CEST: "+02:00",
  EET: "+02:00",
  EEST: "+03:00",
  MSK: "+03:00",
};

/** "Thu, 11 Jul 2024 10:00:00 +0200", "July 11, 2024 10:00", "11 July 2024". */
function parseOtherForm(text: string, zone: string): Instant | undefined {
  if (!/\d{4}/.test(text) || !/[a-z]{3}/i.test(text)) return undefined;
  const hasZone = /(?:\b(?:Z|UTC|GMT|[ECMP][SD]T)|[+-]\d\d:?\d\d)\s*$/.test(text);
  // Without a zone, this reads the local time of the site as if it were UTC, so that the machine's zone has no part in it.
  const moment = new Date(hasZone ? text : `${text} UTC`);
  if (Number.isNaN(moment.getTime())) return undefined;
  const iso = moment.toISOString();
  return hasZone ? parseInstant(iso) : parseMoment(iso.replace(/\.\d+Z$/, ""), zone);
}

import { type Day, dayFrom, daysBetween, foldersOf } from "../../values/day.ts";
import { dayIn, type Instant, instantAt, instantFrom, withOffset } from "../../values/instant.ts";
import { quoted, type Slip } from "../../values/problem.ts";
import type { Site } from "../settings/site.ts";

/** The clock by which a site publishes. */
export type Clock = Pick<Site, "timezone" | "hour">;

/** When an article of a day comes out where its author says nothing else. */
export function usualMoment(day: Day, { hour, timezone }: Clock): Instant {
  return instantAt(day, hour, timezone);
}

/**
 * The moment that an author wrote; or what is wrong with it, with the form that is right.
 *
 * @param day of the edition, which shows in the advice where the text names no day at all
 */
export function momentFrom(text: string, day: Day, clock: Clock): Instant | Slip {
  const moment = instantFrom(text.trim());
  if (moment !== undefined) return moment;
  const meant = withoutOffset(text, clock);
  return {
    what: meant ? `${quoted(text)} has no offset from UTC.` : `${quoted(text)} is no moment in ISO 8601.`,
    advice: `Write it as in: ${withOffset(meant ?? usualMoment(day, clock), clock.timezone)}`,
  };
}

/** An article's date; or what is wrong, also where it lies more than a day outside the edition that the article stands in. */
export function dateFrom(text: string, day: Day, clock: Clock): Instant | Slip {
  const moment = momentFrom(text, day, clock);
  // Where the day in UTC is the edition's, that in any zone is at most a day away. Luxon takes a while to say so.
  if (typeof moment !== "string" || moment.startsWith(day)) return moment;
  const itsDay = dayIn(moment, clock.timezone);
  if (Math.abs(daysBetween(day, itsDay)) <= 1) return moment;
  const usual = withOffset(usualMoment(day, clock), clock.timezone);
  return {
    what: `${quoted(text)} is more than a day away from the edition of ${day}.`,
    advice: `Write a moment of ${day}, as in ${usual}, or move the file to the folder ${foldersOf(itsDay).join("/")}.`,
  };
}

/** A day with or without a time, as authors write it who forget the offset: taken by the site's clock. */
function withoutOffset(text: string, { hour, timezone }: Clock): Instant | undefined {
  const [, year = "", month = "", date = "", time = hour] =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?))?$/.exec(text.trim()) ?? [];
  const day = dayFrom(year, month, date);
  return day && instantAt(day, time, timezone);
}

import { countDaysBetween, type Day, describeYearOutside, toDateFolders } from "../../values/day.ts";
import { formatWithOffset, type Instant, parseInstant, toDay, toInstant } from "../../values/instant.ts";
import { inQuotes, type ProblemText } from "../../values/problem.ts";
import { foldLookAlikes } from "../../values/text/hidden-characters.ts";
import { type PublicationSchedule, parseWithoutOffset, suggestInstant } from "./date-forms.ts";

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
  const suggestion =
    localInstant === undefined
      ? (suggestInstant(text.trim(), day, schedule) ?? suggestInstant(words, day, schedule))
      : undefined;
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

import { toDateFolders } from "../../values/day.ts";
import { type Instant, toDay } from "../../values/instant.ts";

/** What fills the placeholders of a permalink. */
export interface PermalinkParts {
  readonly date: Instant | undefined;
  readonly timezone: string;
  /** By name: "title", "slug", "categories". */
  readonly words: Readonly<Record<string, string>>;
}

/** Fills the placeholders of a permalink: "/:year/:month/:title/" of Jekyll and Hugo. */
export function fillPermalink(pattern: string, { date, timezone, words }: PermalinkParts): string {
  const values: Record<string, string> = { ...words, ...(date && listDateWords(date, timezone)) };
  const filled = pattern.replace(/:([a-z_]+)/g, (placeholder, name: string) => values[name] ?? placeholder);
  return toPath(filled);
}

function listDateWords(date: Instant, timezone: string): Readonly<Record<string, string>> {
  const day = toDay(date, timezone);
  const [year = "", month = "", dayOfMonth = ""] = toDateFolders(day);
  return {
    year,
    month,
    day: dayOfMonth,
    short_year: year.slice(2),
    i_month: String(Number(month)),
    i_day: String(Number(dayOfMonth)),
  };
}

/** A path with one "/" at its start, and none doubled. */
export function toPath(text: string): string {
  return `/${text}`.replace(/\/{2,}/g, "/");
}

import type { Progress } from "../site/site.ts";

/**
 * How far a build is, in a line: "3400 of 56000 pages, about 12 s left".
 *
 * @param milliseconds since the first of them was begun. What is left is told from the second second on: before, and of
 *   texts, after which the pages are still to come, it would be a guess
 */
export function progressLine({ what, done, total }: Progress, milliseconds: number): string {
  const line = `${done} of ${total} ${what}`;
  if (what === "texts" || done === 0 || done >= total || milliseconds < 1000) return line;
  return `${line}, about ${timeText((milliseconds / done) * (total - done))} left`;
}

function timeText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

import type { Progress } from "../site/site.ts";

/**
 * Formats the progress of a build as a line: "3400 of 56000 pages, about 12 s left".
 *
 * @param milliseconds since this phase began. The remaining time is left out during the first second, when it would be
 *   a guess, and for texts, because the pages are still to come
 */
export function formatProgress({ what, done, total }: Progress, milliseconds: number): string {
  const line = `${done} of ${total} ${what}`;
  if (what === "texts" || done === 0 || done >= total || milliseconds < 1000) return line;
  return `${line}, about ${formatTimeLeft((milliseconds / done) * (total - done))} left`;
}

function formatTimeLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

import type { BuildSummary, Progress } from "../site/site.ts";
import type { Terminal } from "./terminal.ts";

/** Creates a callback that shows the progress of a build on the terminal, with the remaining time. */
export function createProgressPrinter(terminal: Terminal): (progress: Progress) => void {
  const startTimes = new Map<Progress["what"], number>();
  return (progress) => {
    const now = performance.now();
    const start = startTimes.get(progress.what) ?? now;
    startTimes.set(progress.what, start);
    terminal.showProgress(formatProgress(progress, now - start));
  };
}

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

/** Formats the summary of a build: "120 pages, 1.4 MB; 3 files written, 1 removed, in 0.2 s". */
export function formatBuildSummary({ pages, bytes, written, removed }: BuildSummary, milliseconds: number): string {
  const changes = `${written} files written${removed > 0 ? `, ${removed} removed` : ""}`;
  return `${pages} pages, ${(bytes / 1e6).toFixed(1)} MB; ${changes}, in ${(milliseconds / 1000).toFixed(1)} s`;
}

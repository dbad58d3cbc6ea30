import { type BuildOptions, type BuildSummary, buildSite, formatShard, type Progress } from "../site/site.ts";
import { formatProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** Builds the site and prints a summary line. On a terminal it shows the progress. */
export async function runBuild(
  options: Omit<BuildOptions, "onProgress" | "onNotice">,
  terminal: Terminal,
): Promise<void> {
  const { shard } = options;
  const start = performance.now();
  const summary = await buildSite({
    ...options,
    onProgress: createProgressPrinter(terminal),
    onNotice: terminal.print,
  });
  terminal.showProgress(undefined);
  const shardPrefix = shard ? `part ${formatShard(shard)}: ` : "";
  terminal.print(`${shardPrefix}${formatBuildSummary(summary, performance.now() - start)}`);
}

/** Formats the summary of a build: "120 pages, 1.4 MB; 3 files written, 1 removed, in 0.2 s". */
export function formatBuildSummary({ pages, bytes, written, removed }: BuildSummary, milliseconds: number): string {
  const changes = `${written} files written${removed > 0 ? `, ${removed} removed` : ""}`;
  return `${pages} pages, ${(bytes / 1e6).toFixed(1)} MB; ${changes}, in ${(milliseconds / 1000).toFixed(1)} s`;
}

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

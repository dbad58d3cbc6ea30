import { type ListenOptions, type PreviewOutcome, runPreview } from "../preview/preview.ts";
import type { SiteOptions } from "../site/site.ts";
import { formatProblem } from "../values/problem.ts";
import { createProgressPrinter, formatBuildSummary } from "./build.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Serves a preview of the site until Ctrl-C. It shows and marks drafts and scheduled articles, and reloads the browser
 * after each save. Problems are shown on the terminal and on the page.
 *
 * @throws CannotListen if no port is free, or if the host is not an address of this machine
 */
export async function runDev(
  getSiteOptions: () => SiteOptions,
  listenOptions: ListenOptions,
  terminal: Terminal,
): Promise<void> {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  await runPreview({
    getSiteOptions,
    ...listenOptions,
    signal: controller.signal,
    onProgress: createProgressPrinter(terminal),
    onNotice: terminal.print,
    onBuilt: (outcome, milliseconds) => {
      terminal.showProgress(undefined);
      for (const line of describeOutcome(outcome, milliseconds)) terminal.print(line);
    },
    onReady: (url) => terminal.print(`The preview is at ${url} and is rebuilt when you save. Press Ctrl-C to stop it.`),
  });
}

function describeOutcome(outcome: PreviewOutcome, milliseconds: number): readonly string[] {
  switch (outcome.kind) {
    case "built":
      return [formatBuildSummary(outcome.summary, milliseconds)];
    case "problems":
      return outcome.problems.map(formatProblem);
    case "broken":
      return [outcome.errorText];
    case "gone":
      return [];
  }
}

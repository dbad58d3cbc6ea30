import { type PreviewOutcome, runPreview } from "../preview/preview.ts";
import type { SiteOptions } from "../site/site.ts";
import { formatProblem } from "../values/problem.ts";
import { createProgressPrinter, formatBuildSummary } from "./build.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Serves a preview of the site until Ctrl-C. It shows and marks drafts and scheduled articles, and reloads the browser
 * after each save. Problems are shown on the terminal and on the page.
 *
 * @throws NoFreePort if neither the port nor any of the next few is free
 */
export async function runDev(getSiteOptions: () => SiteOptions, port: number, terminal: Terminal): Promise<void> {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  await runPreview({
    getSiteOptions,
    port,
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

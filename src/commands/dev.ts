import { endSignals } from "../disk/disk.ts";
import type { PreviewOutcome } from "../preview/preview.ts";
import { formatProblem, formatWarnings } from "../values/problem.ts";
import { UserError } from "../values/user-error.ts";
import type { Command } from "./command.ts";
import { createProgressPrinter, formatBuildSummary } from "./progress.ts";
import { contentOptions, readSiteOptions } from "./site-options.ts";

const options = {
  ...contentOptions,
  host: {
    value: "ADDRESS",
    help: "an address to listen on, or 0.0.0.0 for all; others can then read drafts (default: this machine alone)",
  },
  port: { value: "NUMBER", help: "the port to listen on; if it is in use, the next free one", default: "8080" },
} as const;

/**
 * Serves a preview of the site until Ctrl-C. It shows and marks drafts and scheduled articles, and reloads the browser
 * after each save. Problems are shown on the terminal and on the page.
 */
export const devCommand: Command<typeof options> = {
  name: "dev",
  summary: "Show the site with drafts and scheduled articles, and again whenever a file is saved",
  options,
  example: "dateline dev --port 3000",
  async run({ options: given }, terminal) {
    const port = parsePort(given.port);
    const { runPreview } = await import("../preview/preview.ts");
    const controller = new AbortController();
    // Not once: a second Ctrl-C would end this process before it has cleaned up. SIGHUP is the end of the terminal.
    for (const signal of endSignals) process.on(signal, () => controller.abort());
    await runPreview({
      getSiteOptions: () => readSiteOptions(given),
      host: given.host,
      port,
      signal: controller.signal,
      onProgress: createProgressPrinter(terminal),
      onNotice: terminal.print,
      onBuilt: (outcome, milliseconds) => {
        terminal.showProgress(undefined);
        for (const line of describeOutcome(outcome, milliseconds)) terminal.print(line);
      },
      onReady: (url) =>
        terminal.print(`The preview is at ${url} and is rebuilt when you save. Press Ctrl-C to stop it.`),
    });
  },
};

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new UserError(`--port ${text}: a port is a number from 1 to 65535.`);
}

function describeOutcome(outcome: PreviewOutcome, milliseconds: number): readonly string[] {
  switch (outcome.kind) {
    case "built":
      return [...formatWarnings(outcome.summary.warnings), formatBuildSummary(outcome.summary, milliseconds)];
    case "problems":
      return outcome.problems.map(formatProblem);
    case "broken":
      return [outcome.errorText];
    case "gone":
      return [];
  }
}

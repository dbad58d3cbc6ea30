import { type Outcome, preview } from "../preview/preview.ts";
import type { Wanted } from "../site/site.ts";
import { problemLine } from "../values/problem.ts";
import { builtLine, shownOn } from "./build.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Shows the site to its authors until Ctrl-C: drafts and scheduled articles are shown and marked, and what is saved shows
 * itself in the browser. Slips are told here and on the page.
 */
export async function dev(wanted: () => Wanted, port: number, terminal: Terminal): Promise<void> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  await preview({
    wanted,
    port,
    stop: stop.signal,
    progress: shownOn(terminal),
    notice: terminal.print,
    built: (outcome, milliseconds) => {
      terminal.progress(undefined);
      for (const line of linesOf(outcome, milliseconds)) terminal.print(line);
    },
    served: (url) => terminal.print(`The preview is at ${url} and follows what you save. Ctrl-C ends it.`),
  });
}

function linesOf(outcome: Outcome, milliseconds: number): readonly string[] {
  switch (outcome.kind) {
    case "built":
      return [builtLine(outcome.built, milliseconds)];
    case "problems":
      return outcome.problems.map(problemLine);
    case "broken":
      return [outcome.what];
    case "gone":
      return [];
  }
}

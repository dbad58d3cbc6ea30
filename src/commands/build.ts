import { build as buildSite, type Wanted } from "../build/build.ts";
import type { Terminal } from "./terminal.ts";

/** Builds the site and says in one line how large it is and how long it took; on the way, on a terminal, how far it is. */
export async function build(
  wanted: Wanted,
  output: string,
  jobs: number | undefined,
  terminal: Terminal,
): Promise<void> {
  const start = performance.now();
  const progress = (done: number) => terminal.progress(`${done} pages`);
  const { pages, bytes, written, removed } = await buildSite({
    ...wanted,
    output,
    jobs,
    progress,
    notice: terminal.print,
  });
  terminal.progress(undefined);
  const changes = `${written} files written${removed > 0 ? `, ${removed} removed` : ""}`;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  terminal.print(`${pages} pages, ${(bytes / 1e6).toFixed(1)} MB; ${changes}, in ${seconds} s`);
}

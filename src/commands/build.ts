import { type Built, build as buildSite, type Wanted } from "../build/build.ts";
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
  const built = await buildSite({
    ...wanted,
    output,
    shows: "published",
    jobs,
    progress,
    notice: terminal.print,
  });
  terminal.progress(undefined);
  terminal.print(builtLine(built, performance.now() - start));
}

/** What was built, and how long it took, in a line. */
export function builtLine({ pages, bytes, written, removed }: Built, milliseconds: number): string {
  const changes = `${written} files written${removed > 0 ? `, ${removed} removed` : ""}`;
  return `${pages} pages, ${(bytes / 1e6).toFixed(1)} MB; ${changes}, in ${(milliseconds / 1000).toFixed(1)} s`;
}

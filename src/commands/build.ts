import { build as buildSite, type Wanted } from "../build/build.ts";
import type { Terminal } from "./terminal.ts";

/** Builds the site and says in one line how large it is and how long it took; on the way, on a terminal, how far it is. */
export async function build(wanted: Wanted, output: string, terminal: Terminal): Promise<void> {
  const start = performance.now();
  const { pages, bytes } = await buildSite({ ...wanted, output, progress: progressOn(terminal, start) });
  terminal.progress(undefined);
  terminal.print(
    `${pages} pages, ${(bytes / 1e6).toFixed(1)} MB, in ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
}

// A build that is over in two seconds needs no progress, and a line that changes faster than the eye sees is waste.
const quietMilliseconds = 2000;
const pagesBetween = 250;

function progressOn(terminal: Terminal, start: number): (done: number, of: number) => void {
  return (done, of) => {
    const passed = performance.now() - start;
    if (done % pagesBetween !== 0 || passed < quietMilliseconds) return;
    const left = Math.ceil(((passed / done) * (of - done)) / 1000);
    terminal.progress(`${done} of ${of} pages, ${left} s left`);
  };
}

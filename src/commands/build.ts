import { type BuildSettings, type Built, build as buildSite, type Progress, shardName } from "../site/site.ts";
import { progressLine } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** Builds the site and says in one line how large it is and how long it took; on the way, on a terminal, how far it is. */
export async function build(settings: Omit<BuildSettings, "progress" | "notice">, terminal: Terminal): Promise<void> {
  const { shard } = settings;
  const start = performance.now();
  const built = await buildSite({ ...settings, progress: shownOn(terminal), notice: terminal.print });
  terminal.progress(undefined);
  const part = shard ? `part ${shardName(shard)}: ` : "";
  terminal.print(`${part}${builtLine(built, performance.now() - start)}`);
}

/** What was built, and how long it took, in a line. */
export function builtLine({ pages, bytes, written, removed }: Built, milliseconds: number): string {
  const changes = `${written} files written${removed > 0 ? `, ${removed} removed` : ""}`;
  return `${pages} pages, ${(bytes / 1e6).toFixed(1)} MB; ${changes}, in ${(milliseconds / 1000).toFixed(1)} s`;
}

/** Shows how far a build is, with the time left. */
export function shownOn(terminal: Terminal): (progress: Progress) => void {
  const begun = new Map<Progress["what"], number>();
  return (progress) => {
    const now = performance.now();
    const start = begun.get(progress.what) ?? now;
    begun.set(progress.what, start);
    terminal.progress(progressLine(progress, now - start));
  };
}

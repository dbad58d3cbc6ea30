// In: a folder that authors write in. Out: its site with drafts and scheduled articles, served on this machine, and built
// again whenever something is saved.
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Wanted } from "../site/site.ts";
import { root } from "../values/package-root.ts";
import { buildPreviews } from "./builder.ts";
import { type Outcome, type Reports, startedBuilder } from "./building.ts";
import { changesIn } from "./changes.ts";
import { NoPort, previewServer } from "./server.ts";

export { buildPreviews, NoPort, type Outcome };

/** What is previewed, and who is told of it. */
export interface PreviewSettings extends Reports {
  /** Asked before each build: the clock goes on. */
  readonly wanted: () => Wanted;
  /** The port to listen at; the next one that is free where it is taken. */
  readonly port: number;
  /** Told where the preview is, as soon as there is something to see. */
  readonly served: (url: string) => void;
  /** Told how each build ended, and how long it took until the browsers were told to load their pages again. */
  readonly built: (outcome: Outcome, milliseconds: number) => void;
  /** Ends the preview. */
  readonly stop: AbortSignal;
}

/**
 * Serves a preview until it is stopped. It is built by the same cached build as the site, but beside the cache, never into
 * the output folder, so that no draft can be deployed. While something is wrong the last good pages stay, and say so.
 *
 * The builds are another process's: a page is served while one is at work, and where the code or a layout was changed, a
 * new process takes over.
 *
 * @throws NoPort where no port is free
 */
export async function preview({ wanted, port, served, built, stop, ...reports }: PreviewSettings): Promise<void> {
  const { content, cache } = wanted();
  const folder = folderIn(cache);
  const server = await previewServer(join(folder, "site"), port);
  let builder = startedBuilder(reports);
  stop.addEventListener("abort", () => builder.end());
  let isFirst = true;
  try {
    for await (const changed of changesIn([content, ...code], stop)) {
      const start = performance.now();
      if (builder.isGone() || code.some((each) => changed.has(each))) {
        await builder.end();
        builder = startedBuilder(reports);
      }
      const outcome = await builder.build({ ...wanted(), cache: folder, output: join(folder, "site") });
      if (stop.aborted) break;
      server.show(outcome);
      built(outcome, performance.now() - start);
      if (isFirst) served(server.url);
      isFirst = false;
    }
  } finally {
    await builder.end();
    await server.close();
  }
}

/** What makes the pages: a process that runs keeps the code that it began with. */
const code = ["src", "layouts"].map((name) => fileURLToPath(new URL(name, root)));

/** The folder in which a preview keeps its site and what it remembers of it. */
function folderIn(cache: string): string {
  const folder = join(cache, "preview");
  for (const each of [folder, join(cache, "images")]) mkdirSync(each, { recursive: true });
  // Pictures take long to make, and are kept by the bytes that they are made from: previews and builds share them.
  if (!existsSync(join(folder, "images"))) symlinkSync("../images", join(folder, "images"), "junction");
  return folder;
}

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ProblemsFound, plannedSite, renderableSite, type Wanted } from "../build/build.ts";
import { everything } from "../model/model.ts";
import { configured, type Renderable } from "../render/render.ts";
import { problemLine } from "../values/problem.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Serves a preview with Eleventy's own server: drafts and scheduled articles are shown and marked, and a saved file
 * reloads the page. It is written beside the cache, never into the output folder, so that no draft can be deployed.
 */
export async function dev(wanted: Wanted, port: number, terminal: Terminal): Promise<void> {
  const { Eleventy } = await import("@11ty/eleventy");
  // Eleventy looks for templates in its input folder: this one is empty.
  const input = join(wanted.cache, "preview.input");
  await mkdir(input, { recursive: true });
  let shown: Renderable = { pages: [], bodies: () => expectNoText(), images: [], weights: () => expectNoText() };
  const eleventy = new Eleventy(input, join(wanted.cache, "preview"), {
    configPath: false,
    runMode: "serve",
    quietMode: true,
    // Run again whenever something in the content changes: then the plan is made anew.
    config: async (config) => {
      shown = (await preview(wanted, terminal)) ?? shown;
      configured(config, shown);
      config.addWatchTarget(wanted.content, { resetConfig: true });
    },
  });
  await eleventy.init();
  await eleventy.watch();
  await eleventy.serve(port);
}

/** The site as its authors preview it; undefined, with the problems printed, while there are some: the last one stays. */
async function preview(wanted: Wanted, terminal: Terminal): Promise<Renderable | undefined> {
  try {
    return await renderableSite(await plannedSite(wanted, everything), wanted);
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    for (const problem of error.problems) terminal.print(problemLine(problem));
    return undefined;
  }
}

function expectNoText(): never {
  throw new Error("Expected no text to be shown before there is a plan.");
}

// One build, as the six steps in order: read, parse, model, plan (see planned.ts), render, publish.
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "../plan/plan.ts";
import { locked, NotOurs, nextTo, openedSite, replaceSite } from "../publish/publish.ts";
import { renderSite } from "../render/render.ts";
import { outputFile } from "../values/address.ts";
import { type PlannedSite, plannedSite, renderableSite, type Wanted } from "./planned.ts";
import { ProblemsFound } from "./problems-found.ts";

export { NotOurs, type PlannedSite, ProblemsFound, plannedSite, renderableSite, type Wanted };

/** What a build is made from, and where it goes. */
export interface BuildSettings extends Wanted {
  /** The folder that is published. */
  readonly output: string;
  /** Told after each page that is rendered. */
  readonly progress: ((done: number, of: number) => void) | undefined;
}

/** How large the site is that was built. */
export interface Built {
  readonly pages: number;
  readonly bytes: number;
}

/**
 * Builds the site and puts it in the place of the last one.
 *
 * @throws ProblemsFound with all problems in the content: the last site stays as it was
 * @throws NotOurs where the output folder holds something else than a site that was built before
 */
export async function build(settings: BuildSettings): Promise<Built> {
  return locked(
    `${settings.output}.lock`,
    () => undefined,
    async () => {
      const site = await openedSite(settings.output);
      const made = await renderableSite(await plannedSite(settings), settings);
      const next = await nextTo(site.folder);
      await renderSite(settings.progress ? { ...made, progress: settings.progress } : made, next);
      const built = await measured(next, made.pages);
      await replaceSite(site.folder, next, "");
      return built;
    },
  );
}

/** Every page that was planned is there, and has a text. */
async function measured(folder: string, pages: readonly Page[]): Promise<Built> {
  let bytes = 0;
  for (const { address } of pages) {
    const { size } = await stat(join(folder, outputFile(address)));
    if (size === 0) throw new Error(`Expected text at ${address}.`);
    bytes += size;
  }
  return { pages: pages.length, bytes };
}

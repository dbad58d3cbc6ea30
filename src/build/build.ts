// One build, as the six steps in order: read, parse, model, plan (see planned.ts), render, publish.
import { NotOurs, type Published, publishSite } from "../publish/publish.ts";
import { renderSite } from "../render/render.ts";
import { plannedSite, renderableSite, type Wanted } from "./planned.ts";
import { ProblemsFound } from "./problems-found.ts";

export { NotOurs, ProblemsFound, type Wanted };

/** What a build is made from, and where it goes. */
export interface BuildSettings extends Wanted {
  /** The folder that is published. */
  readonly output: string;
  /** Told after each page that is rendered. */
  readonly progress: ((done: number, of: number) => void) | undefined;
}

/**
 * Builds the site from nothing and puts it in the place of the last one.
 *
 * @throws ProblemsFound with all problems in the content: the last site stays as it was
 * @throws NotOurs where the output folder holds something else than a site that was built before
 */
export async function build(settings: BuildSettings): Promise<Published> {
  const planned = await plannedSite(settings);
  const made = await renderableSite(planned, settings);
  const renderable = settings.progress ? { ...made, progress: settings.progress } : made;
  return publishSite(settings.output, renderable.pages, (folder) => renderSite(renderable, folder));
}

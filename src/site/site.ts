// One build, as its six steps in order. Read this page first. Everything that did not change since the last build comes
// from the manifest in the cache; without a manifest, everything counts as changed.
import { assertNoProblems, throwAllProblems } from "../incremental/check.ts";
import { ContentProblems } from "../incremental/content-problems.ts";
import { loadContent } from "../incremental/load.ts";
import type { SiteOptions } from "../incremental/options.ts";
import { diffPlan } from "../incremental/plan-diff.ts";
import type { Progress } from "../incremental/progress.ts";
import { type BuildSummary, publishChanges } from "../incremental/publish.ts";
import { formatShard, type Shard } from "../incremental/shard.ts";
import { buildDigest } from "../model/model.ts";
import { createRenderBuffers } from "../render/render.ts";
import { createLruCache, type LruCache } from "../store/store.ts";
import { runWorker } from "../workers/workers.ts";
import { type BuildOptions, type BuildResources, withResources } from "./resources.ts";
import { createRenderable, findWarnings, type PlannedSite, planWholeSite } from "./whole-site.ts";

export {
  type BuildOptions,
  type BuildSummary,
  ContentProblems,
  createLruCache,
  createRenderable,
  findWarnings,
  formatShard,
  type LruCache,
  type PlannedSite,
  type Progress,
  planWholeSite,
  runWorker,
  type Shard,
  type SiteOptions,
};

/**
 * Builds the site: changes the published site in place if the cache describes it, otherwise replaces it. None of these
 * errors changes the published site.
 *
 * @throws ContentProblems with all problems of the content
 * @throws UserError if the output folder holds something other than a site of ours, or a worker process was killed
 */
export function buildSite(options: BuildOptions): Promise<BuildSummary> {
  return withResources(options, (resources) => runSteps(options, resources));
}

async function runSteps(options: BuildOptions, { cache, site, pool, nextFolder }: BuildResources) {
  const { content: contentFolder, now, shard, verify: keepsEqualFiles = false, onNotice } = options;
  // 1 and 2. Read and parse the files that changed.
  const content = await loadContent(options, cache, Date.now(), pool.loadMonths);
  // 3. Model: what readers may see at `now`.
  const digest = buildDigest(now, content.siteSettings, content.summaries);
  // 4. Plan: every address, and which pages changed.
  const diff = diffPlan(digest, content, cache, keepsEqualFiles ? undefined : site.id);
  if (content.problems.length > 0) throwAllProblems(diff, content, cache);
  // 5. Render the changed pages into a folder beside the site.
  const buffers = createRenderBuffers();
  const renderFolder = nextFolder.path;
  const renderOptions = { cache, diff, bodies: content.bodies, contentFolder, renderFolder, buffers, shard };
  const rendered = await pool.renderGroups(diff.changed, renderOptions, content).catch((error: unknown) => {
    // Pictures are decoded only now.
    if (!(error instanceof ContentProblems)) throw error;
    return throwAllProblems(diff, { ...content, problems: error.problems }, cache);
  });
  assertNoProblems(rendered, diff, content, cache);
  // 6. Publish: move the files into the site, and save the manifest.
  return publishChanges(rendered, content, diff, { site, nextFolder, cache, shard, keepsEqualFiles, onNotice });
}

// One build, as its steps in order: read and parse, model, plan, render, publish. Everything that did not change since
// the last build comes from its manifest (store.ts); without a manifest, everything counts as changed.
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { assertNoProblems, type UnitsChange } from "../incremental/check.ts";
import { ContentProblems } from "../incremental/content-problems.ts";
import { loadContent } from "../incremental/load.ts";
import type { SiteOptions } from "../incremental/options.ts";
import { diffPlan, planChange } from "../incremental/plan-diff.ts";
import type { Progress } from "../incremental/progress.ts";
import { type BuildSummary, publishChanges } from "../incremental/publish.ts";
import type { RenderOptions } from "../incremental/render.ts";
import { formatShard, type Shard } from "../incremental/shard.ts";
import { buildDigestFromSummaries, type Visibility } from "../model/model.ts";
import { createSiteFrame, planSite } from "../plan/plan.ts";
import { createNextFolder, ForeignFolder, type PublishedSite, recoverSite, withLock } from "../publish/publish.ts";
import {
  type Cache,
  CacheCorrupt,
  createLruCache,
  hash,
  hashSiteCode,
  type LruCache,
  openCache,
  prepareCacheFolder,
  resetCache,
} from "../store/store.ts";
import { createWorkerPool, runWorker, WorkerCrashed, type WorkerPool } from "../workers/workers.ts";
import { createRenderable, type PlannedSite, planWholeSite } from "./whole-site.ts";

export {
  type BuildSummary,
  ContentProblems,
  createLruCache,
  createRenderable,
  ForeignFolder as NotOurs,
  formatShard,
  type LruCache,
  type PlannedSite,
  type Progress,
  planWholeSite,
  runWorker,
  type Shard,
  type SiteOptions,
  WorkerCrashed,
};

/** The options of a build. */
export interface BuildOptions extends SiteOptions {
  /** The output folder: the published site. */
  readonly output: string;
  /** Which articles the site shows. A preview has its own output folder and cache. */
  readonly shows: Visibility;
  /** The limit of processes, this one included; undefined: `os.availableParallelism()`. */
  readonly jobs: number | undefined;
  /** Files or pages that each process must have to do. Default: as many as it takes to make up for its start. */
  readonly minItemsPerProcess?: number;
  /** The shard to build; undefined: the whole site. */
  readonly shard: Shard | undefined;
  /** Values that this process read from the cache in earlier builds; for a process that builds many times. */
  readonly memory?: LruCache;
  readonly onProgress: (progress: Progress) => void;
  /** Receives a line about an unusual event: a cache that is ignored, another build that this one waits for. */
  readonly onNotice: (line: string) => void;
}

/**
 * Builds the site: changes the published site in place if the cache describes it, otherwise replaces it. None of these
 * errors changes the published site.
 *
 * @throws ContentProblems with all problems of the content
 * @throws ForeignFolder if the output folder holds something other than a site of ours
 * @throws WorkerCrashed if a worker process was killed
 */
export async function buildSite(options: BuildOptions): Promise<BuildSummary> {
  const reportWait = (processId: number) =>
    options.onNotice(`Another build (process ${processId}) is running: waiting for it.`);
  const { folder, notice, release } = prepareCacheFolder(getCacheFolder(options));
  if (notice) options.onNotice(notice);
  const outputLock = `${resolve(options.output)}.lock`;
  try {
    return await withLock(join(folder, "lock"), reportWait, () =>
      withLock(outputLock, reportWait, () => buildWithRetry(folder, options)),
    );
  } finally {
    release();
  }
}

/** Each shard has its own cache, so that one machine can build several, in parallel or one after another. */
function getCacheFolder({ cache, shard }: BuildOptions): string {
  return shard ? join(cache, `part-${shard.index}-of-${shard.total}`) : cache;
}

async function buildWithRetry(cacheFolder: string, options: BuildOptions): Promise<BuildSummary> {
  const site = await recoverSite(options.output);
  const cache = openCache(cacheFolder, options.memory);
  if (cache.notice) options.onNotice(cache.notice);
  try {
    return await buildWithPool(cache, site, options);
  } catch (error) {
    if (!(error instanceof CacheCorrupt)) throw error;
    options.onNotice("The cache is damaged: building without it.");
    return await buildWithPool(resetCache(cache), site, options);
  }
}

async function buildWithPool(cache: Cache, site: PublishedSite, options: BuildOptions): Promise<BuildSummary> {
  const renderFolder = await createNextFolder(site.folder);
  const pool = createWorkerPool(options.jobs, options.onProgress, options.minItemsPerProcess);
  try {
    return await runSteps(renderFolder, cache, site, options, pool);
  } finally {
    // The workers first: they may still be writing to this folder.
    await pool.stop();
    await rm(renderFolder, { recursive: true, force: true });
  }
}

async function runSteps(
  renderFolder: string,
  cache: Cache,
  site: PublishedSite,
  { now, shard, ...options }: BuildOptions,
  pool: WorkerPool,
): Promise<BuildSummary> {
  const content = await loadContent({ ...options, now }, cache, Date.now(), pool.loadMonths);
  const { siteSettings, summaries, monthReader, bodies, monthRecords, parseContext, problems } = content;
  const digest = buildDigestFromSummaries(now, siteSettings, summaries);
  const codeHash = hashSiteCode();
  // The first story of a section changes the navigation on every page, also of old months.
  const frames = digest.languages.map((inLanguage) => createSiteFrame(digest, inLanguage));
  const renderKey = hash(JSON.stringify([codeHash, siteSettings, frames]));
  // The page records of the manifest are valid only for the site that was published with it.
  const isOutputKnown = cache.manifest !== undefined && site.token === cache.manifest.siteId;
  const previousGroups = isOutputKnown ? cache.manifest.pageGroups : {};
  const diff = diffPlan(planSite(digest, monthReader), renderKey, previousGroups);
  // Groups of all shards are checked, so that the build of each shard reports the same problems.
  const check = (changes: readonly UnitsChange[]) => assertNoProblems(changes, diff, content, cache, previousGroups);
  if (problems.length > 0) check(diff.changed.map((group) => planChange(group, cache, previousGroups, undefined)));
  const renderOptions: Omit<RenderOptions, "onProgress"> = {
    cache,
    previousGroups,
    bodies,
    contentFolder: options.content,
    codeHash,
    renderFolder,
    shard,
  };
  const rendered = await pool.renderGroups(diff.changed, renderOptions, {
    siteSettings,
    summaries,
    monthRecords,
    parseContext,
    renderKey,
  });
  check(rendered);
  return publishChanges(rendered, diff, content, renderOptions, site, isOutputKnown);
}

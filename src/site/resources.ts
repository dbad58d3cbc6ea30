import { join } from "node:path";
import type { SiteOptions } from "../incremental/options.ts";
import type { Progress } from "../incremental/progress.ts";
import type { Shard } from "../incremental/shard.ts";
import type { Visibility } from "../model/model.ts";
import {
  getSidePath,
  locateOutput,
  type NextFolder,
  type OutputFolder,
  openNextFolder,
  type PublishedSite,
  recoverSite,
  withLock,
} from "../publish/publish.ts";
import { type Cache, CacheCorrupt, type LruCache, openCache, prepareCacheFolder, resetCache } from "../store/store.ts";
import { createWorkerPool, type WorkerPool } from "../workers/workers.ts";

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
  /** Whether all pages are rendered again, and files of the site that differ are replaced. */
  readonly verify?: boolean;
  /** Values that this process read from the cache in earlier builds; for a process that builds many times. */
  readonly memory?: LruCache;
  readonly onProgress: (progress: Progress) => void;
  /** Receives a line about an unusual event: a cache that is ignored, another build that this one waits for. */
  readonly onNotice: (line: string) => void;
}

/** What a build holds while it runs. */
export interface BuildResources {
  readonly cache: Cache;
  readonly site: PublishedSite;
  readonly pool: WorkerPool;
  /** The folder beside the site that changed files are rendered into. */
  readonly nextFolder: NextFolder;
}

/**
 * Runs a build with its locks, cache, workers and folders, and releases them at the end. If the cache turns out to be
 * damaged, the build runs once more without it.
 *
 * @throws what the build throws
 */
export async function withResources<T>(
  options: BuildOptions,
  runBuild: (resources: BuildResources) => Promise<T>,
): Promise<T> {
  const reportWait = (processId: number) =>
    options.onNotice(`Another build (process ${processId}) is running: waiting for it.`);
  const { folder, notice, release } = prepareCacheFolder(getCacheFolder(options));
  if (notice) options.onNotice(notice);
  try {
    const output = locateOutput(options.output);
    return await withLock(join(folder, "lock"), reportWait, () =>
      withLock(getSidePath(output, "lock"), reportWait, () => withCache(folder, output, options, runBuild)),
    );
  } finally {
    release();
  }
}

/** Each shard has its own cache, so that one machine can build several, in parallel or one after another. */
function getCacheFolder({ cache, shard }: BuildOptions): string {
  return shard ? join(cache, `part-${shard.index}-of-${shard.total}`) : cache;
}

async function withCache<T>(
  cacheFolder: string,
  output: OutputFolder,
  options: BuildOptions,
  runBuild: (resources: BuildResources) => Promise<T>,
): Promise<T> {
  const site = await recoverSite(output);
  for (const notice of site.notices) options.onNotice(notice);
  const cache = openCache(cacheFolder, options.memory);
  if (cache.notice) options.onNotice(cache.notice);
  try {
    return await withPool(options, { cache, site }, runBuild);
  } catch (error) {
    if (!(error instanceof CacheCorrupt)) throw error;
    options.onNotice("The cache is damaged: building without it.");
    return await withPool(options, { cache: resetCache(cache), site }, runBuild);
  }
}

async function withPool<T>(
  options: BuildOptions,
  { cache, site }: Pick<BuildResources, "cache" | "site">,
  runBuild: (resources: BuildResources) => Promise<T>,
): Promise<T> {
  const nextFolder = openNextFolder(site.output);
  const pool = createWorkerPool(options.jobs, options.onProgress, options.minItemsPerProcess);
  try {
    return await runBuild({ cache, site, pool, nextFolder });
  } finally {
    // The workers first: they may still be writing to this folder.
    await pool.stop();
    await nextFolder.remove();
  }
}

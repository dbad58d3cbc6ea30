// One build, as the six steps in order: read and parse, model, plan, render, publish. What did not change since the last
// build is taken from memory (remembered.ts); without one, everything has changed.
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { checkAddresses, type ShelfChange } from "../incremental/check.ts";
import { ProblemsFound } from "../incremental/content-problems.ts";
import { contentNow } from "../incremental/load.ts";
import type { Wanted } from "../incremental/options.ts";
import { changedPlan, planned } from "../incremental/plan-diff.ts";
import type { Progress } from "../incremental/progress.ts";
import { type Built, published } from "../incremental/publish.ts";
import { type Shard, shardName } from "../incremental/shard.ts";
import { digestOf, type Shows } from "../model/model.ts";
import { planSite, siteFrameOf } from "../plan/plan.ts";
import { locked, NotOurs, nextTo, openedSite, type PublishedSite } from "../publish/publish.ts";
import {
  type AtHand,
  atHand,
  type Cache,
  cacheFolder,
  fingerprint,
  forgotten,
  openedCache,
  pageCode,
  Spoilt,
} from "../store/store.ts";
import { type Crew, crewOf, HandLost, work } from "../workers/workers.ts";
import { type PlannedSite, plannedSite, renderableSite } from "./whole-site.ts";

export {
  type AtHand,
  atHand,
  type Built,
  HandLost,
  NotOurs,
  type PlannedSite,
  ProblemsFound,
  type Progress,
  plannedSite,
  renderableSite,
  type Shard,
  shardName,
  type Wanted,
  work,
};

/** What a build is made from, and where it goes. */
export interface BuildSettings extends Wanted {
  /** The folder that is published. */
  readonly output: string;
  /** Which articles it shows. A preview has an output and a cache of its own. */
  readonly shows: Shows;
  /** How many processes may share the work; undefined: as many as the machine can run at once. */
  readonly jobs: number | undefined;
  /** How much there must be for each of them, in files or pages. Default: what a process needs to earn its start. */
  readonly filesForEach?: number;
  /** The part of the site that is made; undefined: the whole. */
  readonly shard: Shard | undefined;
  /** What a process that builds again and again has at hand of its cache. */
  readonly near?: AtHand;
  readonly progress: (progress: Progress) => void;
  /** Told in a line what is unusual: a cache that is put aside, another build that is waited for. */
  readonly notice: (line: string) => void;
}

/**
 * Builds the site and puts it in the place of the last one, or changes of that what is no longer right.
 *
 * @throws ProblemsFound with all problems in the content: the last site stays as it was
 * @throws NotOurs where the output folder holds something else than a site that was built before
 * @throws HandLost where another process that helped was killed: the last site stays then too
 */
export async function build(settings: BuildSettings): Promise<Built> {
  const waits = (process: number) => settings.notice(`Another build (process ${process}) is at work: waiting for it.`);
  const { folder, notice, end } = cacheFolder(cacheOf(settings));
  if (notice) settings.notice(notice);
  const outputLock = `${resolve(settings.output)}.lock`;
  try {
    return await locked(join(folder, "lock"), waits, () => locked(outputLock, waits, () => builtIn(folder, settings)));
  } finally {
    end();
  }
}

/** Each part has a cache of its own, so that several can be built on one machine, at once or in turn. */
function cacheOf({ cache, shard }: BuildSettings): string {
  return shard ? join(cache, `part-${shard.index}-of-${shard.total}`) : cache;
}

async function builtIn(cacheIn: string, settings: BuildSettings): Promise<Built> {
  const site = await openedSite(settings.output);
  const cache = openedCache(cacheIn, settings.near);
  if (cache.notice) settings.notice(cache.notice);
  try {
    return await buildWith(cache, site, settings);
  } catch (error) {
    if (!(error instanceof Spoilt)) throw error;
    settings.notice("The cache is damaged: building without it.");
    return await buildWith(forgotten(cache), site, settings);
  }
}

async function buildWith(cache: Cache, site: PublishedSite, settings: BuildSettings): Promise<Built> {
  const next = await nextTo(site.folder);
  const crew = crewOf(settings.jobs, settings.progress, settings.filesForEach);
  try {
    return await buildInto(next, cache, site, settings, crew);
  } finally {
    // First they, who may still be writing there.
    await crew.end();
    await rm(next, { recursive: true, force: true });
  }
}

async function buildInto(
  next: string,
  cache: Cache,
  site: PublishedSite,
  { now, shard, ...settings }: BuildSettings,
  crew: Crew,
): Promise<Built> {
  const content = await contentNow({ ...settings, now }, cache, Date.now(), crew.parse);
  const { masthead, summaries, archive, bodies, groups, parsing, problems } = content;
  const digest = digestOf(now, masthead, summaries);
  const code = pageCode();
  // The first story of a section changes the navigation around every page, old months' too.
  const frames = digest.languages.map((inLanguage) => siteFrameOf(digest, inLanguage));
  const shownBy = fingerprint(JSON.stringify([code, masthead, frames]));
  // What is remembered of pages counts only for the very site that they were published in.
  const isSameSite = cache.memory !== undefined && site.token === cache.memory.token;
  const shelves = isSameSite ? cache.memory.shelves : {};
  const plan = changedPlan(planSite(digest, archive), shownBy, shelves);
  // Of all parts, so that whoever builds one of them is told the same problems.
  const check = (made: readonly ShelfChange[]) => checkAddresses(made, plan, content, cache, shelves);
  if (problems.length > 0) check(plan.changed.map((shelf) => planned(shelf, cache, shelves, undefined)));
  const rendering = { cache, shelves, bodies, content: settings.content, code, next, shard };
  const rendered = await crew.render(plan.changed, rendering, { masthead, summaries, groups, parsing, shownBy });
  check(rendered);
  return published(rendered, plan, content, rendering, site, isSameSite);
}

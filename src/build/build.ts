// One build, as the six steps in order: read and parse, model, plan, render, publish. What did not change since the last
// build is taken from memory (remembered.ts); without one, everything has changed.
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { digestOf, type Shows } from "../model/model.ts";
import { planSite, siteFrameOf } from "../plan/plan.ts";
import {
  changeSite,
  locked,
  NotOurs,
  nextTo,
  openedSite,
  type PublishedSite,
  replaceSite,
} from "../publish/publish.ts";
import { letGoOfImages } from "../render/render.ts";
import { surelyFree, withFurther } from "./amiss.ts";
import { changedPlan, planned, problemsOfAddresses, removedFiles, restOf } from "./changed.ts";
import { pageCode } from "./code-version.ts";
import { contentNow } from "./content.ts";
import { type Crew, crewOf } from "./crew.ts";
import { HandLost } from "./hand.ts";
import { type PlannedSite, plannedSite, renderableSite, type Wanted } from "./planned.ts";
import { ProblemsFound } from "./problems-found.ts";
import type { Progress } from "./progress.ts";
import { type Cache, cacheFolder, forgotten, type Memory, openedCache } from "./remembered.ts";
import type { RenderedShelf } from "./rendered.ts";
import { stampsFrom } from "./scanned.ts";
import { isInShard, type Shard, shardName } from "./shard.ts";
import { type UnitMemory, unitsOf } from "./shelves.ts";
import { type AtHand, atHand, fingerprint, Spoilt } from "./store.ts";
import { work } from "./worker.ts";

export {
  type AtHand,
  atHand,
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

/** How large the site is, or the part of it, and what of it was written. */
export interface Built {
  readonly pages: number;
  readonly bytes: number;
  readonly written: number;
  readonly removed: number;
}

/**
 * Builds the site and puts it in the place of the last one, or changes of that what is no longer right.
 *
 * @throws ProblemsFound with all problems in the content: the last site stays as it was
 * @throws NotOurs where the output folder holds something else than a site that was built before
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
  settings: BuildSettings,
  crew: Crew,
): Promise<Built> {
  const startedAt = Date.now();
  const { memory } = cache;
  const content = await contentNow(settings, cache, startedAt, crew.parse);
  const digest = digestOf(settings.now, content.masthead, content.summaries);
  const units = planSite(digest, content.archive);
  const code = pageCode();
  // The first story of a section changes the navigation around every page, old months' too.
  const frames = digest.languages.map((inLanguage) => siteFrameOf(digest, inLanguage));
  const shownBy = fingerprint(JSON.stringify([code, content.masthead, frames]));
  // What is remembered of pages counts only for the very site that they were published in.
  const isSameSite = memory !== undefined && site.token === memory.token;
  const shelves = isSameSite ? memory.shelves : {};
  const { changed, unchanged, vanished } = changedPlan(units, shownBy, shelves);
  const { masthead, summaries, groups, parsing, bodies } = content;
  const { shard } = settings;
  const rest = restOf(unchanged, cache, shelves);
  const gone = vanished.map((name) => ({ name, before: unitsOf(shelves[name], cache), now: [] }));
  // Of all parts, so that whoever builds one of them is told the same problems.
  const check = (made: readonly Pick<RenderedShelf, "before" | "now">[]) => {
    const now = made.flatMap((shelf) => shelf.now);
    const isFree = surelyFree(content.problems, parsing.found.folder, masthead.site.language);
    const found = problemsOfAddresses(now, rest, removedOf([...made, ...gone]).length > 0, isFree);
    const problems = withFurther(content.problems, found);
    if (problems.length > 0) throw new ProblemsFound(problems);
  };
  if (content.problems.length > 0) check(changed.map((shelf) => planned(shelf, cache, shelves, undefined)));
  const rendering = { cache, shelves, bodies, content: settings.content, code, next, shard };
  const plan = { masthead, summaries, groups, parsing, shownBy };
  const rendered = await crew.render(changed, rendering, plan);
  check(rendered);
  const isOwn = ({ name }: { readonly name: string }) => isInShard(name, shard);
  const removed = removedOf([...rendered, ...gone].filter(isOwn));
  const written = rendered.flatMap((shelf) => shelf.written);
  const files = isSameSite ? differing(site.folder, next, written) : written;
  const kept = Object.fromEntries(unchanged.flatMap((name) => (shelves[name] ? [[name, shelves[name]]] : [])));
  const shelvesNow = { ...kept, ...rememberedShelves(rendered, changed, cache) };
  const token = tokenOf(shelvesNow, shard);
  if (isSameSite) await changeSite(site.folder, next, { written: files, removed }, token);
  else await replaceSite(site.folder, next, token);
  cache.remember({ parsedBy: parsing.parsedBy, now: settings.now, token, groups, shelves: shelvesNow });
  if (content.hasOtherPictures) await letGoOfImages(join(cache.folder, "images"), picturesIn(groups, cache));
  return { ...sizeOf(shelvesNow, shard), written: files.length, removed: removed.length };
}

/** The hashes of all pictures that authors have in the content folder, shown or not. */
function picturesIn(groups: Memory["groups"], { store }: Cache): ReadonlySet<string> {
  const stamps = Object.values(groups).flatMap(({ stamps }) => Object.entries(stampsFrom(stamps, store)));
  return new Set(stamps.flatMap(([path, [, hash]]) => (path.endsWith(".md") ? [] : [hash])));
}

function removedOf(shelves: readonly Pick<RenderedShelf, "before" | "now">[]): readonly string[] {
  return removedFiles(
    shelves.flatMap(({ before }) => before),
    shelves.flatMap(({ now }) => now),
  );
}

/** Files that are not byte for byte what the site has already: the others keep their time, so that hosts skip them. */
function differing(site: string, next: string, files: readonly string[]): readonly string[] {
  return files.filter((file) => {
    try {
      return !readFileSync(join(site, file)).equals(readFileSync(join(next, file)));
    } catch {
      return true;
    }
  });
}

function rememberedShelves(
  rendered: readonly RenderedShelf[],
  changed: readonly { readonly name: string; readonly key: string }[],
  { store }: Cache,
): Memory["shelves"] {
  const keys = new Map(changed.map(({ name, key }) => [name, key]));
  return Object.fromEntries(
    rendered.map(({ name, now }) => [
      name,
      {
        key: keys.get(name) ?? "",
        units: store.keep(JSON.stringify(now)),
        ...weight(now),
        aliases: now.flatMap(({ aliases }) => aliases),
      },
    ]),
  );
}

function weight(units: readonly UnitMemory[]): { readonly pages: number; readonly bytes: number } {
  const pages = units.flatMap((unit) => unit.pages);
  return { pages: pages.length, bytes: pages.reduce((total, [, , bytes]) => total + bytes, 0) };
}

/** What a site is called after it was built: a part says so, because it has nothing else by which it is known as ours. */
function tokenOf(shelves: Memory["shelves"], shard: Shard | undefined): string {
  const print = fingerprint(JSON.stringify(shelves));
  return shard ? `${shardName(shard)} ${print}` : print;
}

function sizeOf(
  shelves: Memory["shelves"],
  shard: Shard | undefined,
): { readonly pages: number; readonly bytes: number } {
  const all = Object.entries(shelves).flatMap(([name, shelf]) => (isInShard(name, shard) ? [shelf] : []));
  return {
    pages: all.reduce((total, { pages }) => total + pages, 0),
    bytes: all.reduce((total, { bytes }) => total + bytes, 0),
  };
}

// In: what was rendered beside the site. Out: the site with it, and what is remembered for the next build.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changeSite, type PublishedSite, replaceSite } from "../publish/publish.ts";
import { letGoOfImages } from "../render/render.ts";
import { type Cache, fingerprint, type Memory } from "../store/store.ts";
import type { ContentNow } from "./load.ts";
import { type UnitMemory, unitsOf } from "./page-groups.ts";
import { type ChangedPlan, removedOf } from "./plan-diff.ts";
import type { RenderedShelf, Rendering } from "./render.ts";
import { stampsFrom } from "./scan.ts";
import { isInShard, type Shard, shardName } from "./shard.ts";

/** How large the site is, or the part of it, and what of it was written. */
export interface Built {
  readonly pages: number;
  readonly bytes: number;
  readonly written: number;
  readonly removed: number;
}

/**
 * Puts rendered pages into the site, takes out what is no longer planned, and remembers it all.
 *
 * @param isSameSite whether it is the very site that the last build remembers: then the rest of it stays as it is
 */
export async function published(
  rendered: readonly RenderedShelf[],
  { changed, unchanged, vanished }: ChangedPlan,
  { groups, parsing, hasOtherPictures }: ContentNow,
  { cache, shelves, next, shard }: Omit<Rendering, "progress">,
  { folder }: PublishedSite,
  isSameSite: boolean,
): Promise<Built> {
  const gone = vanished.map((name) => ({ name, before: unitsOf(shelves[name], cache), now: [] }));
  const removed = removedOf([...rendered, ...gone].filter(({ name }) => isInShard(name, shard)));
  const made = rendered.flatMap((shelf) => shelf.written);
  const written = isSameSite ? differing(folder, next, made) : made;
  const kept = Object.fromEntries(unchanged.flatMap((name) => (shelves[name] ? [[name, shelves[name]]] : [])));
  const shelvesNow = { ...kept, ...rememberedShelves(rendered, changed, cache) };
  const token = tokenOf(shelvesNow, shard);
  if (isSameSite) await changeSite(folder, next, { written, removed }, token);
  else await replaceSite(folder, next, token);
  const { parsedBy, terms, now } = parsing;
  cache.remember({ parsedBy, terms, now, token, groups, shelves: shelvesNow });
  if (hasOtherPictures) await letGoOfImages(join(cache.folder, "images"), picturesIn(groups, cache));
  return { ...sizeOf(shelvesNow, shard), written: written.length, removed: removed.length };
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
  changed: ChangedPlan["changed"],
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

/** The hashes of all pictures that authors have in the content folder, shown or not. */
function picturesIn(groups: Memory["groups"], { store }: Cache): ReadonlySet<string> {
  const stamps = Object.values(groups).flatMap((group) => Object.entries(stampsFrom(group.stamps, store)));
  return new Set(stamps.flatMap(([path, [, hash]]) => (path.endsWith(".md") ? [] : [hash])));
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

// In: a folder of rendered files. Out: the site with these files in it, and the manifest for the next build.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changeSite, type PublishedSite, replaceSite } from "../publish/publish.ts";
import { pruneImages } from "../render/render.ts";
import { type Cache, hash, type Manifest } from "../store/store.ts";
import type { LoadedContent } from "./load.ts";
import type { UnitRecord } from "./page-groups.ts";
import { excludeUnchangedFiles, findRemovedFiles, type PlanDiff, readVanishedGroups } from "./plan-diff.ts";
import type { RenderedPageGroup, RenderOptions } from "./render.ts";
import { readStamps } from "./scan.ts";
import { formatShard, isInShard, type Shard } from "./shard.ts";

/** The size of the site, or of the shard, and what this build changed. */
export interface BuildSummary {
  readonly pages: number;
  /** Of all pages, in UTF-8, without pictures. */
  readonly bytes: number;
  /** Files that were written, because their bytes differ or the whole site is new. */
  readonly written: number;
  /** Files that were deleted. */
  readonly removed: number;
}

/**
 * Publishes rendered pages, deletes what is no longer planned, and saves the manifest.
 * The site is changed in place if the manifest describes it; otherwise the rendered folder replaces it.
 */
export async function publishChanges(
  rendered: readonly RenderedPageGroup[],
  { monthRecords, parseContext, hasChangedPictures }: LoadedContent,
  diff: PlanDiff,
  { cache, renderFolder, shard }: Pick<RenderOptions, "cache" | "renderFolder" | "shard">,
  { folder }: PublishedSite,
): Promise<BuildSummary> {
  const { changed, unchanged, previousGroups, isOutputKnown } = diff;
  const changes = [...rendered, ...readVanishedGroups(diff, cache)];
  const removedFiles = findRemovedFiles(changes.filter(({ name }) => isInShard(name, shard)));
  const removed = excludeUnchangedFiles(removedFiles, diff.unchangedPages);
  const renderedFiles = rendered.flatMap((group) => group.writtenFiles);
  const written = isOutputKnown ? findChangedFiles(folder, renderFolder, renderedFiles) : renderedFiles;
  const unchangedGroups = Object.fromEntries(
    unchanged.flatMap((name) => (previousGroups[name] ? [[name, previousGroups[name]]] : [])),
  );
  const pageGroups = { ...unchangedGroups, ...storePageGroups(rendered, changed, cache) };
  const siteId = createSiteId(pageGroups, shard);
  if (isOutputKnown) await changeSite(folder, renderFolder, { written, removed }, siteId);
  else await replaceSite(folder, renderFolder, siteId);
  const { parseKey, termsKey, now } = parseContext;
  cache.saveManifest({ parseKey, termsKey, now, siteId, months: monthRecords, pageGroups });
  if (hasChangedPictures) await pruneImages(join(cache.folder, "images"), listPictureHashes(monthRecords, cache));
  return { ...measureSite(pageGroups, shard), written: written.length, removed: removed.length };
}

/** Files that differ from those of the site. The others keep their mtime, so that uploads to a host skip them. */
function findChangedFiles(site: string, renderFolder: string, files: readonly string[]): readonly string[] {
  return files.filter((file) => {
    try {
      return !readFileSync(join(site, file)).equals(readFileSync(join(renderFolder, file)));
    } catch {
      return true;
    }
  });
}

function storePageGroups(
  rendered: readonly RenderedPageGroup[],
  changed: PlanDiff["changed"],
  { store }: Cache,
): Manifest["pageGroups"] {
  const hashes = new Map(changed.map(({ name, inputsHash }) => [name, inputsHash]));
  return Object.fromEntries(
    rendered.map(({ name, current }) => [
      name,
      {
        inputsHash: hashes.get(name) ?? "",
        unitsBlob: store.put(JSON.stringify(current)),
        ...sumSizes(current),
        aliases: current.flatMap(({ aliases }) => aliases),
      },
    ]),
  );
}

function sumSizes(units: readonly UnitRecord[]): { readonly pages: number; readonly bytes: number } {
  const pages = units.flatMap((unit) => unit.pages);
  return { pages: pages.length, bytes: pages.reduce((total, [, , bytes]) => total + bytes, 0) };
}

/**
 * The id written to `_site.token`. The id of a shard begins with "3/8", because a shard lacks the files by which a
 * whole site is recognised.
 */
function createSiteId(pageGroups: Manifest["pageGroups"], shard: Shard | undefined): string {
  const pagesHash = hash(JSON.stringify(pageGroups));
  return shard ? `${formatShard(shard)} ${pagesHash}` : pagesHash;
}

/** The hashes of all pictures in the content folder, shown or not. */
function listPictureHashes(monthRecords: Manifest["months"], { store }: Cache): ReadonlySet<string> {
  const stamps = Object.values(monthRecords).flatMap((record) => Object.entries(readStamps(record.stampsBlob, store)));
  return new Set(stamps.flatMap(([path, [, hash]]) => (path.endsWith(".md") ? [] : [hash])));
}

function measureSite(
  pageGroups: Manifest["pageGroups"],
  shard: Shard | undefined,
): { readonly pages: number; readonly bytes: number } {
  const groups = Object.entries(pageGroups).flatMap(([name, group]) => (isInShard(name, shard) ? [group] : []));
  return {
    pages: groups.reduce((total, { pages }) => total + pages, 0),
    bytes: groups.reduce((total, { bytes }) => total + bytes, 0),
  };
}

// In: a folder of rendered files. Out: the site with these files in it, and the manifest for the next build.
import { join } from "node:path";
import { getGroupMonth, type PublishedFile } from "../parse/parse.ts";
import {
  type Changes,
  changeSite,
  findChangedFiles,
  type NextFolder,
  type PublishedSite,
  replaceSite,
} from "../publish/publish.ts";
import { copyFiles, pruneImages } from "../render/render.ts";
import { type Cache, hash, type Manifest } from "../store/store.ts";
import { toOutputPath } from "../values/address.ts";
import type { Warning } from "../values/problem.ts";
import { ContentProblems } from "./content-problems.ts";
import type { LoadedContent } from "./load.ts";
import { once } from "./month-handle.ts";
import { assertInSite, assertSourceInside, type PageGroupChange, type UnitRecord } from "./page-groups.ts";
import {
  excludeUnchangedFiles,
  findRemovedFiles,
  listUnitFiles,
  type PlanDiff,
  readVanishedGroups,
} from "./plan-diff.ts";
import type { RenderedPageGroup } from "./render.ts";
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
  /** About the site, or the shard: the same with and without cache. */
  readonly warnings: readonly Warning[];
}

/** Where rendered pages are published, and how. */
export interface Publication {
  readonly site: PublishedSite;
  readonly nextFolder: NextFolder;
  readonly cache: Cache;
  readonly shard: Shard | undefined;
  /** Whether files of the site that already have the right bytes stay as they are, also if the whole site is new. */
  readonly keepsEqualFiles: boolean;
  readonly onNotice: (line: string) => void;
}

/**
 * Publishes rendered pages, documents and static files, deletes what is no longer planned, and saves the manifest.
 * The site is changed in place if the manifest describes it; otherwise the rendered folder replaces it.
 *
 * @throws ContentProblems if a document or static file was changed meanwhile; nothing was published then
 */
export async function publishChanges(
  rendered: readonly RenderedPageGroup[],
  { monthRecords, parseContext, hasChangedPictures }: LoadedContent,
  diff: PlanDiff,
  publication: Publication,
): Promise<BuildSummary> {
  const { cache, shard } = publication;
  const { changed, unchanged, previousGroups } = diff;
  const unchangedGroups = Object.fromEntries(
    unchanged.flatMap((name) => (previousGroups[name] ? [[name, previousGroups[name]]] : [])),
  );
  const pageGroups = { ...unchangedGroups, ...storePageGroups(rendered, changed, cache) };
  const siteId = createSiteId(pageGroups, shard);
  const { written, removed } = await publishFiles(
    rendered,
    parseContext.contentFiles.folder,
    siteId,
    diff,
    publication,
  );
  const { parseKey, termsKey, now } = parseContext;
  cache.saveManifest({ parseKey, termsKey, now, siteId, months: monthRecords, pageGroups });
  if (hasChangedPictures) await pruneImages(join(cache.folder, "images"), listPictureHashes(monthRecords, cache));
  return { ...measureSite(pageGroups, monthRecords, shard), written: written.length, removed: removed.length };
}

async function publishFiles(
  rendered: readonly RenderedPageGroup[],
  contentFolder: string,
  siteId: string,
  diff: PlanDiff,
  { site, nextFolder, cache, shard, keepsEqualFiles, onNotice }: Publication,
): Promise<Changes> {
  const copiedFiles = listFilesToCopy(rendered.filter(({ name }) => isInShard(name, shard)));
  const copied = await copyFiles(copiedFiles, contentFolder, nextFolder.path);
  if (!copied.ok) throw new ContentProblems(copied.problems);
  const files = [
    ...rendered.flatMap((group) => group.writtenFiles),
    ...copiedFiles.map(({ address }) => toOutputPath(address)),
  ];
  if (!diff.isOutputKnown)
    return replaceSite(site.output, nextFolder, { files, id: siteId, keepsEqualFiles, onNotice });
  const changes = [...rendered, ...readVanishedGroups(diff, cache)];
  const removedFiles = findRemovedFiles(changes.filter(({ name }) => isInShard(name, shard)));
  const removed = excludeUnchangedFiles(removedFiles, diff.unchangedPages);
  const written = findChangedFiles(site.output.folder, nextFolder.path, files);
  const previousFiles = once(() => new Set(changes.flatMap(({ previous }) => previous.flatMap(listUnitFiles))));
  const isKnown = (file: string) => previousFiles().has(file);
  await changeSite(site.output, nextFolder, { written, removed }, siteId, isKnown);
  return { written, removed };
}

/** Documents and static files that the last build did not publish with the same bytes. */
function listFilesToCopy(changes: readonly PageGroupChange[]): readonly PublishedFile[] {
  const listFiles = (units: readonly UnitRecord[]) => units.flatMap((unit) => unit.files);
  const toKey = ({ address, hash: bytesHash }: PublishedFile) => `${address} ${bytesHash}`;
  const previousFiles = new Set(changes.flatMap(({ previous }) => listFiles(previous).map(toKey)));
  const files = changes.flatMap(({ current }) => listFiles(current)).filter((file) => !previousFiles.has(toKey(file)));
  for (const { path, address } of files) {
    assertSourceInside(path);
    assertInSite(address);
  }
  return [...new Map(files.map((file) => [file.address, file])).values()];
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
        warnings: current.flatMap(({ pages }) => pages.flatMap(([, , , warnings]) => warnings ?? [])),
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
  monthRecords: Manifest["months"],
  shard: Shard | undefined,
): Pick<BuildSummary, "pages" | "bytes" | "warnings"> {
  const groups = Object.entries(pageGroups).flatMap(([name, group]) => (isInShard(name, shard) ? [group] : []));
  return {
    pages: groups.reduce((total, { pages }) => total + pages, 0),
    bytes: groups.reduce((total, { bytes }) => total + bytes, 0),
    warnings: [
      ...groups.flatMap(({ warnings }) => warnings),
      ...Object.entries(monthRecords).flatMap(([name, { warnings }]) =>
        isInShard(getGroupMonth(name), shard) ? warnings : [],
      ),
    ],
  };
}

// In: the data that a build keeps for the next one. Out: the manifest of the last build, and its blobs by name.
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import {
  clearTemporaryFiles,
  getFileKind,
  getTemporaryFolder,
  isAbandonedFile,
  onExit,
  tryReadFile,
  writeFileAtomically,
  writeNewFile,
} from "../disk/disk.ts";
import type { MonthSummary } from "../model/model.ts";
import type { PlainPage, PublishedFile, PublishedImage, SiteLink, TermReference, UniqueKeys } from "../parse/parse.ts";
import type { Instant } from "../values/instant.ts";
import type { Warning } from "../values/problem.ts";
import {
  type BlobStore,
  CacheCorrupt,
  createLruCache,
  createMemoryBlobStore,
  type LruCache,
  openBlobStore,
} from "./blobs.ts";
import { hash } from "./hash.ts";
import { findJsonLines, toJsonLines } from "./json-lines.ts";
import type { TextPack } from "./text-pack.ts";
import { getCacheVersion, hashParserCode, hashSiteCode } from "./version.ts";

export {
  type BlobStore,
  CacheCorrupt,
  createLruCache,
  findJsonLines,
  hash,
  hashParserCode,
  hashSiteCode,
  type LruCache,
  type TextPack,
  toJsonLines,
};

/** The record of the last build. It holds nothing that a full build could not make again. */
export interface Manifest {
  /** A hash of what all texts are parsed with: code, folder and settings, except the known tags and storylines. */
  readonly parseKey: string;
  /** A hash of the known tags and storylines. */
  readonly termsKey: string;
  readonly now: Instant;
  /** The id of the site that was published with this manifest. */
  readonly siteId: string;
  /** By the name of the source month: "2024/07", or "pages". */
  readonly months: Readonly<Record<string, MonthRecord>>;
  /** By the name of the page group. */
  readonly pageGroups: Readonly<Record<string, PageGroupRecord>>;
}

/** What the manifest knows of the files of one month. */
export interface MonthRecord {
  /** A hash of the parse key and the bytes of all its files. */
  readonly inputsHash: string;
  /** Names of blobs: the stamps of its files, the parsed files without their texts, and the HTML of the texts. */
  readonly stampsBlob: string;
  readonly filesBlob: string;
  readonly bodiesBlob: string;
  readonly summaries: readonly MonthSummary[];
  /** Its plain pages, which have no date. */
  readonly pages: readonly PlainPage[];
  /** Its pictures that are published whether or not a text shows them. */
  readonly keptPictures: readonly PublishedImage[];
  /** Its documents that are published whether or not a text links to them. */
  readonly keptDocuments: readonly PublishedFile[];
  readonly staticFiles: readonly PublishedFile[];
  /** About its files, so that a build that does not parse them repeats them. */
  readonly warnings: readonly Warning[];
  /** The date of its next scheduled article. */
  readonly nextScheduled: Instant | undefined;
  /** The references of its articles to tags and storylines, as the authors wrote them. */
  readonly termReferences: readonly TermReference[];
  /** Of articles with aliases or a custom id: the keys that could collide with an article of another month. */
  readonly uniqueKeys: readonly UniqueKeys[];
}

/** What the manifest knows of one page group. */
export interface PageGroupRecord {
  /** A hash of the inputs of all its units. */
  readonly inputsHash: string;
  /** The name of the blob with its unit records, then the number of their pages and of the bytes of these. */
  readonly unitsBlob: string;
  readonly pages: number;
  readonly bytes: number;
  /** Aliases of its articles: no other page group may publish a page at one of them. */
  readonly aliases: readonly SiteLink[];
  /** About its pages, so that a build that leaves them alone repeats them. */
  readonly warnings: readonly Warning[];
}

/** The cache of builds in one folder: the blobs, and the manifest of the last build. */
export interface Cache {
  readonly folder: string;
  readonly store: BlobStore;
  readonly manifest: Manifest | undefined;
  /** Why the cache cannot be used, as a line to print; undefined if it can, or if there was none. */
  readonly notice: string | undefined;
  /** Replaces the manifest by one rename, then deletes blobs that it does not name. The last step of a build. */
  readonly saveManifest: (manifest: Manifest) => void;
}

/** A writable folder for a cache. */
export interface CacheFolder {
  readonly folder: string;
  /** Why it is not the requested folder, as a line to print. */
  readonly notice: string | undefined;
  /** Deletes a temporary folder. Call it after the build. */
  readonly release: () => void;
}

/**
 * Returns the requested folder if it is writable, otherwise a new temporary folder for this build alone.
 *
 * @param root the cache that the folder belongs to: it may be a link, but nothing in it may be, because what a link
 *   leads to would be written and deleted
 */
export function prepareCacheFolder(requestedFolder: string, root: string): CacheFolder {
  try {
    const temporaryFolder = getTemporaryFolder(requestedFolder);
    refuseLink(temporaryFolder);
    clearTemporaryFiles(temporaryFolder);
    // Fail before the build, not at its end.
    for (const folder of [requestedFolder, getBlobsFolder(requestedFolder)]) {
      if (folder !== root) refuseLink(folder);
      tryToWrite(folder);
    }
    const imagesFolder = getImagesFolder(requestedFolder);
    refuseLink(imagesFolder);
    mkdirSync(imagesFolder, { recursive: true });
    // Not by a file: if it were left, only a look at all pictures would find it.
    accessSync(imagesFolder, constants.W_OK);
    return { folder: requestedFolder, notice: undefined, release: () => undefined };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const folder = mkdtempSync(join(tmpdir(), "dateline-cache-"));
    const remove = () => rmSync(folder, { recursive: true, force: true });
    const cancelRemove = onExit(remove);
    const release = () => {
      remove();
      cancelRemove();
    };
    return { folder, notice: `The cache cannot be written (${reason}): building without it.`, release };
  }
}

function refuseLink(path: string): void {
  const sharedImages = join(dirname(path), "..", "images");
  // A preview shares the images of builds by a link of its own (preview/preview.ts).
  const isShared = basename(path) === "images" && getRealPath(path) === getRealPath(sharedImages);
  const target = isShared ? sharedImages : path;
  if (getFileKind(target) === "link") throw new Error(`${target} is a link, and links in the cache are not followed`);
}

function getRealPath(path: string): string | undefined {
  return existsSync(path) ? realpathSync(path) : undefined;
}

function tryToWrite(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `try.part-${process.pid}`);
  writeNewFile(file, "");
  rmSync(file, { force: true });
}

function getImagesFolder(folder: string): string {
  return join(folder, "images");
}

function getBlobsFolder(folder: string): string {
  return join(folder, "parts");
}

function getManifestPath(folder: string): string {
  return join(folder, "root");
}

/**
 * Opens the cache in a folder. Only one build may have it open at a time: the caller holds the lock.
 *
 * @param memory values that this process has read from it before
 */
export function openCache(folder: string, memory?: LruCache): Cache {
  const store = openBlobStore(getBlobsFolder(folder), memory);
  const manifestPath = getManifestPath(folder);
  return {
    folder,
    store,
    ...parseManifest(tryReadFile(manifestPath)?.toString("utf8")),
    saveManifest: (manifest) => {
      const text = JSON.stringify(manifest);
      if (getFileKind(manifestPath) === "folder") rmSync(manifestPath, { recursive: true });
      writeFileAtomically(manifestPath, `${getCacheVersion()} ${hash(text)}\n${text}`);
      // Killed builds left them half-written.
      for (const name of readdirSync(folder)) if (isAbandonedFile(name)) rmSync(join(folder, name), { force: true });
      store.prune(listReferencedBlobs(manifest));
    },
  };
}

/**
 * A cache that keeps its blobs in memory and has no manifest: for commands that load the content once.
 *
 * @param folder where images are kept between builds
 */
export function createMemoryCache(folder: string): Cache {
  const store = createMemoryBlobStore();
  return { folder, store, manifest: undefined, notice: undefined, saveManifest: () => undefined };
}

/**
 * Deletes everything from a cache except its images, and opens it again. Damaged blobs must be deleted: a new blob of
 * the same name would not be written over them, and worker processes of this build would read them.
 */
export function resetCache({ folder }: Cache): Cache {
  rmSync(getManifestPath(folder), { recursive: true, force: true });
  rmSync(getBlobsFolder(folder), { recursive: true, force: true });
  return openCache(folder);
}

function parseManifest(fileText: string | undefined): {
  readonly manifest: Manifest | undefined;
  readonly notice: string | undefined;
} {
  if (fileText === undefined) return { manifest: undefined, notice: undefined };
  const end = fileText.indexOf("\n");
  const [version, textHash] = fileText.slice(0, end).split(" ");
  const text = fileText.slice(end + 1);
  if (hash(text) !== textHash) return { manifest: undefined, notice: "The cache is damaged: building without it." };
  // Another version may use the same names for other data, so nothing but the version is compared.
  return version === getCacheVersion()
    ? { manifest: JSON.parse(text), notice: undefined }
    : { manifest: undefined, notice: "The cache is of another version: building without it." };
}

function listReferencedBlobs({ months, pageGroups }: Manifest): ReadonlySet<string> {
  return new Set([
    ...Object.values(months).flatMap(({ stampsBlob, filesBlob, bodiesBlob }) => [stampsBlob, filesBlob, bodiesBlob]),
    ...Object.values(pageGroups).map(({ unitsBlob }) => unitsBlob),
  ]);
}

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MonthSummary } from "../model/model.ts";
import type { Called, Claims, PlainPage, SiteLink } from "../parse/parse.ts";
import type { Instant } from "../values/instant.ts";
import { type AtHand, atHand, bytesOf, Spoilt, type Store, storeIn, wholeFile } from "./blobs.ts";
import { fingerprint } from "./hash.ts";
import { asLines, linesHaving } from "./json-lines.ts";
import type { Texts } from "./text-pack.ts";
import { codeVersion, pageCode, parsingCode } from "./version.ts";

export {
  type AtHand,
  asLines,
  atHand,
  fingerprint,
  linesHaving,
  pageCode,
  parsingCode,
  Spoilt,
  type Store,
  type Texts,
};

/** What the last build left for this one. All of it can be made again. */
export interface Memory {
  /** Follows from the code that reads and parses, and the settings that texts are parsed against, but for known terms. */
  readonly parsedBy: string;
  /** Follows from the known tags and storylines. */
  readonly terms: string;
  readonly now: Instant;
  /** Names the site that was published with this memory. */
  readonly token: string;
  /** Of each group of files (a month, the pages). */
  readonly groups: Readonly<Record<string, GroupMemory>>;
  /** Of each shelf of the plan's units: the pages that they gave. */
  readonly shelves: Readonly<Record<string, ShelfMemory>>;
}

export interface GroupMemory {
  /** Follows from the bytes of all its files. */
  readonly key: string;
  /** The store's names of its files' stamps, of its files as they were parsed, and of the HTML of their texts. */
  readonly stamps: string;
  readonly files: string;
  readonly bodies: string;
  readonly summaries: readonly MonthSummary[];
  /** Its pages that belong to no day. */
  readonly pages: readonly PlainPage[];
  /** When the next of its scheduled articles comes out. */
  readonly next: Instant | undefined;
  /** The tags and storylines that its articles name, as they call them. */
  readonly called: readonly Called[];
  /** What its articles claim that an article of another group could claim too: ids and old addresses of their own. */
  readonly claims: readonly Claims[];
}

export interface ShelfMemory {
  readonly key: string;
  /** The store's name of its units, and how much they are together. */
  readonly units: string;
  readonly pages: number;
  readonly bytes: number;
  /** Its old addresses: no other shelf may ever put a page at one of them. */
  readonly aliases: readonly SiteLink[];
}

/** The cache of a build: its store, what the last build left there, and where to leave something for the next. */
export interface Cache {
  readonly folder: string;
  readonly store: Store;
  readonly memory: Memory | undefined;
  /** Why there is no memory although something was kept, in words for whoever builds. */
  readonly notice: string | undefined;
  /** Leaves a memory for the next build: in one rename, last of all. */
  readonly remember: (memory: Memory) => void;
}

/** A folder in which a cache can be kept. */
export interface CacheFolder {
  readonly folder: string;
  readonly notice: string | undefined;
  /** To be called when the build is over. */
  readonly end: () => void;
}

/** The folder that is wanted, or one for this build alone in the system's folder for passing things. */
export function cacheFolder(wanted: string): CacheFolder {
  try {
    // Told now whether anything can be written there, rather than after the work.
    for (const folder of [wanted, partsIn(wanted), join(wanted, "images")]) tryToWrite(folder);
    return { folder: wanted, notice: undefined, end: () => undefined };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const folder = mkdtempSync(join(tmpdir(), "dateline-cache-"));
    const end = () => rmSync(folder, { recursive: true, force: true });
    return { folder, notice: `The cache cannot be written (${reason}): building without it.`, end };
  }
}

function tryToWrite(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `try-${process.pid}`);
  wholeFile(file, "");
  rmSync(file);
}

function partsIn(folder: string): string {
  return join(folder, "parts");
}

function rootIn(folder: string): string {
  return join(folder, "root");
}

/**
 * Opens the cache in a folder. Only one build may have it open at a time.
 *
 * @param near what this process has found in it before
 */
export function openedCache(folder: string, near?: AtHand): Cache {
  const store = storeIn(partsIn(folder), near);
  const root = rootIn(folder);
  return {
    folder,
    store,
    ...memoryOf(bytesOf(root)?.toString("utf8")),
    remember: (memory) => {
      const text = JSON.stringify(memory);
      wholeFile(root, `${codeVersion()} ${fingerprint(text)}\n${text}`);
      store.keepOnly(partsOf(memory));
    },
  };
}

/**
 * The same cache with nothing in it but pictures. What is spoilt must go from the disk: nothing that has its name would be
 * kept, and other processes of this build would find it there.
 */
export function forgotten({ folder }: Cache): Cache {
  rmSync(rootIn(folder), { recursive: true, force: true });
  rmSync(partsIn(folder), { recursive: true, force: true });
  return openedCache(folder);
}

function memoryOf(root: string | undefined): {
  readonly memory: Memory | undefined;
  readonly notice: string | undefined;
} {
  if (root === undefined) return { memory: undefined, notice: undefined };
  const end = root.indexOf("\n");
  const [version, print] = root.slice(0, end).split(" ");
  const text = root.slice(end + 1);
  if (fingerprint(text) !== print) return { memory: undefined, notice: "The cache is damaged: building without it." };
  // Another version may have kept other things under the same names: it says so by its number alone.
  return version === codeVersion()
    ? { memory: JSON.parse(text), notice: undefined }
    : { memory: undefined, notice: "The cache is of another version: building without it." };
}

function partsOf({ groups, shelves }: Memory): ReadonlySet<string> {
  return new Set([
    ...Object.values(groups).flatMap(({ stamps, files, bodies }) => [stamps, files, bodies]),
    ...Object.values(shelves).map(({ units }) => units),
  ]);
}

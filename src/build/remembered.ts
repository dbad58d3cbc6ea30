import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MonthSummary } from "../model/model.ts";
import type { Claims, PlainPage, SiteLink } from "../parse/parse.ts";
import type { Instant } from "../values/instant.ts";
import { codeVersion } from "./code-version.ts";
import { fingerprint, type Store, storeIn, textOf, wholeFile } from "./store.ts";

/** What the last build left for this one. All of it can be made again. */
export interface Memory {
  /** Follows from the code that reads and parses, and the settings that texts are parsed against. */
  readonly parsedBy: string;
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

/** A folder in which a cache can be kept: the one that is wanted, or one in the system's folder for passing things. */
export function cacheFolder(wanted: string): { readonly folder: string; readonly notice: string | undefined } {
  try {
    mkdirSync(wanted, { recursive: true });
    // Told now whether anything can be written here, rather than after the work.
    wholeFile(join(wanted, `try-${process.pid}`), "");
    rmSync(join(wanted, `try-${process.pid}`));
    return { folder: wanted, notice: undefined };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const folder = mkdtempSync(join(tmpdir(), "dateline-cache-"));
    return { folder, notice: `The cache cannot be written (${reason}): building without it.` };
  }
}

/** Opens the cache in a folder. Only one build may have it open at a time. */
export function openedCache(folder: string): Cache {
  const store = storeIn(join(folder, "parts"));
  const root = join(folder, "root");
  return {
    folder,
    store,
    ...memoryOf(textOf(root)),
    remember: (memory) => {
      const text = JSON.stringify(memory);
      wholeFile(root, `${codeVersion()} ${fingerprint(text)}\n${text}`);
      store.keepOnly(partsOf(memory));
    },
  };
}

/** The same cache, as if nothing had ever been kept there. */
export function forgotten(cache: Cache): Cache {
  return { ...cache, memory: undefined };
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

import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { tryReadFile, writeFileAtomically } from "../disk/disk.ts";
import { KnownError } from "../values/user-error.ts";
import { hash } from "./hash.ts";
import {
  createScratchBuffer,
  createTextPack,
  type KeyedText,
  openTextPack,
  packTexts,
  readPackIndex,
  type TextPack,
} from "./text-pack.ts";

/** A blob of the cache is missing, truncated or altered: discard the cache. */
export class CacheCorrupt extends KnownError {}

/** Content-addressed blobs on disk: the name of a blob is the hash of its bytes, so every read detects damage. */
export interface BlobStore {
  /** Stores bytes, or a JSON text, and returns the name of the blob. */
  readonly put: (text: string | Buffer) => string;
  /**
   * The parsed value of a JSON blob.
   *
   * @throws CacheCorrupt if the blob is missing or damaged
   */
  readonly get: <T>(name: string) => T;
  /**
   * The bytes of a blob.
   *
   * @throws CacheCorrupt if the blob is missing or damaged
   */
  readonly getBytes: (name: string) => Buffer;
  /** Stores texts in one blob, each under its key, and returns the name of the blob. */
  readonly putTexts: (texts: readonly KeyedText[]) => string;
  /**
   * Opens a blob of texts. Each text is read from disk when it is looked up.
   *
   * @throws CacheCorrupt if the blob is missing or damaged; so does each look-up
   */
  readonly openTexts: (name: string) => TextPack;
  /** Deletes all blobs except these. */
  readonly prune: (names: ReadonlySet<string>) => void;
}

/** An in-memory cache of values from a blob store, for a process that builds many times. Keys are names of blobs. */
export interface LruCache {
  readonly get: (name: string) => unknown;
  /** @param size bytes of the blob that the value was read from */
  readonly set: (name: string, value: unknown, size: number) => void;
}

/**
 * An LRU cache bounded by the size of the blobs that its values came from. It uses about twice that much memory.
 *
 * @param maxBytes the limit of the sum of their sizes; 0: the cache stays empty
 */
export function createLruCache(maxBytes: number): LruCache {
  const entries = new Map<string, { readonly value: unknown; readonly size: number }>();
  let totalSize = 0;
  const remove = (name: string) => {
    totalSize -= entries.get(name)?.size ?? 0;
    entries.delete(name);
  };
  const set = (name: string, value: unknown, size: number) => {
    remove(name);
    // A Map iterates in the order of insertion, so the first entry is the least recently used one.
    entries.set(name, { value, size });
    totalSize += size;
    for (const oldest of entries.keys()) if (totalSize > maxBytes) remove(oldest);
  };
  return {
    get: (name) => {
      const entry = entries.get(name);
      if (entry) set(name, entry.value, entry.size);
      return entry?.value;
    },
    set,
  };
}

/**
 * Opens the blob store in a folder, and creates the folder if it is missing.
 *
 * @param memory read before the disk; values and bytes in it never go stale, because a name is a hash
 */
export function openBlobStore(folder: string, memory: LruCache = createLruCache(0)): BlobStore {
  mkdirSync(folder, { recursive: true });
  const existingNames = new Set(readdirSync(folder));
  const scratch = createScratchBuffer();
  const putAs = (name: string, text: string | Buffer) => {
    if (!existingNames.has(name)) writeFileAtomically(join(folder, name), text);
    existingNames.add(name);
    return name;
  };
  return {
    put: (text) => putAs(hash(text), text),
    get: <T>(name: string) => {
      const cached = memory.get(name);
      if (cached !== undefined) return cached as T;
      const bytes = readBlob(folder, name);
      const value: T = JSON.parse(bytes.toString("utf8"));
      memory.set(name, value, bytes.length);
      return value;
    },
    // The same blob may be in memory as a parsed value: bytes have a key of their own.
    getBytes: (name) => {
      const bytes = memory.get(`${name} as bytes`) ?? readBlob(folder, name);
      if (!Buffer.isBuffer(bytes)) throw new Error(`Expected bytes of ${name}.`);
      memory.set(`${name} as bytes`, bytes, bytes.length);
      return bytes;
    },
    putTexts: (texts) => {
      const { index, bytes } = packTexts(texts);
      return putAs(hash(index), bytes);
    },
    openTexts: (name) => {
      const path = getBlobPath(folder, name);
      const index = readPackIndex(path);
      if (index === undefined || hash(index) !== name) throwCorrupt(name);
      return openTextPack(path, index, scratch, () => throwCorrupt(name));
    },
    prune: (names) => {
      for (const name of existingNames) if (!names.has(name)) rmSync(join(folder, name), { force: true });
    },
  };
}

/** A blob store in memory. Texts are kept as they are, not packed. */
export function createMemoryBlobStore(): BlobStore {
  const blobs = new Map<string, Buffer>();
  const packs = new Map<string, TextPack>();
  const getBytes = (name: string) => blobs.get(name) ?? throwCorrupt(name);
  return {
    put: (text) => {
      const name = hash(text);
      blobs.set(name, Buffer.from(text));
      return name;
    },
    get: <T>(name: string): T => JSON.parse(getBytes(name).toString("utf8")),
    getBytes,
    putTexts: (texts) => {
      const name = `texts ${packs.size}`;
      const bytesByKey = new Map(texts.map(({ key, html }) => [key, Buffer.from(html)]));
      packs.set(
        name,
        createTextPack((key) => bytesByKey.get(key)),
      );
      return name;
    },
    openTexts: (name) => packs.get(name) ?? throwCorrupt(name),
    prune: () => undefined,
  };
}

function readBlob(folder: string, name: string): Buffer {
  const bytes = tryReadFile(getBlobPath(folder, name));
  if (bytes === undefined || hash(bytes) !== name) throwCorrupt(name);
  return bytes;
}

/** The path of a blob. Its name comes from the manifest, and must not lead out of the folder. */
function getBlobPath(folder: string, name: string): string {
  return /^[\w-]+$/.test(name) ? join(folder, name) : throwCorrupt(name);
}

function throwCorrupt(name: string): never {
  throw new CacheCorrupt(`The blob ${name} is missing or damaged.`);
}

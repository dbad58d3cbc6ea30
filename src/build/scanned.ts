import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { groupOf } from "../parse/parse.ts";
import type { Found } from "../read/read.ts";
import { groupedBy } from "../values/grouped.ts";
import type { Cache } from "./remembered.ts";

/** A group of content files as it is on disk now. */
export interface ScannedGroup {
  readonly name: string;
  readonly texts: readonly string[];
  readonly pictures: readonly string[];
  /** Of every file, by its path. */
  readonly stamps: Stamps;
  /**
   * The hash of every file's bytes, by its path: taken anew only where the stamp is another. "" in a group that no build
   * has seen: all of its files will be read, and tell theirs.
   */
  readonly hashes: Readonly<Record<string, string>>;
  /** Whether stamps or files are others than the last build saw. */
  readonly isTouched: boolean;
  /** Whether the pictures, by their bytes, are those that the last build saw. */
  readonly hasSamePictures: boolean;
}

/** What tells that a file was not written since: size, times of content and of inode, inode; and the hash it had then. */
export type Stamps = Readonly<Record<string, readonly [stamp: string, hash: string]>>;

/**
 * All groups of a content folder. Every file is asked for its stamp, because times of folders miss what was edited in
 * place; read are only those whose stamp is another than the last build saw.
 */
export function scanned(found: Found, cache: Cache, startedAt: number): ReadonlyMap<string, ScannedGroup> {
  const groups = groupedBy([...found.texts, ...found.pictures], groupOf);
  const isText = new Set(found.texts);
  return new Map(
    [...groups].map(([name, paths]) => {
      const before = stampsOf(name, cache);
      const isNew = Object.keys(before).length === 0;
      const stamps: Record<string, readonly [string, string]> = {};
      let isTouched = paths.length !== Object.keys(before).length;
      for (const path of paths) {
        const file = `${found.folder}/${path}`;
        const stamp = stampOf(file, startedAt);
        const known = before[path];
        const isSame = known !== undefined && known[0] === stamp && stamp !== racy;
        if (!isSame) isTouched = true;
        stamps[path] = isSame ? known : [stamp, isNew ? "" : hashOf(file)];
      }
      const hashes = Object.fromEntries(Object.entries(stamps).map(([path, [, hash]]) => [path, hash]));
      const texts = paths.filter((path) => isText.has(path));
      const pictures = paths.filter((path) => !isText.has(path));
      const picturesBefore = Object.keys(before).filter((path) => !path.endsWith(".md"));
      const hasSamePictures =
        picturesBefore.length === pictures.length && pictures.every((path) => before[path]?.[1] === hashes[path]);
      return [name, { name, texts, pictures, stamps, hashes, isTouched, hasSamePictures }];
    }),
  );
}

function stampsOf(name: string, { memory, store }: Cache): Stamps {
  const group = memory?.groups[name];
  return group ? JSON.parse(store.find(group.stamps)) : {};
}

// A file that was written in the two seconds before it was stamped may be written again within the same tick of a coarse
// clock. No stamp is like this one, so such a file is read again next time.
const racy = "";
const racyMilliseconds = 2000;

function stampOf(file: string, startedAt: number): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat || stat.mtimeMs > startedAt - racyMilliseconds || stat.ctimeMs > startedAt - racyMilliseconds) return racy;
  return `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}`;
}

/** "" where the file cannot be read: reading it will tell why. */
function hashOf(file: string): string {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch {
    return "";
  }
}

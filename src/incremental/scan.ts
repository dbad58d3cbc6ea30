import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { groupOf } from "../parse/parse.ts";
import type { Found } from "../read/read.ts";
import type { Cache, Store } from "../store/store.ts";
import { groupedBy } from "../values/memory/group-by.ts";

/** A group of content files as it is on disk now. */
export interface ScannedGroup {
  readonly name: string;
  readonly texts: readonly string[];
  readonly pictures: readonly string[];
  /**
   * Of every file, by its path. The hash of its bytes is taken anew only where the stamp is another. It is "" in a group
   * that no build has seen: all of its files will be read, and tell theirs.
   */
  readonly stamps: Stamps;
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
  const texts = groupedBy(found.texts, groupOf);
  const pictures = groupedBy(found.pictures, groupOf);
  return new Map(
    [...new Set([...texts.keys(), ...pictures.keys()])].map((name) => {
      const files = { name, texts: texts.get(name) ?? [], pictures: pictures.get(name) ?? [] };
      return [name, { ...files, ...compared(files, found.folder, stampsOf(name, cache), startedAt) }];
    }),
  );
}

/** What is to be told of a group's files, against what the last build saw of them. */
function compared(
  { texts, pictures }: Pick<ScannedGroup, "texts" | "pictures">,
  folder: string,
  before: Stamps,
  startedAt: number,
): Pick<ScannedGroup, "stamps" | "isTouched" | "hasSamePictures"> {
  const pathsBefore = Object.keys(before);
  const isNew = pathsBefore.length === 0;
  const stamps: Record<string, readonly [string, string]> = {};
  let isTouched = texts.length + pictures.length !== pathsBefore.length;
  for (const path of [...texts, ...pictures]) {
    const file = `${folder}/${path}`;
    const stamp = stampOf(file, startedAt);
    const known = before[path];
    const isSame = known !== undefined && known[0] === stamp && stamp !== racy;
    if (!isSame) isTouched = true;
    stamps[path] = isSame ? known : [stamp, isNew ? "" : hashOf(file)];
  }
  // An archive's months are nearly all of this kind.
  if (!isTouched) return { stamps: before, isTouched, hasSamePictures: true };
  const picturesBefore = pathsBefore.filter((path) => !path.endsWith(".md"));
  const hasSamePictures =
    picturesBefore.length === pictures.length && pictures.every((path) => before[path]?.[1] === stamps[path]?.[1]);
  return { stamps, isTouched, hasSamePictures };
}

function stampsOf(name: string, { memory, store }: Cache): Stamps {
  const group = memory?.groups[name];
  return group ? stampsFrom(group.stamps, store) : {};
}

/** The stamps that are kept under a name. */
export function stampsFrom(name: string, store: Store): Stamps {
  return store.find(name);
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

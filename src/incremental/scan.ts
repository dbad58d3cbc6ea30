import { statSync } from "node:fs";
import { getSourceGroup } from "../parse/parse.ts";
import { type ContentFiles, hashFile, isStaticPath } from "../read/read.ts";
import type { BlobStore, Cache } from "../store/store.ts";
import { groupBy } from "../values/memory/group-by.ts";

/** The files of one source month (or of the plain pages, or of the settings) on disk, compared with the manifest. */
export interface ScannedMonth {
  readonly name: string;
  readonly texts: readonly string[];
  readonly pictures: readonly string[];
  readonly documents: readonly string[];
  /**
   * By the path of the file. A file is hashed again only if its stamp changed. The hashes are "" in a month that is not
   * in the manifest: all of its files will be read, and hashed then.
   */
  readonly stamps: FileStamps;
  /** Whether a stamp changed, or files were added or removed, since the last build. */
  readonly isTouched: boolean;
  /** Whether pictures and documents have the same paths and bytes as in the last build. */
  readonly hasSameMedia: boolean;
}

/**
 * By path: the stamp of a file (size, mtime, ctime, inode), which changes when it is written, and the hash of its
 * bytes.
 */
export type FileStamps = Readonly<Record<string, readonly [stamp: string, hash: string]>>;

/**
 * Stats every file of a content folder (the mtime of a directory misses edits in place), and hashes only files whose
 * stamp changed since the last build.
 *
 * @param startedAt when the build started, in milliseconds since 1970
 * @returns the months, by name
 */
export function scanContent(
  contentFiles: ContentFiles,
  cache: Cache,
  startedAt: number,
): ReadonlyMap<string, ScannedMonth> {
  const texts = groupBy(contentFiles.texts, getSourceGroup);
  const pictures = groupBy(contentFiles.pictures, getSourceGroup);
  const documents = groupBy(contentFiles.documents, getSourceGroup);
  return new Map(
    [...new Set([...texts.keys(), ...pictures.keys(), ...documents.keys()])].map((name) => {
      const [textPaths = [], picturePaths = [], documentPaths = []] = [texts, pictures, documents].map((paths) =>
        paths.get(name),
      );
      const files = { name, texts: textPaths, pictures: picturePaths, documents: documentPaths };
      return [
        name,
        { ...files, ...compareStamps(files, contentFiles.folder, readPreviousStamps(name, cache), startedAt) },
      ];
    }),
  );
}

/** Compares the files of a month with the stamps of the last build. */
function compareStamps(
  { texts, pictures, documents }: Pick<ScannedMonth, "texts" | "pictures" | "documents">,
  folder: string,
  previousStamps: FileStamps,
  startedAt: number,
): Pick<ScannedMonth, "stamps" | "isTouched" | "hasSameMedia"> {
  const previousPaths = Object.keys(previousStamps);
  const isNew = previousPaths.length === 0;
  const stamps: Record<string, readonly [string, string]> = {};
  const media = [...pictures, ...documents];
  let isTouched = texts.length + media.length !== previousPaths.length;
  for (const path of [...texts, ...media]) {
    const file = `${folder}/${path}`;
    const stamp = createStamp(file, startedAt);
    const previousEntry = previousStamps[path];
    const isSame = previousEntry !== undefined && previousEntry[0] === stamp && stamp !== racy;
    if (!isSame) isTouched = true;
    stamps[path] = isSame ? previousEntry : [stamp, isNew ? "" : hashFile(file)];
  }
  // Most months of an archive end here.
  if (!isTouched) return { stamps: previousStamps, isTouched, hasSameMedia: true };
  const hasSameMedia =
    previousPaths.filter((path) => isStaticPath(path) || !path.endsWith(".md")).length === media.length &&
    media.every((path) => previousStamps[path]?.[1] === stamps[path]?.[1]);
  return { stamps, isTouched, hasSameMedia };
}

function readPreviousStamps(name: string, { manifest, store }: Cache): FileStamps {
  const record = manifest?.months[name];
  return record ? readStamps(record.stampsBlob, store) : {};
}

/** Reads the stamps from the blob of this name. */
export function readStamps(blob: string, store: BlobStore): FileStamps {
  return store.get(blob);
}

// As in git's index: a file that was written less than two seconds before its stat may be written again within the same
// tick of a coarse clock, with the same stamp. This stamp never counts as equal, so the next build hashes the file
// again.
const racy = "";
const racyMilliseconds = 2000;

function createStamp(file: string, startedAt: number): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat || stat.mtimeMs > startedAt - racyMilliseconds || stat.ctimeMs > startedAt - racyMilliseconds) return racy;
  return `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}`;
}

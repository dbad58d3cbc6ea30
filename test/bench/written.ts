import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Files by path, with their size and a version that changes when the file is written. */
export type FileVersions = ReadonlyMap<string, { readonly bytes: number; readonly version: string }>;

/** The number of files written, and their total size. */
export interface WrittenFiles {
  readonly files: number;
  readonly bytes: number;
}

/** All files below a folder, by relative path. Empty if there is no such folder. */
export function readFileVersions(folder: string): FileVersions {
  const files = new Map<string, { bytes: number; version: string }>();
  const addFilesOf = (path: string) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const file = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) addFilesOf(file);
      else files.set(file, readVersion(join(folder, file)));
    }
  };
  if (lstatSync(folder, { throwIfNoEntry: false })) addFilesOf("");
  return files;
}

/**
 * Counts the files written between two scans. A file that was only moved or linked keeps its inode and mtime and does
 * not count.
 */
export function countWrittenFiles(versionsBefore: FileVersions, versionsAfter: FileVersions): WrittenFiles {
  const writtenEntries = [...versionsAfter].filter(
    ([path, { version }]) => versionsBefore.get(path)?.version !== version,
  );
  return { files: writtenEntries.length, bytes: writtenEntries.reduce((sum, [, { bytes }]) => sum + bytes, 0) };
}

function readVersion(file: string): { bytes: number; version: string } {
  const { size, mtimeMs, ino } = lstatSync(file);
  return { bytes: size, version: `${ino} ${mtimeMs} ${size}` };
}

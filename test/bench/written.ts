import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The files below some folders, each with what tells a written file from one that was left alone. */
export type Files = ReadonlyMap<string, { readonly bytes: number; readonly version: string }>;

/** How many files were written, and how many bytes they hold. */
export interface Written {
  readonly files: number;
  readonly bytes: number;
}

/** All files below a folder, by their paths in it; none where there is no such folder. */
export function filesIn(folder: string): Files {
  const files = new Map<string, { bytes: number; version: string }>();
  const walk = (path: string) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const file = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(file);
      else files.set(file, versionOf(join(folder, file)));
    }
  };
  if (lstatSync(folder, { throwIfNoEntry: false })) walk("");
  return files;
}

/** What was written between two looks. A file that was only moved or linked keeps its inode and its time: it was not. */
export function writtenBetween(before: Files, after: Files): Written {
  const written = [...after].filter(([path, { version }]) => before.get(path)?.version !== version);
  return { files: written.length, bytes: written.reduce((sum, [, { bytes }]) => sum + bytes, 0) };
}

function versionOf(file: string): { bytes: number; version: string } {
  const { size, mtimeMs, ino } = lstatSync(file);
  return { bytes: size, version: `${ino} ${mtimeMs} ${size}` };
}

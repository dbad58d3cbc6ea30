import { constants, type Stats } from "node:fs";
import { type FileHandle, open, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";

/** A file that is open for reading. Whoever gets it closes it. */
export interface OpenFile {
  readonly handle: FileHandle;
  readonly size: number;
}

/**
 * Opens a file of a folder. Links in the folder are followed only to files of the same folder.
 *
 * @param path "/2024/07/11/summit/index.html", without segments such as ".."
 * @returns undefined if there is no such file, perhaps because a running build has just removed it
 */
export async function openFileInside(folder: string, path: string): Promise<OpenFile | undefined> {
  const file = await resolveInside(folder, path);
  if (!file?.stats.isFile()) return undefined;
  // The file may have been replaced meanwhile. Opening a pipe would otherwise wait for its writer.
  const handle = await ignoreMissing(open(file.path, constants.O_RDONLY | noFollow | nonBlocking));
  const stats = await handle?.stat();
  if (handle && stats?.isFile()) return { handle, size: stats.size };
  await handle?.close();
  return undefined;
}

/** Whether a path names a folder in a folder. */
export async function isFolderInside(folder: string, path: string): Promise<boolean> {
  return (await resolveInside(folder, path))?.stats.isDirectory() ?? false;
}

// Windows has neither.
const { O_NOFOLLOW: noFollow = 0, O_NONBLOCK: nonBlocking = 0 } = constants;

interface ResolvedPath {
  readonly path: string;
  readonly stats: Stats;
}

/** Resolves all links in a path; undefined if there is nothing, or if it lies outside the folder. */
async function resolveInside(folder: string, path: string): Promise<ResolvedPath | undefined> {
  const root = await ignoreMissing(realpath(folder));
  const resolvedPath = root && (await ignoreMissing(realpath(join(root, path))));
  if (!resolvedPath || (resolvedPath !== root && !resolvedPath.startsWith(root + sep))) return undefined;
  const stats = await ignoreMissing(stat(resolvedPath));
  return stats && { path: resolvedPath, stats };
}

async function ignoreMissing<T>(result: Promise<T>): Promise<T | undefined> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof Error && "code" in error && missingCodes.some((code) => code === error.code)) return undefined;
    throw error;
  }
}

const missingCodes = ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP", "EISDIR", "ENXIO", "EACCES", "EPERM"];

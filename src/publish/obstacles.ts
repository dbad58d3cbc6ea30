import { closeSync, constants, lstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { getFileKind } from "../disk/disk.ts";
import { UserError } from "../values/user-error.ts";

/**
 * Makes sure that files can be written into a site without touching what Dateline did not write, and without following
 * a link: each folder on the way is a real folder, and at the path is nothing, or a file that Dateline wrote.
 *
 * @param isForeign whether a file or link that is there was not written by Dateline
 * @throws UserError with a line for each path that is not free
 */
export function assertPathsFree(site: string, paths: readonly string[], isForeign: (path: string) => boolean): void {
  const isFreeFolder = createFolderCheck(site);
  const obstacles = new Map<string, string>();
  for (const path of paths) {
    const folderObstacle = findFolderObstacle(path, isFreeFolder);
    const kind = folderObstacle === undefined ? getFileKind(join(site, path)) : undefined;
    if (folderObstacle !== undefined) obstacles.set(folderObstacle, path);
    else if (kind === "folder" || (kind !== undefined && isForeign(path))) obstacles.set(path, path);
  }
  if (obstacles.size === 0) return;
  throw new UserError([...obstacles].map(([obstacle, path]) => describeObstacle(site, obstacle, path)).join("\n"));
}

/** Whether the folders above a path are real folders, so that a file can be deleted there without following a link. */
export function createParentCheck(site: string): (path: string) => boolean {
  const isFreeFolder = createFolderCheck(site);
  return (path) => findFolderObstacle(path, isFreeFolder) === undefined;
}

/** Checks each folder once. A folder is free if it is a real one, or missing. */
function createFolderCheck(site: string): (folder: string) => boolean {
  const checkedFolders = new Map<string, boolean>();
  return (folder) => {
    const isFree = checkedFolders.get(folder) ?? isFreeFolderPath(join(site, folder));
    checkedFolders.set(folder, isFree);
    return isFree;
  };
}

function isFreeFolderPath(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
}

/** The outermost folder above a path that is not free. */
function findFolderObstacle(path: string, isFreeFolder: (folder: string) => boolean): string | undefined {
  for (let end = path.indexOf("/"); end > 0; end = path.indexOf("/", end + 1)) {
    const folder = path.slice(0, end);
    if (!isFreeFolder(folder)) return folder;
  }
  return undefined;
}

function describeObstacle(site: string, obstacle: string, path: string): string {
  const isLink = getFileKind(join(site, obstacle)) === "link";
  const what = isLink ? "is a link, and links are not followed" : "was not written by Dateline";
  return `${join(site, obstacle)} ${what}, but the site needs its place for ${path}. Move it away, or delete it.`;
}

/** The files that differ from those of the site. The others keep their mtime, so that uploads to a host skip them. */
export function findChangedFiles(site: string, nextFolder: string, files: readonly string[]): readonly string[] {
  return files.filter((file) => {
    try {
      const path = join(site, file);
      const newPath = join(nextFolder, file);
      const [stats, newStats] = [lstatSync(path), lstatSync(newPath)];
      if (!stats.isFile() || stats.size !== newStats.size) return true;
      return stats.size > pieceBytes
        ? !areLargeFilesEqual(path, newPath)
        : !readFileSync(path).equals(readFileSync(newPath));
    } catch {
      return true;
    }
  });
}

const pieceBytes = 1 << 20;

/** Compares two files of one size piece by piece: they can be larger than the memory. */
function areLargeFilesEqual(path: string, otherPath: string): boolean {
  const descriptors: number[] = [];
  try {
    const pieces = [path, otherPath].map((name) => {
      const descriptor = openSync(name, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
      descriptors.push(descriptor);
      return { descriptor, buffer: Buffer.allocUnsafe(pieceBytes) };
    });
    for (let offset = 0; ; offset += pieceBytes) {
      const [bytes, otherBytes] = pieces.map(({ descriptor, buffer }) =>
        buffer.subarray(0, readSync(descriptor, buffer, 0, pieceBytes, offset)),
      );
      if (!bytes || !otherBytes || !bytes.equals(otherBytes)) return false;
      if (bytes.length < pieceBytes) return true;
    }
  } finally {
    for (const descriptor of descriptors) closeSync(descriptor);
  }
}

/** The files whose folder or name is not in the site yet. */
export function findNewFiles(site: string, files: readonly string[]): readonly string[] {
  return files.filter((file) => getFileKind(join(site, file)) === undefined);
}

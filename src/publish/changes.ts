import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { flushFiles, getFileKind, namePath, tryReadFile, writeFileDurably } from "../disk/disk.ts";
import { isInnerPath } from "../values/address.ts";
import { toFileKey } from "../values/claims.ts";
import { createParentCheck } from "./obstacles.ts";
import { getSidePath, type OutputFolder } from "./output-folder.ts";

/** The files to change in a site, as paths relative to it, with "/". */
export interface Changes {
  /** Files to move from the new folder into the site. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Moves new files into a site and deletes old ones, each with one atomic system call, so that at any time every file is
 * either the old or the new one. The changes are first written to a journal beside the site: if the process is killed,
 * the next command completes them (`finishChanges`).
 *
 * @param nextFolder a folder on the same disk that contains all written files, flushed to the disk
 */
export async function applyChanges(output: OutputFolder, nextFolder: string, changes: Changes): Promise<void> {
  const journal: Journal = { next: nextFolder, ...changes };
  // Without a pause between the two, in which a signal could end the process and delete the new folder.
  writeFileDurably(getSidePath(output, "journal"), JSON.stringify(journal));
  executeJournal(output.folder, journal);
  await completeJournal(output, journal);
}

/**
 * Completes the changes of an interrupted build, if there is a journal beside the site.
 *
 * @returns false if there is a journal that cannot be used: it was damaged, or not written by Dateline. It is deleted
 */
export async function finishChanges(output: OutputFolder): Promise<boolean> {
  const path = getSidePath(output, "journal");
  if (getFileKind(path) === undefined) return true;
  // If the site was deleted meanwhile, the journal could restore only some of the files.
  const journal = getFileKind(output.folder) === "folder" ? readJournal(output, path) : undefined;
  if (!journal) {
    const isDamaged = existsSync(output.folder);
    rmSync(path);
    return !isDamaged;
  }
  executeJournal(output.folder, journal);
  await completeJournal(output, journal);
  return true;
}

interface Journal extends Changes {
  readonly next: string;
}

/** Reads a journal, and makes sure that it names only files inside the site and inside a new folder beside it. */
function readJournal({ folder, sidePath }: OutputFolder, path: string): Journal | undefined {
  try {
    const { next, written, removed }: Journal = JSON.parse(String(tryReadFile(path)));
    const nextFolder = resolve(dirname(sidePath), next);
    const isOurs =
      nextFolder.startsWith(`${sidePath}.next-`) && /^\d+$/.test(nextFolder.slice(`${sidePath}.next-`.length));
    const kind = getFileKind(nextFolder);
    if (!isOurs || (kind !== "folder" && kind !== undefined)) return undefined;
    if (![...written, ...removed].every((file) => typeof file === "string" && isInnerPath(file))) return undefined;
    const areParentsReal = [createParentCheck(folder), createParentCheck(nextFolder)];
    const areSourcesReal = written.every((file) => {
      const sourceKind = getFileKind(join(nextFolder, file));
      return (sourceKind === "file" || sourceKind === undefined) && areParentsReal.every((isReal) => isReal(file));
    });
    return areSourcesReal ? { next: nextFolder, written, removed } : undefined;
  } catch {
    return undefined;
  }
}

function executeJournal(site: string, { next: nextFolder, written, removed }: Journal): void {
  const folders = new Set<string>();
  const removedByKey = new Map(removed.map((path) => [toFileKey(path), path]));
  const isParentReal = createParentCheck(site);
  for (const path of written) {
    const [from, to] = [join(nextFolder, path), join(site, path)];
    // A file that is missing was moved before the interruption.
    if (getFileKind(from) === undefined) continue;
    // On a disk that ignores capitals this is the same file: deleted afterwards, the new one would be gone.
    const twin = removedByKey.get(toFileKey(path));
    if (twin !== undefined && isParentReal(twin)) removeWithFolders(site, twin);
    if (!folders.has(dirname(to))) mkdirSync(dirname(to), { recursive: true });
    folders.add(dirname(to));
    try {
      renameSync(from, to);
    } catch (error) {
      throw namePath(error, to);
    }
  }
  const writtenKeys = new Set(written.map(toFileKey));
  for (const path of removed)
    if (!writtenKeys.has(toFileKey(path)) && isParentReal(path)) removeWithFolders(site, path);
}

/** Flushes the folders with the changes, and then forgets the journal: after a power failure it is still needed. */
async function completeJournal(output: OutputFolder, { next: nextFolder, written, removed }: Journal): Promise<void> {
  const folders = new Set([...written, ...removed].map((file) => dirname(file)));
  await flushFiles(
    output.folder,
    [...folders].filter((folder) => existsSync(join(output.folder, folder))),
  );
  rmSync(nextFolder, { recursive: true, force: true });
  rmSync(getSidePath(output, "journal"));
}

/** Deletes a file, and the folders that are then empty. */
function removeWithFolders(site: string, path: string): void {
  // Dateline writes no folder with the name of a file.
  if (getFileKind(join(site, path)) === "folder") return;
  rmSync(join(site, path), { force: true });
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      rmdirSync(join(site, folder));
    } catch {
      // The folder is not empty, and so its parent folders are not either.
      return;
    }
  }
}

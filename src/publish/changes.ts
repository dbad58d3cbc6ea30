import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeFileDurably } from "../disk/disk.ts";

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
 * @param nextFolder a folder on the same disk that contains all written files
 */
export async function applyChanges(site: string, nextFolder: string, changes: Changes): Promise<void> {
  const journal: Journal = { next: nextFolder, ...changes };
  await writeFileDurably(getJournalPath(site), JSON.stringify(journal));
  executeJournal(site, journal);
}

/** Completes the changes of an interrupted build, if there is a journal beside the site. */
export async function finishChanges(site: string): Promise<void> {
  if (!existsSync(getJournalPath(site))) return;
  // The site was deleted meanwhile: drop the journal, because it could restore only some of the files.
  if (!existsSync(site)) return rmSync(getJournalPath(site));
  // The journal was renamed to this name after it was complete, so it is valid JSON.
  executeJournal(site, JSON.parse(readFileSync(getJournalPath(site), "utf8")));
}

interface Journal extends Changes {
  readonly next: string;
}

function getJournalPath(site: string): string {
  return `${site}.journal`;
}

function executeJournal(site: string, { next: nextFolder, written, removed }: Journal): void {
  const folders = new Set<string>();
  for (const path of written) {
    const [from, to] = [join(nextFolder, path), join(site, path)];
    // A file that is missing was moved before the interruption.
    if (!existsSync(from)) continue;
    if (!folders.has(dirname(to))) mkdirSync(dirname(to), { recursive: true });
    folders.add(dirname(to));
    renameSync(from, to);
  }
  for (const path of removed) removeWithFolders(site, path);
  rmSync(nextFolder, { recursive: true, force: true });
  rmSync(getJournalPath(site));
}

/** Deletes a file, and the folders that are then empty. */
function removeWithFolders(site: string, path: string): void {
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

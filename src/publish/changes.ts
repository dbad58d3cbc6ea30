import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What is to change in a site: files by their paths in it, with "/". */
export interface Changes {
  /** Files of the folder beside the site that go into it. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Moves new files into a site and takes old ones out, each by one rename or removal, so that every file is at every
 * moment the old one or the new one, whole. A journal beside the site says what is to be done: if this is killed, the
 * next command completes it (`finished`).
 *
 * @param next a folder on the same disk that holds all written files, complete
 */
export async function applied(site: string, next: string, changes: Changes): Promise<void> {
  const journal: Journal = { next, ...changes };
  writeFileSync(`${journalOf(site)}.part`, JSON.stringify(journal), { flush: true });
  renameSync(`${journalOf(site)}.part`, journalOf(site));
  carriedOut(site, journal);
}

/** Completes what a journal beside the site says, where there is one. */
export async function finished(site: string): Promise<void> {
  if (!existsSync(journalOf(site))) return;
  // Whoever has deleted the site does not want it back in parts.
  if (!existsSync(site)) return rmSync(journalOf(site));
  // The journal was renamed into its place when it was whole, so it can be read.
  carriedOut(site, JSON.parse(readFileSync(journalOf(site), "utf8")));
}

interface Journal extends Changes {
  readonly next: string;
}

function journalOf(site: string): string {
  return `${site}.journal`;
}

function carriedOut(site: string, { next, written, removed }: Journal): void {
  const folders = new Set<string>();
  for (const path of written) {
    const [from, to] = [join(next, path), join(site, path)];
    // What is no longer there was moved before this was interrupted.
    if (!existsSync(from)) continue;
    if (!folders.has(dirname(to))) mkdirSync(dirname(to), { recursive: true });
    folders.add(dirname(to));
    renameSync(from, to);
  }
  for (const path of removed) removeWithFolders(site, path);
  rmSync(next, { recursive: true, force: true });
  rmSync(journalOf(site));
}

/** Takes a file out, and the folders that are empty without it. */
function removeWithFolders(site: string, path: string): void {
  rmSync(join(site, path), { force: true });
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      rmdirSync(join(site, folder));
    } catch {
      // It holds other files, and so do all folders above it.
      return;
    }
  }
}

// In: a folder with rendered pages. Out: the site with these pages, updated atomically.
import { readdirSync } from "node:fs";
import { getFileKind } from "../disk/disk.ts";
import { toOutputPath } from "../values/address.ts";
import { opmlFile, ownFiles } from "../values/own-addresses.ts";
import { UserError } from "../values/user-error.ts";
import { isOtherSite } from "./authority-advice.ts";
import { type Changes, finishChanges } from "./changes.ts";
import { isHostFile } from "./foreign.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { releaseAbandonedLock, withLock } from "./lock.ts";
import { findChangedFiles } from "./obstacles.ts";
import { getSidePath, isSideName, locateOutput, type OutputFolder } from "./output-folder.ts";
import { assertOwnPlace } from "./own-place.ts";
import { findBrokenPromises } from "./promises.ts";
import { clearSiteId, readSiteId, readSiteRecord, shardPattern } from "./record.ts";
import { changeSite, replaceSite } from "./replace.ts";
import { type NextFolder, openNextFolder, recoverWorkFolders } from "./work-folders.ts";

export type { Changes, Ledger, NextFolder, OutputFolder };
export {
  changeSite,
  createLedger,
  findBrokenPromises,
  findChangedFiles,
  getSidePath,
  isOtherSite,
  locateOutput,
  openNextFolder,
  releaseAbandonedLock,
  replaceSite,
  withLock,
};

/** A site on disk, after recovery from an interrupted build. */
export interface PublishedSite {
  readonly output: OutputFolder;
  /** The id that the last build gave to its output; undefined if there is no site, or if its state is unknown. */
  readonly id: string | undefined;
  /** What the publisher should know, as lines to print. */
  readonly notices: readonly string[];
}

/**
 * Opens an output folder, and completes or reverts what an interrupted build left unfinished there.
 *
 * @throws UserError if the folder contains something else than a site, or a folder stands in the place of a note about it
 */
export async function recoverSite(output: OutputFolder): Promise<PublishedSite> {
  for (const note of ["journal", "token", "work"] as const) assertOwnPlace(getSidePath(output, note), ["file", "link"]);
  recoverWorkFolders(output, "restore");
  const isJournalUsable = await finishChanges(output);
  if (!isJournalUsable) clearSiteId(output);
  const kind = getFileKind(output.folder);
  const id = kind === "folder" ? readSiteId(output) : undefined;
  refuseForeignFolder(output, id);
  recoverWorkFolders(output, "delete");
  const notices = isJournalUsable
    ? []
    : [`${getSidePath(output, "journal")} cannot be used: it is ignored, and the whole site is built again.`];
  return { output, id, notices };
}

/** Removes the lock of a killed build, the folders that it made beside the site, and files that it left half-written. */
export function removeTraces(output: OutputFolder): void {
  releaseAbandonedLock(getSidePath(output, "lock"));
  recoverWorkFolders(output, "restore");
  recoverWorkFolders(output, "delete");
}

function refuseForeignFolder(output: OutputFolder, id: string | undefined): void {
  const { folder } = output;
  const kind = getFileKind(folder);
  if (kind === undefined || (kind === "folder" && isSite(output, id))) return;
  if (kind !== "folder") throw new UserError(`${folder} is not a folder. Name another one: --output DIR.`);
  const names = listNames(output).toSorted();
  const shown = names.slice(0, maxShownNames).join(", ");
  const more = names.length > maxShownNames ? ` and ${names.length - maxShownNames} more` : "";
  throw new UserError(
    `${folder} is not a site that Dateline built: it has ${shown}${more}. Move it away: what you put back beside the files of the site, after the first build, stays. Or name another folder: --output DIR.`,
  );
}

const maxShownNames = 3;

/** The names in an output folder, without those that hosts and version control need there. */
function listNames({ folder }: OutputFolder): readonly string[] {
  return readdirSync(folder).filter((name) => !isSideName(name) && !isHostFile(name));
}

function isSite(output: OutputFolder, id: string | undefined): boolean {
  if (id !== undefined && shardPattern.test(id)) return true;
  const names = listNames(output);
  if (names.length === 0 || siteFiles.every((file) => names.includes(file))) return true;
  // One of the three files was deleted by hand.
  const { files } = readSiteRecord(output);
  return files !== undefined && siteFiles.some((file) => files.has(file) && names.includes(file));
}

// Every complete site has these three files at its root; hardly any other folder has all of them.
const siteFiles = [toOutputPath(ownFiles.missing), opmlFile, toOutputPath(ownFiles.sitemap)];

import { mkdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { flushFile, flushFiles, getFileKind, hasErrorCode } from "../disk/disk.ts";
import { applyChanges, type Changes } from "./changes.ts";
import { createPathCheck, type FolderContents, listContents } from "./foreign.ts";
import { assertPathsFree, findChangedFiles, findNewFiles } from "./obstacles.ts";
import type { OutputFolder } from "./output-folder.ts";
import {
  clearSiteId,
  readSiteId,
  readSiteRecord,
  type SiteRecord,
  updateSiteRecord,
  writeSiteRecord,
} from "./record.ts";
import type { NextFolder } from "./work-folders.ts";

/** How a site is replaced. */
export interface Replacement {
  /** All files of the new site. */
  readonly files: readonly string[];
  /** The id of the new site. */
  readonly id: string;
  /** Whether files that already have the right bytes must stay as they are. */
  readonly keepsEqualFiles: boolean;
  readonly onNotice: (line: string) => void;
}

/**
 * Replaces the site by a complete new one, and keeps what Dateline did not write.
 *
 * If all of the folder is Dateline's, the new folder takes its place by a rename. A folder cannot be renamed to a folder
 * that is not empty, so the previous site is renamed first; between the two renames there is no site. If a build is
 * killed there, the next build restores the previous site (`recoverWorkFolders`). Otherwise, or if the folder cannot be
 * renamed, the files in it are exchanged one by one, by a journal.
 *
 * @returns what was changed
 * @throws UserError if something that Dateline did not write is in the way; nothing was changed then
 */
export async function replaceSite(
  output: OutputFolder,
  nextFolder: NextFolder,
  { files, id, keepsEqualFiles, onNotice }: Replacement,
): Promise<Changes> {
  const record = readSiteRecord(output);
  const isThere = getFileKind(output.folder) !== undefined;
  const { own, foreign } = isThere ? listContents(output.folder, record.files) : { own: [], foreign: [] };
  const unreported = foreign.filter((path) => !record.reported.has(path));
  if (unreported.length > 0) onNotice(describeForeign(output.folder, unreported));
  const newRecord: CompleteRecord = { id, files: new Set(files), reported: new Set(foreign) };
  const canSwap = foreign.length === 0 && !keepsEqualFiles && output.isMovable;
  if (canSwap && (await swapFolders(output, nextFolder, newRecord, isThere ? record.files : noFiles)))
    return { written: files, removed: [] };
  return exchangeFiles(output, nextFolder, newRecord, { own, foreign });
}

type CompleteRecord = SiteRecord & { readonly files: ReadonlySet<string> };

const noFiles: ReadonlySet<string> = new Set();

/** Puts the files of the new site into the folder of the previous one, and deletes the others that Dateline wrote. */
async function exchangeFiles(
  output: OutputFolder,
  { path: nextPath }: NextFolder,
  newRecord: CompleteRecord,
  { own, foreign }: FolderContents,
): Promise<Changes> {
  const files = [...newRecord.files];
  const written = findChangedFiles(output.folder, nextPath, files);
  assertPathsFree(output.folder, written, createPathCheck(foreign));
  const removed = own.filter((file) => !newRecord.files.has(file));
  await flushFiles(nextPath, written);
  mkdirSync(output.folder, { recursive: true });
  const lastId = clearSiteId(output, newRecord.id);
  writeSiteRecord(output, { ...newRecord, id: lastId, files: new Set([...own, ...files]) });
  if (written.length + removed.length > 0) await applyChanges(output, nextPath, { written, removed });
  writeSiteRecord(output, newRecord);
  return { written, removed };
}

/**
 * @param previousFiles all files of the previous site; undefined if they are not known
 * @returns false if the folder cannot be renamed; nothing was changed then
 */
async function swapFolders(
  output: OutputFolder,
  { path: nextPath, previousPath }: NextFolder,
  newRecord: CompleteRecord,
  previousFiles: ReadonlySet<string> | undefined,
): Promise<boolean> {
  await flushFiles(nextPath, [...newRecord.files]);
  const lastId = clearSiteId(output, newRecord.id);
  // If the build is killed between here and the end, the files of both sites are known as Dateline's.
  const files = previousFiles && new Set([...previousFiles, ...newRecord.files]);
  writeSiteRecord(output, { ...newRecord, id: lastId, files });
  const isThere = getFileKind(output.folder) !== undefined;
  // Without a pause, so that no signal can end the process between the two renames.
  if (isThere && !tryToRename(output.folder, previousPath)) return false;
  try {
    renameSync(nextPath, output.folder);
  } catch (error) {
    if (isThere) renameSync(previousPath, output.folder);
    throw error;
  }
  flushFile(dirname(output.folder));
  writeSiteRecord(output, newRecord);
  return true;
}

function tryToRename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (hasErrorCode(error, "EBUSY", "EXDEV", "EPERM", "EACCES")) return false;
    throw error;
  }
}

/**
 * Moves new files into the site and deletes old ones. Other files are not touched.
 *
 * The site has no id until the changes are complete: if the process is killed, and the next command completes the
 * changes, the site is no longer the one that the manifest describes.
 *
 * @param isKnown whether the last build wrote a file
 * @throws UserError if something that Dateline did not write is in the way; nothing was changed then
 */
export async function changeSite(
  output: OutputFolder,
  { path: nextPath }: NextFolder,
  changes: Changes,
  id: string,
  isKnown: (file: string) => boolean,
): Promise<void> {
  const { written, removed } = changes;
  if (written.length + removed.length === 0 && readSiteId(output) === id) return;
  let listedFiles: ReadonlySet<string> | undefined;
  const isForeign = (file: string) => {
    if (isKnown(file)) return false;
    listedFiles ??= readSiteRecord(output).files ?? new Set(written);
    return !listedFiles.has(file);
  };
  assertPathsFree(output.folder, written, isForeign);
  await flushFiles(nextPath, written);
  const lastId = clearSiteId(output, id);
  updateSiteRecord(output, lastId, { added: findNewFiles(output.folder, written), removed: [] });
  if (written.length + removed.length > 0) await applyChanges(output, nextPath, changes);
  updateSiteRecord(output, id, { added: [], removed });
}

function describeForeign(folder: string, paths: readonly string[]): string {
  const shownPaths = paths.slice(0, maxShownPaths).join(", ");
  const rest = paths.length > maxShownPaths ? ` and ${paths.length - maxShownPaths} more` : "";
  return `${folder} has files that Dateline did not write: ${shownPaths}${rest}. They stay as they are.`;
}

const maxShownPaths = 5;

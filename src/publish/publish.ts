// In: a folder with rendered pages. Out: the site with these pages, updated atomically.
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { isTemporaryFile, writeFileAtomically } from "../disk/disk.ts";
import { toOutputPath } from "../values/address.ts";
import { opmlFile, ownFiles } from "../values/own-addresses.ts";
import { UserError } from "../values/user-error.ts";
import { applyChanges, type Changes, finishChanges } from "./changes.ts";
import { createLedger, findBrokenPromises } from "./ledger.ts";
import { withLock } from "./lock.ts";

export type { Changes };
export { createLedger, findBrokenPromises, withLock };

/** A site on disk, after recovery from an interrupted build. */
export interface PublishedSite {
  readonly folder: string;
  /** The id that the last build gave to its output; undefined if there is no site, or if its state is unknown. */
  readonly token: string | undefined;
}

/**
 * Opens an output folder, and completes or reverts what an interrupted build left unfinished there.
 *
 * @throws UserError if the folder contains something else than a site, which a build would delete
 */
export async function recoverSite(output: string): Promise<PublishedSite> {
  const folder = resolve(output);
  await mkdir(dirname(folder), { recursive: true });
  if (existsSync(getPreviousFolder(folder)) && !existsSync(folder)) await rename(getPreviousFolder(folder), folder);
  await finishChanges(folder);
  const token = existsSync(folder) ? await readFile(getTokenPath(folder), "utf8").catch(() => undefined) : undefined;
  await refuseForeignFolder(folder, token);
  await removeLeftovers(folder);
  return { folder, token };
}

/** Creates an empty folder beside the site, on the same disk, to render the next site into. Returns its path. */
export async function createNextFolder(folder: string): Promise<string> {
  const nextFolder = `${folder}.next-${process.pid}`;
  await rm(nextFolder, { recursive: true, force: true });
  await mkdir(nextFolder);
  return nextFolder;
}

/**
 * Replaces the site by a complete new one.
 *
 * A folder cannot be renamed to a folder that is not empty, so the previous site is renamed first; between the two
 * renames there is no site. If a build is killed there, the next build restores the previous site (`recoverSite`). The
 * previous site is deleted last, because with many files that takes longer than everything else here.
 */
export async function replaceSite(folder: string, nextFolder: string, token: string): Promise<void> {
  await removeToken(folder, token);
  if (existsSync(folder)) await rename(folder, getPreviousFolder(folder));
  await rename(nextFolder, folder);
  writeToken(folder, token);
  await rm(getPreviousFolder(folder), { recursive: true, force: true });
}

/**
 * Moves new files into the site and deletes old ones. Other files are not touched.
 *
 * The site has no token until the changes are complete: if the process is killed, and the next command completes the
 * changes, the site is no longer the one that the manifest describes.
 */
export async function changeSite(folder: string, nextFolder: string, changes: Changes, token: string): Promise<void> {
  if (changes.written.length + changes.removed.length > 0) {
    await removeToken(folder, token);
    await applyChanges(folder, nextFolder, changes);
  }
  writeToken(folder, token);
}

function writeToken(folder: string, token: string): void {
  writeFileAtomically(getTokenPath(folder), token);
}

/** Removes the token, because the manifest no longer describes the site. A shard keeps the shard part of its token. */
async function removeToken(folder: string, nextToken: string): Promise<void> {
  const previousToken = await readFile(getTokenPath(folder), "utf8").catch(() => "");
  const [shard] = shardPattern.exec(previousToken) ?? shardPattern.exec(nextToken) ?? [];
  if (shard) writeToken(folder, shard);
  else await rm(getTokenPath(folder), { force: true });
}

// The token of a shard begins with "3/8"; a hash follows when the shard is complete.
const shardPattern = /^\d+\/\d+/;

function getPreviousFolder(folder: string): string {
  return `${folder}.last`;
}

function getTokenPath(folder: string): string {
  return `${folder}.token`;
}

/** Deletes the files and folders that killed builds left beside the site. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(dirname(folder));
  const siteName = basename(folder);
  const leftovers = names.filter(
    (name) =>
      name === `${siteName}.last` ||
      name.startsWith(`${siteName}.next-`) ||
      isTemporaryFile(name, `${siteName}.journal`) ||
      isTemporaryFile(name, `${siteName}.token`),
  );
  await Promise.all(leftovers.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })));
}

async function refuseForeignFolder(folder: string, token: string | undefined): Promise<void> {
  if (!existsSync(folder) || (token !== undefined && shardPattern.test(token))) return;
  const names = await readdir(folder).catch(() => ["a file"]);
  if (names.length === 0 || siteFiles.every((file) => names.includes(file))) return;
  throw new UserError(`${folder} is not a site that Dateline built, and building would delete what is in it.`);
}

// Every complete site has these three files at its root; hardly any other folder has all of them.
const siteFiles = [toOutputPath(ownFiles.missing), opmlFile, toOutputPath(ownFiles.sitemap)];

// In: a folder in which pages were rendered. Out: the site with these pages in it; at every moment the old one or the new.
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { applied, type Changes, finished } from "./changes.ts";
import { brokenPromises, promisedBy } from "./ledger.ts";
import { locked } from "./lock.ts";

export type { Changes };
export { brokenPromises, locked, promisedBy };

/** The output folder holds something that no build of ours has put there, and that a build would delete. */
export class NotOurs extends Error {}

/** A site on disk, mended after whatever was killed there. */
export interface PublishedSite {
  readonly folder: string;
  /** What the build that made it called it; undefined where there is no site, or nobody knows which. */
  readonly token: string | undefined;
}

/**
 * Looks at an output folder, and completes or takes back what a killed build has left unfinished there.
 *
 * @throws NotOurs where it holds something else than a site
 */
export async function openedSite(output: string): Promise<PublishedSite> {
  const folder = resolve(output);
  await mkdir(dirname(folder), { recursive: true });
  if (existsSync(lastOf(folder)) && !existsSync(folder)) await rename(lastOf(folder), folder);
  await finished(folder);
  const token = existsSync(folder) ? await readFile(tokenOf(folder), "utf8").catch(() => undefined) : undefined;
  await refuseForeign(folder, token);
  await clearAway(folder);
  return { folder, token };
}

/** An empty folder beside a site, on the same disk, in which the next one is rendered. */
export async function nextTo(folder: string): Promise<string> {
  const next = `${folder}.next-${process.pid}`;
  await rm(next, { recursive: true, force: true });
  await mkdir(next);
  return next;
}

/**
 * Puts a whole new site in the place of the last one.
 *
 * A folder cannot be renamed onto a full one, so the last site steps aside first: two renames, between which there is
 * none. A build that is killed right there is mended by the next one, which begins with `openedSite`. The last site is
 * deleted when all is done: with many files that takes longer than anything else here.
 */
export async function replaceSite(folder: string, next: string, token: string): Promise<void> {
  await unnameSite(folder, token);
  if (existsSync(folder)) await rename(folder, lastOf(folder));
  await rename(next, folder);
  await nameSite(folder, token);
  await rm(lastOf(folder), { recursive: true, force: true });
}

/**
 * Puts new files into the site and takes old ones out. What stays as it was is not touched.
 *
 * Until all is done the site has no token: if this is killed, and the next command completes it, it is no longer the site
 * that the last build remembers.
 */
export async function changeSite(folder: string, next: string, changes: Changes, token: string): Promise<void> {
  if (changes.written.length + changes.removed.length > 0) {
    await unnameSite(folder, token);
    await applied(folder, next, changes);
  }
  await nameSite(folder, token);
}

async function nameSite(folder: string, token: string): Promise<void> {
  await writeFile(`${tokenOf(folder)}.part`, token);
  await rename(`${tokenOf(folder)}.part`, tokenOf(folder));
}

/** Takes its token away from a site that is no longer what was remembered of it. Where it is or becomes a part, that stays known. */
async function unnameSite(folder: string, next: string): Promise<void> {
  const last = await readFile(tokenOf(folder), "utf8").catch(() => "");
  const [part] = partNamed.exec(last) ?? partNamed.exec(next) ?? [];
  if (part) await nameSite(folder, part);
  else await rm(tokenOf(folder), { force: true });
}

// "3/8", and when it is whole also what it is made from.
const partNamed = /^\d+\/\d+/;

function lastOf(folder: string): string {
  return `${folder}.last`;
}

function tokenOf(folder: string): string {
  return `${folder}.token`;
}

/** What builds that were killed have left beside the site. */
async function clearAway(folder: string): Promise<void> {
  const names = await readdir(dirname(folder));
  const own = basename(folder);
  const left = names.filter(
    (name) =>
      [`${own}.last`, `${own}.journal.part`, `${own}.token.part`].includes(name) || name.startsWith(`${own}.next-`),
  );
  await Promise.all(left.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })));
}

async function refuseForeign(folder: string, token: string | undefined): Promise<void> {
  if (!existsSync(folder) || (token !== undefined && partNamed.test(token))) return;
  const names = await readdir(folder).catch(() => ["a file"]);
  if (names.length === 0 || marks.every((mark) => names.includes(mark))) return;
  throw new NotOurs(`${folder} is not a site that Dateline built, and building would delete what is in it.`);
}

// Every whole site of ours has these three at its root; hardly anything else has all of them.
const marks = ["404.html", "feeds.opml", "sitemap.xml"];

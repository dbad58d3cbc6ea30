// In: the pages planned, and who renders them into a folder. Out: the site, whole, in the place of the last one.
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Page } from "../plan/plan.ts";
import { outputFile } from "../values/address.ts";

/** What was published. */
export interface Published {
  readonly pages: number;
  readonly bytes: number;
}

/** The output folder holds something that no build of ours has put there, and that a build would delete. */
export class NotOurs extends Error {}

/**
 * Has a site rendered beside the last one, checks it, and puts it in its place.
 *
 * A folder cannot be renamed onto a full one, so the last site steps aside first: two renames, between which there is
 * none. A build that is killed right there is mended by the next one, which puts the last site back before it begins.
 *
 * @param render writes all pages into the folder it is given
 * @throws NotOurs where `output` holds something else than a site
 */
export async function publishSite(
  output: string,
  pages: readonly Page[],
  render: (folder: string) => Promise<void>,
): Promise<Published> {
  const site = resolve(output);
  await refuseForeign(site);
  await mkdir(dirname(site), { recursive: true });
  const last = `${site}.last`;
  if (existsSync(last) && !existsSync(site)) await rename(last, site);
  const next = `${site}.next-${process.pid}`;
  await clearAway(site);
  try {
    await render(next);
    const published = await checked(next, pages);
    if (existsSync(site)) await rename(site, last);
    await rename(next, site);
    return published;
  } finally {
    await Promise.all([last, next].map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

/** What builds that were killed have left beside the site. */
async function clearAway(site: string): Promise<void> {
  const beside = await readdir(dirname(site));
  const left = beside.filter(
    (name) => name === `${basename(site)}.last` || isAbandoned(name, `${basename(site)}.next-`),
  );
  await Promise.all(left.map((name) => rm(join(dirname(site), name), { recursive: true, force: true })));
}

function isAbandoned(name: string, start: string): boolean {
  if (!name.startsWith(start)) return false;
  try {
    process.kill(Number(name.slice(start.length)), 0);
    return false;
  } catch {
    return true;
  }
}

async function refuseForeign(site: string): Promise<void> {
  if (!existsSync(site)) return;
  const names = await readdir(site).catch(() => ["a file"]);
  if (names.length === 0 || marks.every((mark) => names.includes(mark))) return;
  throw new NotOurs(`${site} is not a site that Dateline built, and building would delete what is in it.`);
}

// Every site of ours has these three at its root; hardly anything else has all of them.
const marks = ["404.html", "feeds.opml", "sitemap.xml"];

/** Every page that was planned is there. */
async function checked(folder: string, pages: readonly Page[]): Promise<Published> {
  let bytes = 0;
  for (const { address } of pages) {
    const { size } = await stat(join(folder, outputFile(address)));
    if (size === 0) throw new Error(`Expected text at ${address}.`);
    bytes += size;
  }
  return { pages: pages.length, bytes };
}

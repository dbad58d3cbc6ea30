import { isAbsolute, normalize } from "node:path";
import type { AnchorLink, PublishedFile, PublishedImage, SiteLink } from "../parse/parse.ts";
import { isAliasPage, type Page, type PlannedUnit, type PlanUnit, type SiteFrame } from "../plan/plan.ts";
import { type Cache, CacheCorrupt, hash, type PageGroupRecord } from "../store/store.ts";
import { type Address, isInnerPath, toOutputPath } from "../values/address.ts";
import { groupBy } from "../values/memory/group-by.ts";
import { memoizeByIdentity } from "../values/memory/memoize.ts";
import type { Warning } from "../values/problem.ts";

/** Units that share one record in the manifest: a month, or all pages and feeds of a tag. */
export interface PageGroup {
  readonly name: string;
  readonly units: readonly PlanUnit[];
  /** For each unit a hash of its inputs, in the order of `units`. */
  readonly unitHashes: readonly string[];
  /** A hash of the inputs of all units. */
  readonly inputsHash: string;
}

/** Of a page its address, a hash of its inputs, its size, and the warnings about it, if there are any. */
export type PageRecord = readonly [address: Address, inputsHash: string, bytes: number, warnings?: readonly Warning[]];

/** What the last build published of one unit: enough to find out which pages to render again and which to delete. */
export interface UnitRecord {
  readonly name: string;
  readonly inputsHash: string;
  readonly pages: readonly PageRecord[];
  /** The addresses of alias pages, at which no page of the unit itself stands. */
  readonly redirects: readonly Address[];
  readonly pictures: readonly PublishedImage[];
  readonly files: readonly PublishedFile[];
  readonly links: readonly SiteLink[];
  readonly anchorLinks: readonly AnchorLink[];
  readonly anchors: PlannedUnit["anchors"];
  readonly aliases: readonly SiteLink[];
}

/**
 * Groups the units of a plan by the page group that they name.
 *
 * @param renderKey a hash of the inputs that all pages share: code, settings, and the frame around the pages
 */
export function groupUnits(units: readonly PlanUnit[], renderKey: string): readonly PageGroup[] {
  return [...groupBy(units, ({ group }) => group)].map(([name, members]): PageGroup => {
    const unitHashes = members.map((unit) => hash(`${renderKey} ${unit.name} ${JSON.stringify(unit.inputs)}`));
    return { name, units: members, unitHashes, inputsHash: hash(unitHashes.join()) };
  });
}

/** About how many pages a group has: one for each story of a month, a few for each unit of another kind. */
export function estimatePages({ units }: PageGroup): number {
  return units.reduce((total, { estimatedPages }) => total + estimatedPages, 0);
}

/**
 * Reads the unit records of a page group; an empty list without a record.
 *
 * @throws CacheCorrupt if one of them names a file outside the site
 */
export function readUnitRecords(record: PageGroupRecord | undefined, { store }: Cache): readonly UnitRecord[] {
  const units: readonly UnitRecord[] = record ? store.get(record.unitsBlob) : [];
  for (const { pages, pictures, files } of units) {
    for (const [address] of pages) assertInSite(address);
    for (const { stem } of pictures) assertInSite(stem);
    for (const { address } of files) assertInSite(address);
  }
  return units;
}

/**
 * Makes sure that the file of an address is inside the site: addresses come from the cache, which somebody else could
 * have written.
 *
 * @throws CacheCorrupt
 */
export function assertInSite(address: Address): void {
  if (!address.startsWith("/") || !isInnerPath(toOutputPath(address)))
    throw new CacheCorrupt(`The address ${address} is not inside the site.`);
}

/**
 * Makes sure that a file to publish is inside the content: its path comes from the cache too.
 *
 * @throws CacheCorrupt
 */
export function assertSourceInside(path: string): void {
  if (isAbsolute(path) || normalize(path).startsWith(".."))
    throw new CacheCorrupt(`The file ${path} is not inside the content.`);
}

/** The unit records of a changed page group: of the last build, and of this one. */
export interface PageGroupChange {
  readonly name: string;
  readonly previous: readonly UnitRecord[];
  readonly current: readonly UnitRecord[];
}

/** A changed page group after planning. */
export interface PlannedPageGroup extends PageGroupChange {
  /** Pages whose inputs changed. */
  readonly pagesToRender: readonly Page[];
  /** All pictures of the units whose inputs changed. */
  readonly pictures: readonly PublishedImage[];
}

/**
 * Plans the units of a group whose inputs changed, and finds the pages among theirs whose inputs changed.
 *
 * @param codeHash the hash of all code that pages are made with; undefined if no page will be rendered
 */
export function planPageGroup(
  group: PageGroup,
  previous: readonly UnitRecord[],
  codeHash: string | undefined,
): PlannedPageGroup {
  const previousByName = new Map(previous.map((unit) => [unit.name, unit]));
  const plannedUnits = group.units.map((unit, i) => {
    const unitHash = group.unitHashes[i] ?? "";
    const previousUnit = previousByName.get(unit.name);
    return previousUnit?.inputsHash === unitHash
      ? { unit: previousUnit, pages: [], pictures: [] }
      : planUnit(unit, unitHash, previousUnit, codeHash);
  });
  return {
    name: group.name,
    previous,
    current: plannedUnits.map(({ unit }) => unit),
    pagesToRender: plannedUnits.flatMap(({ pages }) => pages),
    pictures: plannedUnits.flatMap(({ pictures }) => pictures),
  };
}

function planUnit(
  unit: PlanUnit,
  unitHash: string,
  previousUnit: UnitRecord | undefined,
  codeHash: string | undefined,
) {
  const plannedUnit = unit.plan();
  const previousPages = new Map(previousUnit?.pages.map((record) => [record[0], record]));
  const pages = plannedUnit.pages.map((page) => {
    // A feed is large, and depends only on the inputs of its unit. A page that will not be rendered needs no hash.
    const pageHash = isFeed(page) || codeHash === undefined ? unitHash : hashPage(page, codeHash);
    const previousRecord = previousPages.get(page.address);
    const isUnchanged = previousRecord?.[1] === pageHash;
    const record: PageRecord = isUnchanged ? previousRecord : [page.address, pageHash, 0];
    return { page, isUnchanged, record };
  });
  return {
    unit: toUnitRecord(
      unit.name,
      unitHash,
      plannedUnit,
      pages.map(({ record }) => record),
    ),
    pages: pages.flatMap(({ page, isUnchanged }) => (isUnchanged ? [] : [page])),
    pictures: plannedUnit.pictures,
  };
}

function toUnitRecord(
  name: string,
  unitHash: string,
  plannedUnit: PlannedUnit,
  pages: UnitRecord["pages"],
): UnitRecord {
  const { pictures, files, links, anchorLinks, anchors, aliases } = plannedUnit;
  // An alias at the address of a page of the unit is not left out: the page claims its file, and the alias is reported.
  const own = new Set(plannedUnit.pages.flatMap((page) => (isAliasPage(page) ? [] : [page.address])));
  const redirects = plannedUnit.pages.flatMap(({ address }) => (own.has(address) ? [] : [address]));
  return { name, inputsHash: unitHash, pages, redirects, pictures, files, links, anchorLinks, anchors, aliases };
}

function isFeed(page: Page): boolean {
  return page.layout === "feed" || (page.layout === "copy" && page.shows.of.layout === "feed");
}

const hashSiteFrame = memoizeByIdentity((siteFrame: SiteFrame) => hash(JSON.stringify(siteFrame)));

/** A hash of the inputs of a page. The frame that all pages of a language share is hashed once. */
function hashPage(page: Page, codeHash: string): string {
  if (!("frame" in page)) return hash(`${codeHash} ${JSON.stringify(page)}`);
  const { site, ...frame } = page.frame;
  return hash(`${codeHash} ${hashSiteFrame(site)} ${JSON.stringify({ ...page, frame })}`);
}

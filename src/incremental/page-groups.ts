import type { Shown, SiteLink } from "../parse/parse.ts";
import type { Page, PlannedUnit, Unit } from "../plan/plan.ts";
import { type Cache, fingerprint, type ShelfMemory } from "../store/store.ts";
import { groupedBy } from "../values/memory/group-by.ts";

/** Units that are remembered together: a month, all pages and feeds of a tag. */
export interface Shelf {
  readonly name: string;
  readonly units: readonly Unit[];
  /** What each unit follows from, and with it all of them. */
  readonly keys: readonly string[];
  readonly key: string;
}

/** What is remembered of a unit: enough to tell what of it must be made again, and what must go. */
export interface UnitMemory {
  readonly name: string;
  readonly key: string;
  /** Of each page its address, a hash of all that it was made from, and its bytes. */
  readonly pages: readonly (readonly [address: string, print: string, bytes: number])[];
  readonly redirects: readonly string[];
  readonly pictures: readonly Shown[];
  readonly links: readonly SiteLink[];
  readonly aliases: readonly SiteLink[];
}

/**
 * The units of a plan by shelf: what stands before the first space in their names.
 *
 * @param shownBy follows from all that pages follow from beside what their units name
 */
export function shelvesOf(units: readonly Unit[], shownBy: string): readonly Shelf[] {
  return [...groupedBy(units, ({ name }) => name.split(" ", 1)[0] ?? name)].map(([name, own]) => {
    const keys = own.map((unit) => fingerprint(`${shownBy} ${unit.name} ${JSON.stringify(unit.follows)}`));
    return { name, units: own, keys, key: fingerprint(keys.join()) };
  });
}

/** About how many pages a shelf has: a month one for each of its stories, a unit of another kind a few. */
export function aboutIn({ units }: Shelf): number {
  return units.reduce((total, { about }) => total + about, 0);
}

/** What was remembered of a shelf's units. */
export function unitsOf(shelf: ShelfMemory | undefined, { store }: Cache): readonly UnitMemory[] {
  return shelf ? store.find(shelf.units) : [];
}

/** A shelf of which something changed, planned: the pages to be made, and what is to be remembered. */
export interface PlannedShelf {
  readonly name: string;
  readonly before: readonly UnitMemory[];
  readonly now: readonly UnitMemory[];
  /** Pages that are not as they were. */
  readonly pages: readonly Page[];
  /** Pictures of units of which something changed. */
  readonly pictures: readonly Shown[];
}

/**
 * Plans the units of a shelf that follow from something else than before, and finds the pages among theirs that are not
 * as they were.
 *
 * @param code of all code that makes pages; undefined where none of them is to be made
 */
export function plannedShelf(shelf: Shelf, before: readonly UnitMemory[], code: string | undefined): PlannedShelf {
  const known = new Map(before.map((unit) => [unit.name, unit]));
  const planned = shelf.units.map((unit, i) => {
    const key = shelf.keys[i] ?? "";
    const last = known.get(unit.name);
    return last?.key === key ? { unit: last, pages: [], pictures: [] } : changedUnit(unit, key, last, code);
  });
  return {
    name: shelf.name,
    before,
    now: planned.map(({ unit }) => unit),
    pages: planned.flatMap(({ pages }) => pages),
    pictures: planned.flatMap(({ pictures }) => pictures),
  };
}

function changedUnit(unit: Unit, key: string, last: UnitMemory | undefined, code: string | undefined) {
  const planned = unit.planned();
  const known = new Map(last?.pages.map(([address, print, bytes]) => [address, { print, bytes }]));
  const pages = planned.pages.map((page) => {
    // A feed is large, and follows from nothing but what its unit names. Of a page that is not made nobody asks.
    const print = page.layout === "feed" || code === undefined ? key : printOf(page, code);
    const before = known.get(page.address);
    return { page, print, bytes: before?.print === print ? before.bytes : undefined };
  });
  return {
    unit: memoryOf(
      unit.name,
      key,
      planned,
      pages.map(({ page, print, bytes }) => [page.address, print, bytes ?? 0]),
    ),
    pages: pages.flatMap(({ page, bytes }) => (bytes === undefined ? [page] : [])),
    pictures: planned.pictures,
  };
}

function memoryOf(name: string, key: string, planned: PlannedUnit, pages: UnitMemory["pages"]): UnitMemory {
  const { pictures, links, aliases } = planned;
  const redirects = planned.pages.flatMap(({ layout, address }) => (layout === "redirect" ? [address] : []));
  return { name, key, pages, redirects, pictures, links, aliases };
}

const sitePrints = new WeakMap<object, string>();

/** A hash of all that a page is made from. What is the same around all pages of a language is hashed once. */
function printOf(page: Page, code: string): string {
  if (!("frame" in page)) return fingerprint(`${code} ${JSON.stringify(page)}`);
  const { site, ...frame } = page.frame;
  const sitePrint = sitePrints.get(site) ?? fingerprint(JSON.stringify(site));
  sitePrints.set(site, sitePrint);
  return fingerprint(`${code} ${sitePrint} ${JSON.stringify({ ...page, frame })}`);
}

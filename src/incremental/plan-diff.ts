import type { Shown, SiteLink } from "../parse/parse.ts";
import { type PlannedAddresses, problemsAmong, type Unit } from "../plan/plan.ts";
import type { Cache, ShelfMemory } from "../store/store.ts";
import { type Address, outputFile } from "../values/address.ts";
import type { Problem } from "../values/problem.ts";
import { variantsOf } from "../values/variants.ts";
import { type PlannedShelf, plannedShelf, type Shelf, shelvesOf, type UnitMemory, unitsOf } from "./page-groups.ts";

/** What of a plan is to be made again, shelf by shelf, and what is no longer there. */
export interface ChangedPlan {
  readonly changed: readonly Shelf[];
  readonly unchanged: readonly string[];
  /** Shelves of which nothing is left. */
  readonly vanished: readonly string[];
}

/** Compares a plan with what is remembered of the last one. */
export function changedPlan(
  units: readonly Unit[],
  shownBy: string,
  shelves: Readonly<Record<string, ShelfMemory>>,
): ChangedPlan {
  const all = shelvesOf(units, shownBy);
  const names = new Set(all.map(({ name }) => name));
  return {
    changed: all.filter(({ name, key }) => shelves[name]?.key !== key),
    unchanged: all.filter(({ name, key }) => shelves[name]?.key === key).map(({ name }) => name),
    vanished: Object.keys(shelves).filter((name) => !names.has(name)),
  };
}

/** Plans one changed shelf against what is remembered of it. Without `code` only its addresses, links and aliases count. */
export function planned(
  shelf: Shelf,
  cache: Cache,
  shelves: Readonly<Record<string, ShelfMemory>>,
  code: string | undefined,
): PlannedShelf {
  return plannedShelf(shelf, unitsOf(shelves[shelf.name], cache), code);
}

/** The files that a unit published. */
export function filesOf({ pages, pictures }: UnitMemory): readonly string[] {
  return [...pages.map(([address]) => outputFile(address as Address)), ...pictures.flatMap(filesOfPicture)];
}

/** The files of a picture, in all its widths and formats. */
export function filesOfPicture({ stem, width, height }: Shown): readonly string[] {
  return variantsOf(stem, width, height).map(({ address }) => outputFile(address));
}

/** The files that were published and are no longer planned. */
export function removedOf(
  shelves: readonly { readonly before: readonly UnitMemory[]; readonly now: readonly UnitMemory[] }[],
): readonly string[] {
  const before = shelves.flatMap((shelf) => shelf.before);
  if (before.length === 0) return [];
  const still = new Set(shelves.flatMap((shelf) => shelf.now.flatMap(filesOf)));
  return [...new Set(before.flatMap(filesOf))].filter((file) => !still.has(file));
}

/**
 * What only all addresses together can tell: links that lead nowhere, and aliases where a page is.
 *
 * @param now the units that were planned
 * @param rest looks up the units of shelves that stay as they were; asked only where something of theirs is needed
 * @param hasRemoved whether an address has vanished: then links of texts that did not change are looked at too
 * @param isFree whether it is certain that nothing stands where nothing is planned
 */
export function problemsOfAddresses(
  now: readonly UnitMemory[],
  rest: Rest,
  hasRemoved: boolean,
  isFree: PlannedAddresses["isFree"],
): readonly Problem[] {
  const all = hasRemoved ? [...now, ...rest.all()] : now;
  const own = addressesIn(all);
  const elsewhere = (address: Address) => (hasRemoved ? undefined : addressesIn(rest.near(address)).get(address));
  const layoutAt = (address: Address) => own.get(address) ?? elsewhere(address);
  const addresses: PlannedAddresses = {
    has: (address) => layoutAt(address) !== undefined,
    hasPage: (address) => layoutAt(address) === "page",
    isFree,
  };
  const links = all.flatMap((unit) => unit.links);
  // Of the rest an alias can only be taken by a page that is new.
  const aliases = hasRemoved ? [] : rest.aliases.filter(({ to }) => own.get(to) === "page");
  return problemsAmong(addresses, links, [...all.flatMap((unit) => unit.aliases), ...aliases]);
}

/** The units of shelves that stay as they were. */
export interface Rest {
  readonly all: () => readonly UnitMemory[];
  readonly aliases: readonly SiteLink[];
  /** Those among which an address would be. */
  readonly near: (address: Address) => readonly UnitMemory[];
}

/** Looks them up in the cache, each shelf once. */
export function restOf(names: readonly string[], cache: Cache, shelves: Readonly<Record<string, ShelfMemory>>): Rest {
  const looked = new Map<string, readonly UnitMemory[]>();
  const look = (name: string): readonly UnitMemory[] => {
    const units = looked.get(name) ?? unitsOf(shelves[name], cache);
    looked.set(name, units);
    return units;
  };
  let whole: readonly UnitMemory[] | undefined;
  const all = (): readonly UnitMemory[] => {
    whole ??= names.flatMap(look);
    return whole;
  };
  return {
    all,
    aliases: names.flatMap((name) => shelves[name]?.aliases ?? []),
    near: (address) => {
      const [, year, month] = /^(?:\/[a-z]{2})?\/(\d{4})\/(\d\d)\//.exec(address) ?? [];
      const name = `${year}-${month}`;
      return names.includes(name) ? look(name) : all();
    },
  };
}

const known = new WeakMap<readonly UnitMemory[], ReadonlyMap<string, "page" | "redirect">>();

function addressesIn(units: readonly UnitMemory[]): ReadonlyMap<string, "page" | "redirect"> {
  const before = known.get(units);
  if (before) return before;
  const addresses = new Map<string, "page" | "redirect">();
  for (const { pages, redirects } of units) {
    for (const address of redirects) addresses.set(address, addresses.get(address) ?? "redirect");
    for (const [address] of pages) if (!redirects.includes(address)) addresses.set(address, "page");
  }
  known.set(units, addresses);
  return addresses;
}

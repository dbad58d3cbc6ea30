import type { PublishedImage, SiteLink } from "../parse/parse.ts";
import { findLinkProblems, type PlannedAddresses, type PlanUnit } from "../plan/plan.ts";
import type { Cache, PageGroupRecord } from "../store/store.ts";
import { type Address, toOutputPath } from "../values/address.ts";
import type { Problem } from "../values/problem.ts";
import { listVariants } from "../values/variants.ts";
import {
  groupUnits,
  type PageGroup,
  type PageGroupChange,
  planPageGroup,
  readUnitRecords,
  type UnitRecord,
} from "./page-groups.ts";

/** The difference between a plan and the manifest, by page group. */
export interface PlanDiff {
  readonly changed: readonly PageGroup[];
  /** Names of groups with the same inputs. */
  readonly unchanged: readonly string[];
  /** Names of groups that are no longer planned. */
  readonly vanished: readonly string[];
}

/**
 * Compares a plan with the manifest of the last build.
 *
 * @param renderKey a hash of the inputs that all pages share
 * @param previousGroups the records of the site that is changed; empty if the whole site is rendered
 */
export function diffPlan(
  units: readonly PlanUnit[],
  renderKey: string,
  previousGroups: Readonly<Record<string, PageGroupRecord>>,
): PlanDiff {
  const groups = groupUnits(units, renderKey);
  const names = new Set(groups.map(({ name }) => name));
  return {
    changed: groups.filter(({ name, inputsHash }) => previousGroups[name]?.inputsHash !== inputsHash),
    unchanged: groups
      .filter(({ name, inputsHash }) => previousGroups[name]?.inputsHash === inputsHash)
      .map(({ name }) => name),
    vanished: Object.keys(previousGroups).filter((name) => !names.has(name)),
  };
}

/**
 * Plans one changed group and compares it with its record. Without `codeHash` only addresses, links and aliases count.
 */
export function planChange(
  group: PageGroup,
  cache: Cache,
  previousGroups: Readonly<Record<string, PageGroupRecord>>,
  codeHash: string | undefined,
): PageGroupChange {
  return planPageGroup(group, readUnitRecords(previousGroups[group.name], cache), codeHash);
}

/** The files that a unit published, as paths in the site. */
export function listUnitFiles({ pages, pictures }: UnitRecord): readonly string[] {
  return [...pages.map(([address]) => toOutputPath(address as Address)), ...pictures.flatMap(listPictureFiles)];
}

/** The files of a picture in all its widths and formats, as paths in the site. */
export function listPictureFiles({ stem, width, height }: PublishedImage): readonly string[] {
  return listVariants(stem, width, height).map(({ address }) => toOutputPath(address));
}

/** The files that were published and are no longer planned, as paths in the site. */
export function findRemovedFiles(
  changes: readonly { readonly previous: readonly UnitRecord[]; readonly current: readonly UnitRecord[] }[],
): readonly string[] {
  const previousUnits = changes.flatMap((change) => change.previous);
  if (previousUnits.length === 0) return [];
  const currentFiles = new Set(changes.flatMap((change) => change.current.flatMap(listUnitFiles)));
  return [...new Set(previousUnits.flatMap(listUnitFiles))].filter((file) => !currentFiles.has(file));
}

/**
 * Finds dead links, and aliases that collide with a page.
 *
 * @param currentUnits the units of the changed groups, as planned now
 * @param unchangedPages reads the units of unchanged groups, only if they are needed
 * @param hasRemovals whether an address was removed: then the links of unchanged texts are checked too
 * @param isUnused whether an unplanned address would certainly stay unplanned if all problems were fixed
 */
export function findAddressProblems(
  currentUnits: readonly UnitRecord[],
  unchangedPages: UnchangedPages,
  hasRemovals: boolean,
  isUnused: PlannedAddresses["isUnused"],
): readonly Problem[] {
  const units = hasRemovals ? [...currentUnits, ...unchangedPages.getAll()] : currentUnits;
  const addressKinds = indexAddresses(units);
  const findInUnchanged = (address: Address) =>
    hasRemovals ? undefined : indexAddresses(unchangedPages.getByAddress(address)).get(address);
  const getKind = (address: Address) => addressKinds.get(address) ?? findInUnchanged(address);
  const addresses: PlannedAddresses = {
    has: (address) => getKind(address) !== undefined,
    hasPage: (address) => getKind(address) === "page",
    isUnused,
  };
  const links = units.flatMap((unit) => unit.links);
  // An alias of an unchanged group can only collide with a page that is new.
  const aliases = hasRemovals ? [] : unchangedPages.aliases.filter(({ to }) => addressKinds.get(to) === "page");
  return findLinkProblems(addresses, links, [...units.flatMap((unit) => unit.aliases), ...aliases]);
}

/** Reads the units of unchanged page groups. */
export interface UnchangedPages {
  readonly getAll: () => readonly UnitRecord[];
  readonly aliases: readonly SiteLink[];
  /** The units that may contain an address: those of its month, or else all. */
  readonly getByAddress: (address: Address) => readonly UnitRecord[];
}

/** Makes the reader of unchanged page groups; it reads each record from the cache once. */
export function createUnchangedPages(
  names: readonly string[],
  cache: Cache,
  previousGroups: Readonly<Record<string, PageGroupRecord>>,
): UnchangedPages {
  const unitsByGroup = new Map<string, readonly UnitRecord[]>();
  const readGroup = (name: string): readonly UnitRecord[] => {
    const units = unitsByGroup.get(name) ?? readUnitRecords(previousGroups[name], cache);
    unitsByGroup.set(name, units);
    return units;
  };
  let allUnits: readonly UnitRecord[] | undefined;
  const getAll = (): readonly UnitRecord[] => {
    allUnits ??= names.flatMap(readGroup);
    return allUnits;
  };
  return {
    getAll,
    aliases: names.flatMap((name) => previousGroups[name]?.aliases ?? []),
    getByAddress: (address) => {
      const [, year, month] = /^(?:\/[a-z]{2})?\/(\d{4})\/(\d\d)\//.exec(address) ?? [];
      const name = `${year}-${month}`;
      return names.includes(name) ? readGroup(name) : getAll();
    },
  };
}

const addressIndexes = new WeakMap<readonly UnitRecord[], ReadonlyMap<string, "page" | "redirect">>();

function indexAddresses(units: readonly UnitRecord[]): ReadonlyMap<string, "page" | "redirect"> {
  const cached = addressIndexes.get(units);
  if (cached) return cached;
  const addresses = new Map<string, "page" | "redirect">();
  for (const { pages, redirects } of units) {
    for (const address of redirects) addresses.set(address, addresses.get(address) ?? "redirect");
    for (const [address] of pages) if (!redirects.includes(address)) addresses.set(address, "page");
  }
  addressIndexes.set(units, addresses);
  return addresses;
}

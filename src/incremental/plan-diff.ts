import type { Digest } from "../model/model.ts";
import type { PublishedFile, PublishedImage, SiteLink } from "../parse/parse.ts";
import {
  createSiteFrame,
  describeTakenPlace,
  findLinkProblems,
  type PlannedAddresses,
  planSite,
  staticGroup,
} from "../plan/plan.ts";
import { type Cache, hash, hashSiteCode, type PageGroupRecord } from "../store/store.ts";
import { type Address, toOutputPath } from "../values/address.ts";
import { createClaims } from "../values/claims.ts";
import { memoizeByIdentity } from "../values/memory/memoize.ts";
import type { Problem } from "../values/problem.ts";
import { listVariants } from "../values/variants.ts";
import { listPageIds, listStaticAddresses } from "./anchors.ts";
import type { LoadedContent } from "./load.ts";
import {
  groupUnits,
  type PageGroup,
  type PageGroupChange,
  type PlannedPageGroup,
  planPageGroup,
  readUnitRecords,
  type UnitRecord,
} from "./page-groups.ts";
import type { Certainty } from "./problems.ts";

/** What a build has to do: the difference between its plan and the manifest of the last build, by page group. */
export interface PlanDiff {
  readonly changed: readonly PageGroup[];
  /** Names of groups with the same inputs. */
  readonly unchanged: readonly string[];
  /** Names of groups that are no longer planned. */
  readonly vanished: readonly string[];
  /** Whether the manifest describes the published site. If not, the whole site is rendered and replaced. */
  readonly isOutputKnown: boolean;
  /** The records of the site that is changed, by group; empty if the whole site is rendered. */
  readonly previousGroups: Readonly<Record<string, PageGroupRecord>>;
  readonly unchangedPages: UnchangedPages;
  /** A hash of all code that pages are made with. */
  readonly codeHash: string;
  /** A hash of the inputs that all pages share: code, settings, and the frame around the pages. */
  readonly renderKey: string;
}

/**
 * Plans the site and compares the plan with the manifest of the last build.
 *
 * @param publishedSiteId the id of the site in the output folder; undefined if there is none
 */
export function diffPlan(
  digest: Digest,
  { siteSettings, monthReader }: Pick<LoadedContent, "siteSettings" | "monthReader">,
  cache: Cache,
  publishedSiteId: string | undefined,
): PlanDiff {
  const { manifest } = cache;
  const codeHash = hashSiteCode();
  // The first story of a section changes the navigation on every page, also of old months.
  const frames = digest.languages.map((inLanguage) => createSiteFrame(digest, inLanguage));
  // Kept pictures and documents and static files are on no page.
  const settings = { ...siteSettings, keptPictures: [], keptDocuments: [], staticFiles: [] };
  const renderKey = hash(JSON.stringify([codeHash, settings, frames]));
  const isOutputKnown = manifest !== undefined && publishedSiteId === manifest.siteId;
  const previousGroups = isOutputKnown ? manifest.pageGroups : {};
  const groups = groupUnits(planSite(digest, monthReader), renderKey);
  const isUnchanged = ({ name, inputsHash }: PageGroup) => previousGroups[name]?.inputsHash === inputsHash;
  const names = new Set(groups.map(({ name }) => name));
  const unchanged = groups.filter(isUnchanged).map(({ name }) => name);
  return {
    changed: groups.filter((group) => !isUnchanged(group)),
    unchanged,
    vanished: Object.keys(previousGroups).filter((name) => !names.has(name)),
    unchangedPages: createUnchangedPages(unchanged, previousGroups, cache),
    isOutputKnown,
    previousGroups,
    codeHash,
    renderKey,
  };
}

/** Plans one changed group. Without `codeHash` no page is rendered: only addresses, links and aliases count. */
export function planChangedGroup(
  group: PageGroup,
  { previousGroups }: Pick<PlanDiff, "previousGroups">,
  cache: Cache,
  codeHash: string | undefined,
): PlannedPageGroup {
  return planPageGroup(group, readUnitRecords(previousGroups[group.name], cache), codeHash);
}

/** Reads the records of groups that are no longer planned: changes that leave nothing. */
export function readVanishedGroups({ vanished, previousGroups }: PlanDiff, cache: Cache): readonly PageGroupChange[] {
  return vanished.map((name) => ({ name, previous: readUnitRecords(previousGroups[name], cache), current: [] }));
}

/** The files that a unit published, as paths in the site. */
export function listUnitFiles({ pages, pictures, files }: UnitRecord): readonly string[] {
  return [
    ...pages.map(([address]) => toOutputPath(address)),
    ...pictures.flatMap(listPictureFiles),
    ...files.map(({ address }) => toOutputPath(address)),
  ];
}

/** The files of a picture in all its widths and formats, as paths in the site. */
export function listPictureFiles({ stem, width, height }: PublishedImage): readonly string[] {
  return listVariants(stem, width, height).map(({ address }) => toOutputPath(address));
}

/** The files of these changes that were published and are no longer planned, as paths in the site. */
export function findRemovedFiles(changes: readonly PageGroupChange[]): readonly string[] {
  const previousUnits = changes.flatMap((change) => change.previous);
  if (previousUnits.length === 0) return [];
  const currentFiles = new Set(changes.flatMap((change) => change.current.flatMap(listUnitFiles)));
  return [...new Set(previousUnits.flatMap(listUnitFiles))].filter((file) => !currentFiles.has(file));
}

/** The files among these that no unchanged page group publishes: only they may be deleted. */
export function excludeUnchangedFiles(removed: readonly string[], { getAll }: UnchangedPages): readonly string[] {
  if (removed.length === 0) return removed;
  const unchangedFiles = new Set(getAll().flatMap(listUnitFiles));
  return removed.filter((file) => !unchangedFiles.has(file));
}

/**
 * Finds static files whose place is taken, links to no page or to no place in their page, and aliases whose file is already
 * that of a page, a feed, a picture or a static file.
 *
 * @param changes the changed groups: as planned now, and in the last build
 * @param unchangedPages reads the units of unchanged groups, only if they are needed
 * @param hasRemovals whether an address, or an id in a page, was removed: then the links of unchanged texts are checked too
 * @param certainty what is certain although some texts have problems
 */
export function findAddressProblems(
  changes: readonly PageGroupChange[],
  unchangedPages: UnchangedPages,
  hasRemovals: boolean,
  certainty: Certainty,
): readonly Problem[] {
  const currentUnits = changes.flatMap(({ current }) => current);
  // Which page has the place of a new static file can be known only from all groups.
  const needsAll = hasRemovals || currentUnits.some(({ name }) => name === staticGroup);
  const units = [...currentUnits, ...(needsAll ? unchangedPages.getAll() : unchangedPages.getStaticUnits())];
  const addresses = indexAddresses(units);
  const unchangedAliases = new Set(unchangedPages.aliases.map(({ to }) => to));
  const earlierAliases = new Set(
    changes.flatMap(({ previous }) => previous.flatMap(({ aliases }) => aliases.map(({ to }) => to))),
  );
  const isInUnchanged = (address: Address) =>
    unchangedAliases.has(address) || indexAddresses(unchangedPages.getByAddress(address)).has(address);
  const findInUnchanged = (address: Address) =>
    claimFiles(unchangedPages.getByAddress(address)).claims.find(toOutputPath(address));
  const aliases = units.flatMap((unit) => unit.aliases);
  const plannedAddresses: PlannedAddresses = {
    has: (address) => addresses.has(address) || (!needsAll && isInUnchanged(address)),
    findCollision: (address) =>
      claimFiles(units).claims.find(toOutputPath(address)) ??
      // A page of an unchanged group cannot have come to the address of an alias that the last build had already.
      (needsAll || unchangedAliases.has(address) || earlierAliases.has(address) ? undefined : findInUnchanged(address)),
    listIds: (address) => {
      if (addresses.has(address)) return listPageIds(address, units);
      return unchangedAliases.has(address) ? [] : listPageIds(address, unchangedPages.getByAddress(address));
    },
    listAll: () => listLastingAddresses(needsAll ? units : [...units, ...unchangedPages.getAll()]),
    ...certainty,
  };
  const linkProblems = findLinkProblems(plannedAddresses, {
    links: units.flatMap(({ links }) => links),
    anchorLinks: units.flatMap(({ anchorLinks }) => anchorLinks),
    aliases: needsAll ? aliases : [...aliases, ...unchangedPages.aliases],
  });
  const hasStaticFiles = units.some(({ name }) => name === staticGroup);
  return hasStaticFiles ? [...claimFiles(units).problems, ...linkProblems] : linkProblems;
}

/** Reads the units of unchanged page groups. */
export interface UnchangedPages {
  readonly getAll: () => readonly UnitRecord[];
  readonly getStaticUnits: () => readonly UnitRecord[];
  readonly aliases: readonly SiteLink[];
  /** The units that may contain an address, other than as an alias: those of its month, or else all. */
  readonly getByAddress: (address: Address) => readonly UnitRecord[];
}

/** Makes the reader of unchanged page groups; it reads each record from the cache once. */
function createUnchangedPages(
  names: readonly string[],
  previousGroups: PlanDiff["previousGroups"],
  cache: Cache,
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
  const nameSet = new Set(names);
  return {
    getAll,
    getStaticUnits: () => (nameSet.has(staticGroup) ? readGroup(staticGroup) : []),
    aliases: names.flatMap((name) => previousGroups[name]?.aliases ?? []),
    getByAddress: (address) => {
      const [, year, month] = /^(?:\/[a-z]{2})?\/(\d{4})\/(\d\d)\//i.exec(address) ?? [];
      // Whether a folder is spelled in another way can be known only from all groups.
      if (month === undefined || address !== address.toLowerCase()) return getAll();
      const name = `${year}-${month}`;
      return nameSet.has(name) ? readGroup(name) : [];
    },
  };
}

const indexAddresses = memoizeByIdentity(
  (units: readonly UnitRecord[]): ReadonlySet<Address> =>
    new Set(units.flatMap((unit) => [...unit.pages.map(([address]) => address), ...listStaticAddresses([unit])])),
);

/** The addresses of pages, feeds and static files; not those of redirects, to which nobody should link anew. */
function listLastingAddresses(units: readonly UnitRecord[]): readonly Address[] {
  const redirects = new Set(units.flatMap((unit) => unit.redirects));
  return [...indexAddresses(units)].filter((address) => !redirects.has(address));
}

/**
 * The claims of all pages, feeds, pictures, documents and static files, and the problems of static files whose place is
 * taken; not those of redirects, whose collisions are found among the texts.
 */
const claimFiles = memoizeByIdentity((units: readonly UnitRecord[]) => {
  const claims = createClaims<PublishedFile | undefined>();
  for (const unit of units) {
    const redirects = new Set(unit.redirects);
    for (const [address] of unit.pages) if (!redirects.has(address)) claims.claim(toOutputPath(address), undefined);
    for (const file of unit.pictures.flatMap(listPictureFiles)) claims.claim(file, undefined);
    for (const { address } of unit.files) if (unit.name !== staticGroup) claims.claim(toOutputPath(address), undefined);
  }
  const staticFiles = units.flatMap(({ name, files }) => (name === staticGroup ? files : []));
  const problems = staticFiles.flatMap((file) => {
    const collision = claims.claim(toOutputPath(file.address), file);
    return collision ? [describeTakenPlace(file, collision)] : [];
  });
  return { claims, problems };
});

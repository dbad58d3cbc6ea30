import { type Address, toOutputPath } from "../values/address.ts";
import { type Claims, type Collision, createClaims } from "../values/claims.ts";
import { type Location, type Problem, type ProblemText, toFileStart } from "../values/problem.ts";
import type { Article } from "./article.ts";
import type { Locations } from "./yaml/path.ts";

/** The keys of an article that no other article may have. Plain data, so that it can be cached. */
export interface UniqueKeys {
  readonly file: string;
  readonly address: Address;
  /** The edition whose lead it is, as "2024-07-11 en"; undefined if it is not a lead, or a draft. */
  readonly leadOf: string | undefined;
  readonly id: string;
  readonly aliases: readonly Address[];
  /** Locations of these keys in the file; the start of the file for keys that were not written. */
  readonly at: { readonly lead: Location; readonly id: Location; readonly aliases: readonly Location[] };
}

/**
 * Gets the unique keys of an article.
 *
 * @param written the front matter as written: if it has no id, the location of the id is the start of the file
 * @param locations finds where in the file a key was written
 */
export function getUniqueKeys(
  { file, address, lead, draft, day, language, id, aliases, aliasLocations }: Article,
  written: { readonly id?: string | undefined },
  locations: Locations,
): UniqueKeys {
  const start = toFileStart(file);
  return {
    file,
    address,
    leadOf: lead && !draft ? `${day} ${language}` : undefined,
    id,
    aliases,
    at: {
      lead: lead ? locations.locate(["lead"]) : start,
      id: written.id === undefined ? start : locations.locate(["id"]),
      aliases: aliasLocations,
    },
  };
}

/**
 * Finds collisions between files: two files with one address, two leads in one edition, two articles with one id or
 * alias. Addresses collide if some disk stores them as one file (`createClaims`).
 *
 * @param otherOwners owners that are not articles: pages, and notes with the address of their edition
 * @returns one problem per collision, at the later of the two files; two if an alias is written in both
 */
export function findCollisions(uniqueKeys: readonly UniqueKeys[], otherOwners: readonly Owner[]): readonly Problem[] {
  const fileClaims = createClaims<FileOwner>();
  const leadOwners = new Map<string, Owner>();
  const idOwners = new Map<string, Owner>();
  const owners = [...uniqueKeys.map(({ file, address }) => ({ file, address })), ...otherOwners];
  const addressCollisions = owners.flatMap(({ file, address }) => {
    const collision = fileClaims.claim(toOutputPath(address), { file, address, alias: undefined });
    return collision ? [{ at: toFileStart(file), ...describeSameAddress(collision.owner) }] : [];
  });
  const otherCollisions = uniqueKeys.flatMap(({ file, address, leadOf: edition, id, aliases, at }) => [
    ...(edition === undefined ? [] : claimKey(leadOwners, edition, { file, address }, at.lead, describeSecondLead)),
    ...claimKey(idOwners, id, { file, address }, at.id, (other) =>
      other.address === address ? undefined : describeSameId(id, other),
    ),
    ...aliases.flatMap((alias, i) =>
      claimAlias(fileClaims, { file, address: alias, alias: at.aliases[i] ?? toFileStart(file) }),
    ),
  ]);
  return [...addressCollisions, ...otherCollisions];
}

/** A file and the address at which it is published. */
export interface Owner {
  readonly file: string;
  readonly address: Address;
}

/** The owner of a file of the site. */
interface FileOwner extends Owner {
  /** Where an author wrote the address as an alias; undefined if it is the address of the text itself. */
  readonly alias: Location | undefined;
}

function claimAlias(claims: Claims<FileOwner>, owner: FileOwner & { readonly alias: Location }): readonly Problem[] {
  const collision = claims.claim(toOutputPath(owner.address), owner);
  if (!collision) return [];
  const { owner: other, kind } = collision;
  // The folders of the site's pages are compared when all of them are known.
  if (!other.alias && kind !== "file") return [];
  const problem = { at: owner.alias, ...describeTakenAlias(owner, other, kind) };
  if (!other.alias || other.file === owner.file) return [problem];
  // Each of the two authors reads a line about a file of theirs.
  return [{ at: other.alias, ...describeTakenAlias(other, owner, kind) }, problem];
}

/** @param describe returns undefined if the same collision is already reported in another way */
function claimKey(
  owners: Map<string, Owner>,
  key: string,
  owner: Owner,
  at: Location,
  describe: (other: Owner) => ProblemText | undefined,
): readonly Problem[] {
  const existingOwner = owners.get(key);
  if (existingOwner === undefined) owners.set(key, owner);
  const problem = existingOwner && describe(existingOwner);
  return problem ? [{ at, ...problem }] : [];
}

function describeSameAddress({ file, address }: Owner): ProblemText {
  return {
    what: `address: ${file} is also published at ${address}.`,
    advice: "Rename or delete one of the two.",
  };
}

function describeSecondLead({ file }: Owner): ProblemText {
  return {
    what: `lead: ${file} is already the lead of this edition.`,
    advice: "Remove this line from one of the two.",
  };
}

function describeSameId(id: string, { file }: Owner): ProblemText {
  return {
    what: `id: ${file} already has the id "${id}".`,
    advice: "Give one of the two another id: feed readers treat them as one article.",
  };
}

function describeTakenAlias(
  { file, address }: FileOwner,
  other: FileOwner,
  kind: Collision<FileOwner>["kind"],
): ProblemText {
  const isOwnFile = other.file === file;
  if (isOwnFile && !other.alias && kind === "file") {
    return {
      what: `aliases: "${address}" is the address of the article itself.`,
      advice: "Remove it: an alias is an old address at which nothing is published any more.",
    };
  }
  if (kind === "folder") {
    return {
      what: `aliases: "${address}" and "${other.address}"${isOwnFile ? "" : ` of ${other.file}`} spell one folder in two ways; disks that ignore capitals have one of them.`,
      advice: "Spell it the same way in both, or remove one of the two.",
    };
  }
  if (toOutputPath(address) === toOutputPath(other.address) && !isOwnFile) {
    return {
      what: `aliases: ${other.file} already has the address "${address}".`,
      advice: "Remove it from one of the two.",
    };
  }
  const isSame = toOutputPath(address) === toOutputPath(other.address);
  return {
    what: `aliases: "${address}" and "${other.address}"${isOwnFile ? "" : ` of ${other.file}`} are ${kind === "file" ? "one file" : "a file and a folder of one name"}${isSame ? "" : " on disks that ignore capitals"}.`,
    advice: "Remove one of the two.",
  };
}

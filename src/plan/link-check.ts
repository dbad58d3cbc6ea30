import type { AnchorLink, SiteLink } from "../parse/parse.ts";
import { type Address, isPageAddress, parseSiteAddress, toOutputPath, toReadableAddress } from "../values/address.ts";
import { type Collision, createClaims } from "../values/claims.ts";
import { compareLocations, formatLocation, type Location, type Problem, type ProblemText } from "../values/problem.ts";
import { noteHiddenCharacter } from "../values/text/hidden-characters.ts";
import { findAnchorProblems, type PlannedAnchors } from "./anchor-check.ts";
import { createAddressSearch } from "./nearest-address.ts";

/** Looks up the addresses of the whole plan. */
export interface PlannedAddresses extends PlannedAnchors {
  /** Finds the page, feed, picture or other file that a redirect at this address would collide with; not another redirect. */
  readonly findCollision: (address: Address) => Collision<unknown> | undefined;
  /** Lists all addresses but those of redirects. It can take long: for messages only. */
  readonly listAll: () => readonly Address[];
  /** False if a text that could not be parsed might be published at the address. */
  readonly isUnused: (address: Address) => boolean;
}

/** What authors wrote of addresses of the site. */
export interface WrittenAddresses {
  readonly links: readonly SiteLink[];
  readonly anchorLinks: readonly AnchorLink[];
  readonly aliases: readonly SiteLink[];
}

/**
 * Finds problems that need the addresses of the whole plan: authors' links to pages that are not published (drafts,
 * moved pages) or to places that are not in their page, and aliases whose file is already that of a page, a feed or a
 * picture.
 *
 * @returns broken links first, then links to no place, then aliases, each in the order given
 */
export function findLinkProblems(
  plannedAddresses: PlannedAddresses,
  { links, anchorLinks, aliases }: WrittenAddresses,
): readonly Problem[] {
  const { has, isUnused, listAll } = plannedAddresses;
  const findNearestAddress = createAddressSearch(listAll);
  // Nothing is ever published at an address of another form: "/tags/russia", without the "/" at its end.
  const isBroken = ({ to }: SiteLink) => !has(to) && (isUnused(to) || parseSiteAddress(to) !== to);
  return [
    ...links.filter(isBroken).map((link) => describeBrokenLink(link, findNearestAddress)),
    ...findAnchorProblems(anchorLinks, plannedAddresses),
    ...keepOnePerLocation(
      aliases.flatMap((alias) => {
        const collision = plannedAddresses.findCollision(alias.to);
        return collision ? [{ at: alias.at, ...describeTakenAlias(alias.to, collision) }] : [];
      }),
    ),
    ...keepOnePerLocation(findAliasesTwice(aliases)),
  ];
}

/** Finds aliases whose files collide. Those of two articles were found before, and get the same location. */
function findAliasesTwice(aliases: readonly SiteLink[]): readonly Problem[] {
  const claims = createClaims<SiteLink>();
  const inOrder = [...aliases].sort((a, b) => compareLocations(a.at, b.at));
  return inOrder.flatMap((alias) => {
    const collision = claims.claim(toOutputPath(alias.to), alias);
    if (!collision || compareLocations(collision.owner.at, alias.at) === 0) return [];
    return [{ at: alias.at, ...describeAliasTwice(alias.to, collision) }];
  });
}

function describeAliasTwice(alias: Address, { owner, kind, name }: Collision<SiteLink>): ProblemText {
  const other = formatLocation(owner.at);
  if (kind === "folder") {
    return {
      what: `aliases: "${alias}" spells the folder /${name}/ of the alias at ${other} in another way; disks that ignore capitals have one of them.`,
      advice: "Spell it the same way in both, or remove one of the two.",
    };
  }
  return {
    what:
      alias === owner.to
        ? `aliases: "${alias}" is also an alias at ${other}.`
        : `aliases: "${alias}" and "${owner.to}", an alias at ${other}, have one name for two things.`,
    advice: "Remove one of the two.",
  };
}

/** The folder of a tag is an alias of many pages, and needs one line. */
function keepOnePerLocation(problems: readonly Problem[]): readonly Problem[] {
  const locations = new Set<string>();
  return problems.filter(({ at }: { readonly at: Location }) => {
    const key = formatLocation(at);
    return !locations.has(key) && locations.add(key);
  });
}

function describeBrokenLink(
  { to, at, from }: SiteLink,
  findNearestAddress: (written: string) => Address | undefined,
): Problem {
  if (from !== undefined) {
    return {
      at,
      what: `aliases: ${from} leads to ${to}, at which nothing is published.`,
      advice: `Write the new address of a page or file after it, as in: "${from}": "${isPageAddress(from) ? "/archive/" : "/rss.xml"}"`,
    };
  }
  const nearest = findNearestAddress(to);
  const written = toReadableAddress(to);
  const what = `text: the link to ${shorten(written)}${noteHiddenCharacter(written)} does not lead to a published page.`;
  if (nearest !== undefined) return { at, what, advice: `Did you mean "${toReadableAddress(nearest)}"?` };
  return { at, what, advice: "Correct the link, publish its target, or remove the link." };
}

function shorten(written: string): string {
  return written.length > maxLinkLength ? `${written.slice(0, maxLinkLength)}…` : written;
}

const maxLinkLength = 200;

function describeTakenAlias(alias: Address, { name, kind }: Collision<unknown>): ProblemText {
  if (kind === "folder") {
    return {
      what: `aliases: "${alias}" spells the folder /${name}/ of the site in another way; disks that ignore capitals have one of them.`,
      advice: "Remove it, or spell its folders as the site does.",
    };
  }
  return {
    what:
      kind === "file"
        ? `aliases: "${alias}" is the address of a page of the site.`
        : `aliases: "${alias}" has the name of a file or folder of the site: /${name}.`,
    advice: "Remove it: an alias is an old address at which nothing is published any more.",
  };
}

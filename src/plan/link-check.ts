import type { AnchorLink, SiteLink } from "../parse/parse.ts";
import { type Address, parseSiteAddress } from "../values/address.ts";
import type { Collision } from "../values/claims.ts";
import type { Problem, ProblemText } from "../values/problem.ts";
import { noteHiddenCharacter } from "../values/text/hidden-characters.ts";
import { findAnchorProblems, type PlannedAnchors } from "./anchor-check.ts";
import { createAddressSearch } from "./nearest-address.ts";

/** Looks up the addresses of the whole plan. */
export interface PlannedAddresses extends PlannedAnchors {
  /** Finds the page, feed or picture that a redirect at this address would collide with; not another redirect. */
  readonly findCollision: (address: Address) => Collision<undefined> | undefined;
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
    ...aliases.flatMap((alias) => {
      const collision = plannedAddresses.findCollision(alias.to);
      return collision ? [{ at: alias.at, ...describeTakenAlias(alias.to, collision) }] : [];
    }),
  ];
}

function describeBrokenLink(
  { to, at }: SiteLink,
  findNearestAddress: (written: string) => Address | undefined,
): Problem {
  const nearest = findNearestAddress(to);
  const what = `text: the link to ${shorten(to)}${noteHiddenCharacter(to)} does not lead to a published page.`;
  if (nearest !== undefined) return { at, what, advice: `Did you mean "${nearest}"?` };
  return { at, what, advice: "Correct the link, publish its target, or remove the link." };
}

function shorten(written: string): string {
  return written.length > maxLinkLength ? `${written.slice(0, maxLinkLength)}…` : written;
}

const maxLinkLength = 200;

function describeTakenAlias(alias: Address, { name, kind }: Collision<undefined>): ProblemText {
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

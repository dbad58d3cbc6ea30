import type { SiteLink } from "../parse/parse.ts";
import { type Address, toLowerCaseAddress } from "../values/address.ts";
import type { Problem } from "../values/problem.ts";

/** Looks up the addresses of the whole plan. */
export interface PlannedAddresses {
  readonly has: (address: Address) => boolean;
  /** Whether there is a page at the address that is not a redirect. */
  readonly hasPage: (address: Address) => boolean;
  /** False if a text that could not be parsed might be published at the address. */
  readonly isUnused: (address: Address) => boolean;
}

/**
 * Finds problems that need the addresses of the whole plan: authors' links to pages that are not published (drafts,
 * moved pages), and aliases at the address of a page.
 *
 * @returns broken links first, then aliases, each in the order given
 */
export function findLinkProblems(
  plannedAddresses: PlannedAddresses,
  links: readonly SiteLink[],
  aliases: readonly SiteLink[],
): readonly Problem[] {
  return [
    ...links.filter(({ to }) => !plannedAddresses.has(to) && plannedAddresses.isUnused(to)).map(describeBrokenLink),
    ...aliases.filter(({ to }) => plannedAddresses.hasPage(toLowerCaseAddress(to))).map(describeTakenAlias),
  ];
}

function describeBrokenLink({ to, at }: SiteLink): Problem {
  return {
    at,
    what: `text: the link to ${to} does not lead to a published page.`,
    advice: "Correct the link, publish its target, or remove the link.",
  };
}

function describeTakenAlias({ to, at }: SiteLink): Problem {
  return {
    at,
    what: `aliases: "${to}" is the address of a page of the site.`,
    advice: "Remove it: an alias is an old address at which nothing is published any more.",
  };
}

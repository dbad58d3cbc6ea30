import type { SiteLink } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import type { Problem } from "../values/problem.ts";

/** Knows all addresses that are planned. */
export interface Planned {
  readonly has: (address: Address) => boolean;
  /** Whether a page stands there that is no redirect. */
  readonly hasPage: (address: Address) => boolean;
  /** Whether it is certain that nothing else stands at an address: not of all texts need be known what they give. */
  readonly isFree: (address: Address) => boolean;
}

/**
 * What only all planned addresses together can tell: links of authors' that lead to no page, because it is a draft or was
 * moved; aliases that stand where a page is.
 */
export function problemsAmong(
  planned: Planned,
  links: readonly SiteLink[],
  aliases: readonly SiteLink[],
): readonly Problem[] {
  return [
    ...links.filter(({ to }) => !planned.has(to) && planned.isFree(to)).map(brokenLink),
    ...aliases.filter(({ to }) => planned.hasPage(folded(to))).map(takenAlias),
  ];
}

// The site's own addresses are lower-case, and on some disks and hosts "/Archive/" is the same as "/archive/".
function folded(address: Address): Address {
  return address.toLowerCase() as Address;
}

function brokenLink({ to, at }: SiteLink): Problem {
  return {
    at,
    what: `text: the link to ${to} leads to no page that is published.`,
    advice: "Mend the link, publish what it leads to, or take the link out.",
  };
}

function takenAlias({ to, at }: SiteLink): Problem {
  return {
    at,
    what: `aliases: "${to}" is the address of a page of the site.`,
    advice: "Take it out: an alias is an address at which nothing stands any more.",
  };
}

import type { SiteLink } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import type { Collision } from "../values/claims.ts";
import type { Problem, ProblemText } from "../values/problem.ts";
import { noteHiddenCharacter } from "../values/text/hidden-characters.ts";

/** Looks up the addresses of the whole plan. */
export interface PlannedAddresses {
  readonly has: (address: Address) => boolean;
  /** Finds the page, feed or picture that a redirect at this address would collide with; not another redirect. */
  readonly findCollision: (address: Address) => Collision<undefined> | undefined;
  /** False if a text that could not be parsed might be published at the address. */
  readonly isUnused: (address: Address) => boolean;
}

/**
 * Finds problems that need the addresses of the whole plan: authors' links to pages that are not published (drafts,
 * moved pages), and aliases whose file is already that of a page, a feed or a picture.
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
    ...aliases.flatMap((alias) => {
      const collision = plannedAddresses.findCollision(alias.to);
      return collision ? [{ at: alias.at, ...describeTakenAlias(alias.to, collision) }] : [];
    }),
  ];
}

function describeBrokenLink({ to, at }: SiteLink): Problem {
  return {
    at,
    what: `text: the link to ${to}${noteHiddenCharacter(to)} does not lead to a published page.`,
    advice: "Correct the link, publish its target, or remove the link.",
  };
}

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

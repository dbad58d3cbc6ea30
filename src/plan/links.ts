import type { SiteLink } from "../parse/parse.ts";
import type { Problem } from "../values/problem.ts";
import type { Page } from "./page.ts";

/**
 * What only all planned addresses together can tell: links of authors' that lead to no page, because it is a draft or was
 * moved; aliases that stand where a page is.
 */
export function problemsAmong(
  pages: readonly Page[],
  links: readonly SiteLink[],
  aliases: readonly SiteLink[],
): readonly Problem[] {
  const planned = new Set<string>(pages.map(({ address }) => address));
  const taken = new Set<string>(pages.filter(({ layout }) => layout !== "redirect").map(({ address }) => address));
  return [
    ...links.filter(({ to }) => !planned.has(to)).map(brokenLink),
    ...aliases.filter(({ to }) => taken.has(to)).map(takenAlias),
  ];
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

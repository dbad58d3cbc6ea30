import type { Digest } from "../model/model.ts";
import type { Problem } from "../values/problem.ts";
import type { Page } from "./page.ts";

/** Links in what authors wrote that lead to no planned page: to a story that is a draft, or was moved without an alias. */
export function brokenLinks(digest: Digest, pages: readonly Page[]): readonly Problem[] {
  const planned = new Set<string>(pages.map((page) => page.address));
  const texts = digest.languages.flatMap((each) => [
    ...each.articles,
    ...each.editions.flatMap(({ note }) => note ?? []),
    ...each.pages,
  ]);
  return texts.flatMap(({ links }) =>
    links
      .filter(({ to }) => !planned.has(to))
      .map(({ to, at }) => ({
        at,
        what: `text: the link to ${to} leads to no page that is published.`,
        advice: "Mend the link, publish what it leads to, or take the link out.",
      })),
  );
}

/** Two pages at one address: an alias that stands where a page is. */
export function doubleAddresses(digest: Digest, pages: readonly Page[]): readonly Problem[] {
  const taken = new Set<string>(pages.filter((page) => page.layout !== "redirect").map((page) => page.address));
  return digest.languages.flatMap(({ articles }) =>
    articles.flatMap(({ file, aliases }) =>
      aliases
        .filter((alias) => taken.has(alias))
        .map((alias) => ({
          at: { file, line: 1, column: 1 },
          what: `aliases: "${alias}" is the address of a page of the site.`,
          advice: "Take this line out: an alias is an address where nothing stands any more.",
        })),
    ),
  );
}

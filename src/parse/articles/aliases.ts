import { type Address, parseAddress, parseFileAddress } from "../../values/address.ts";
import { inQuotes, type Location, type ProblemText } from "../../values/problem.ts";
import { suggestFile } from "../settings/site-aliases.ts";
import type { ProblemCollector } from "./input.ts";

/** The old addresses of a text, without duplicates, and where in the file each was written. */
export interface TextAliases {
  readonly aliases: readonly Address[];
  readonly aliasLocations: readonly Location[];
}

/** Resolves the old addresses that an author wrote in `aliases`, and reports those that no page can have. */
export function resolveTextAliases(
  written: readonly string[] | undefined,
  example: string | undefined,
  collector: ProblemCollector,
): TextAliases {
  const locations = new Map<Address, Location>();
  for (const [i, text] of (written ?? []).entries()) {
    const path = ["aliases", i] as const;
    const alias = parseAddress(text) ?? collector.report("aliases", path, describeInvalidAlias(text, example));
    if (alias && !locations.has(alias)) locations.set(alias, collector.locate(path));
  }
  return { aliases: [...locations.keys()], aliasLocations: [...locations.values()] };
}

function describeInvalidAlias(text: string, example: string | undefined): ProblemText {
  const suggestion = parseAddress(`/${text.replace(/^\/|\/$/g, "")}/`);
  const file = fileName.test(text) ? parseFileAddress(text) : undefined;
  if (file && !suggestion) {
    return {
      what: `${inQuotes(text)} is the address of a file, not of a page.`,
      advice: `Write it in site.yaml, with the file that replaces it, as in: aliases: {"${file}": "${suggestFile(file)}"}`,
    };
  }
  return {
    what: `${inQuotes(text)} is not the address of a page.`,
    advice: suggestion
      ? `Did you mean "${suggestion}"?`
      : `Write the old address from the root of the site, as in: ${example}`,
  };
}

const fileName = /\.(?:xml|rss|atom|rdf|json|opml)$/i;

import { askWhetherMeant, findNearest } from "../../values/nearest.ts";
import { inQuotes, type Problem } from "../../values/problem.ts";
import type { PlainPage } from "../article.ts";
import type { SiteConfig } from "./site.ts";

/** Finds settings that name a plain page which is in no language. */
export function findMissingPages({ bylinePolicy }: SiteConfig, pages: readonly PlainPage[]): readonly Problem[] {
  if (!bylinePolicy) return [];
  const { name, at } = bylinePolicy;
  const names = [...new Set(pages.map(({ stem }) => stem.slice("pages/".length)))];
  if (names.includes(name)) return [];
  const suggestion = findNearest(name, names);
  return [
    {
      at,
      what: `byline.none: ${inQuotes(name)} is not a page in the folder pages.`,
      advice: suggestion ? askWhetherMeant(name, suggestion) : "Write that page, or byline: none alone.",
    },
  ];
}

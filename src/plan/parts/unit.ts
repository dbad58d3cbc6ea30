import type { SitemapPage } from "../../feeds/feeds.ts";
import type { Shown, SiteLink } from "../../parse/parse.ts";
import type { Page } from "../views/page.ts";

/**
 * A part of the plan that is planned in one go: a month with its articles, one page of a tag, a feed. It says what its
 * pages follow from without making them: as long as that stays the same, so do they, and nobody needs to look.
 */
export interface Unit {
  /** One name for one unit, the same from build to build: "2024-07", "/tags/russia/ feeds". Units of one thing begin alike. */
  readonly name: string;
  /** Plain data: all that its pages follow from, months by their fingerprints. */
  readonly follows: unknown;
  /** Pages that it adds to the sitemap of pages. A month has a sitemap of its own. */
  readonly listed: readonly SitemapPage[];
  /** About how many pages of text it is, for whoever shares out the work. */
  readonly about: number;
  readonly planned: () => PlannedUnit;
}

/** The pages of a unit, and what else follows from them. */
export interface PlannedUnit {
  readonly pages: readonly Page[];
  /** Pictures that its pages show. */
  readonly pictures: readonly Shown[];
  /** Links of authors' into the site, to be checked when all addresses are known. */
  readonly links: readonly SiteLink[];
  /** Old addresses that its pages answer for, with where an author wrote them. */
  readonly aliases: readonly SiteLink[];
}

/** A unit that shows no picture and no text of an author's. */
export function unitOf(
  name: string,
  follows: unknown,
  pages: () => readonly Page[],
  listed: readonly SitemapPage[] = [],
  about = 1,
): Unit {
  return { name, follows, listed, about, planned: () => ({ pages: pages(), pictures: [], links: [], aliases: [] }) };
}

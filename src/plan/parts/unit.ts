import type { SitemapPage } from "../../feeds/feeds.ts";
import type { AnchorLink, PublishedFile, PublishedImage, SiteLink } from "../../parse/parse.ts";
import type { Address } from "../../values/address.ts";
import type { Page } from "../views/page.ts";

/**
 * A part of the site that is planned in one call: a month with its articles, one page of a tag, a feed. It states the
 * inputs of its pages without making the pages: as long as the inputs stay the same, the cached pages are reused.
 */
export interface PlanUnit {
  /**
   * The page group that the unit belongs to: a month, or the address or name of what its pages are about. Units of one
   * group are cached together and rendered by one process.
   */
  readonly group: string;
  /** Unique, and the same in every build: "2024-07", "/tags/russia/ feeds". */
  readonly name: string;
  /** Everything that its pages depend on, as plain data. A month is represented by its hash. */
  readonly inputs: unknown;
  /** Its entries in the sitemap of pages. Empty for a month, which has its own sitemap. */
  readonly sitemapPages: readonly SitemapPage[];
  /** Estimated cost in pages of text, for progress and for the distribution of work. */
  readonly estimatedPages: number;
  readonly plan: () => PlannedUnit;
}

/** The pages of a unit, with the pictures, links and aliases that belong to them. */
export interface PlannedUnit {
  readonly pages: readonly Page[];
  /** The pictures that its pages show. */
  readonly pictures: readonly PublishedImage[];
  /** Files that are published byte for byte: documents to which its texts link, or static files. */
  readonly files: readonly PublishedFile[];
  /** Authors' links to other pages of the site. They are checked when all addresses are known. */
  readonly links: readonly SiteLink[];
  /** Authors' links to places in pages of the site. */
  readonly anchorLinks: readonly AnchorLink[];
  /** The ids that authors can link to in its pages, without those that all pages of a kind have. */
  readonly anchors: readonly PageAnchors[];
  /** Old addresses that redirect to its pages, with the location in the source where an author wrote them. */
  readonly aliases: readonly SiteLink[];
}

/** A page, and ids in it. */
export type PageAnchors = readonly [address: Address, ids: readonly string[]];

/** A planned unit whose pages have no pictures, no documents, no authors' links and no aliases. */
export function createPlannedUnit(pages: readonly Page[]): PlannedUnit {
  return { pages, pictures: [], files: [], links: [], anchorLinks: [], anchors: [], aliases: [] };
}

/**
 * Creates a unit whose pages have no pictures, no authors' links and no aliases.
 *
 * @param part tells the unit from others of its group; undefined if it is the only one
 */
export function createUnit(
  group: string,
  part: string | undefined,
  inputs: unknown,
  planPages: () => readonly Page[],
  sitemapPages: readonly SitemapPage[] = [],
  estimatedPages = 1,
): PlanUnit {
  return {
    group,
    name: part === undefined ? group : `${group} ${part}`,
    inputs,
    sitemapPages,
    estimatedPages,
    plan: () => createPlannedUnit(planPages()),
  };
}

import type { SitemapPage } from "../feeds/feeds.ts";
import { type Address, toAbsoluteUrl, toFileAddress } from "../values/address.ts";
import type { Month } from "../values/day.ts";
import { findLatest } from "../values/instant.ts";
import { ownFiles, toOwnAddress } from "../values/own-addresses.ts";
import type { PlanContext } from "./parts/context.ts";
import { createUnit, type PlanUnit } from "./parts/unit.ts";
import type { Page } from "./views/page.ts";

/** Creates the sitemap file of one month from the pages of that month. Pages without a frame are left out. */
export function createMonthSitemap(month: Month, pages: readonly Page[]): Page {
  const sitemapPages = pages.flatMap((page) =>
    "frame" in page
      ? [
          {
            url: page.frame.canonical,
            modified: page.frame.times?.modified,
            translations: page.frame.translations.map(({ language, url }) => ({ language, url })),
          },
        ]
      : [],
  );
  return { layout: "sitemap", address: getSitemapAddress(month), shows: { pages: sitemapPages } };
}

/**
 * Plans the sitemap of all pages outside the months, and the sitemap index (`/sitemap.xml`).
 *
 * @param contexts one per language, the site's own language first; no units if it is empty
 */
export function planSitemaps(
  contexts: readonly PlanContext[],
  sitemapPages: readonly SitemapPage[],
): readonly PlanUnit[] {
  const [mainContext] = contexts;
  if (!mainContext) return [];
  const pagesAddress = getSitemapAddress("pages");
  const modifiedMonths = listModifiedMonths(contexts);
  const monthSitemaps = modifiedMonths.map(([month, modified]) => ({
    url: toAbsoluteUrl(mainContext.site.url, getSitemapAddress(month)),
    modified,
  }));
  const pagesSitemap = { url: toAbsoluteUrl(mainContext.site.url, pagesAddress), modified: undefined };
  return [
    createUnit("sitemaps/pages", undefined, sitemapPages, () => [
      { layout: "sitemap", address: pagesAddress, shows: { pages: sitemapPages } },
    ]),
    createUnit("sitemaps", undefined, monthSitemaps, () => [
      {
        layout: "sitemaps",
        address: ownFiles.sitemap,
        shows: { sitemaps: [...monthSitemaps, pagesSitemap] },
      },
    ]),
  ];
}

function getSitemapAddress(name: Month | "pages"): Address {
  return toFileAddress(toOwnAddress("sitemaps"), `${name}.xml`);
}

function listModifiedMonths(contexts: readonly PlanContext[]): readonly (readonly [Month, string | undefined])[] {
  const summaries = contexts.flatMap(({ digest }) => digest.months);
  return [...new Set(summaries.map(({ month }) => month))]
    .sort()
    .map((month) => [
      month,
      findLatest(summaries.filter((summary) => summary.month === month).map(({ modified }) => modified)),
    ]);
}

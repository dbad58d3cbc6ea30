import type { SitemapPage } from "../feeds/feeds.ts";
import { type Address, toAbsoluteUrl, toFileAddress, toPageAddress } from "../values/address.ts";
import { findLatest } from "../values/instant.ts";
import type { PlanContext } from "./parts/context.ts";
import { createUnit, type PlanUnit } from "./parts/unit.ts";
import type { Page } from "./views/page.ts";

/** Creates the sitemap file of one month from the pages of that month. Pages without a frame are left out. */
export function createMonthSitemap(address: Address, pages: readonly Page[]): Page {
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
  return { layout: "sitemap", address, shows: { pages: sitemapPages } };
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
  const pagesAddress = toFileAddress(toPageAddress("sitemaps"), "pages.xml");
  const modifiedMonths = listModifiedMonths(contexts);
  const monthSitemaps = modifiedMonths.map(([month, modified]) => ({
    url: toAbsoluteUrl(mainContext.site.url, toFileAddress(toPageAddress("sitemaps"), `${month}.xml`)),
    modified,
  }));
  const pagesSitemap = { url: toAbsoluteUrl(mainContext.site.url, pagesAddress), modified: undefined };
  return [
    createUnit("sitemaps/pages", sitemapPages, () => [
      { layout: "sitemap", address: pagesAddress, shows: { pages: sitemapPages } },
    ]),
    createUnit("sitemaps", monthSitemaps, () => [
      {
        layout: "sitemaps",
        address: toFileAddress(toPageAddress(), "sitemap.xml"),
        shows: { sitemaps: [...monthSitemaps, pagesSitemap] },
      },
    ]),
  ];
}

function listModifiedMonths(contexts: readonly PlanContext[]): readonly (readonly [string, string | undefined])[] {
  const summaries = contexts.flatMap(({ digest }) => digest.months);
  return [...new Set(summaries.map(({ month }) => month))]
    .sort()
    .map((month) => [
      month,
      findLatest(summaries.filter((summary) => summary.month === month).map(({ modified }) => modified)),
    ]);
}

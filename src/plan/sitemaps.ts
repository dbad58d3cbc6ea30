import type { SitemapPage } from "../feeds/feeds.ts";
import { type Address, absolute, fileIn, pageAddress } from "../values/address.ts";
import { latestOf } from "../values/instant.ts";
import type { Setting } from "./parts/context.ts";
import { type Unit, unitOf } from "./parts/unit.ts";
import type { Page } from "./views/page.ts";

/** The sitemap of a month, from the month's own pages. */
export function monthSitemap(address: Address, pages: readonly Page[]): Page {
  const listed = pages.flatMap((page) =>
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
  return { layout: "sitemap", address, shows: { pages: listed } };
}

/** The sitemap of all pages that belong to no month, and the list of all sitemaps. */
export function sitemaps(settings: readonly Setting[], listed: readonly SitemapPage[]): readonly Unit[] {
  const [own] = settings;
  if (!own) return [];
  const ofPages = fileIn(pageAddress("sitemaps"), "pages.xml");
  const months = monthsModified(settings);
  const parts = months.map(([month, modified]) => ({
    url: absolute(own.site.url, fileIn(pageAddress("sitemaps"), `${month}.xml`)),
    modified,
  }));
  const sitemapOfPages = { url: absolute(own.site.url, ofPages), modified: undefined };
  return [
    unitOf("sitemaps/pages", listed, () => [{ layout: "sitemap", address: ofPages, shows: { pages: listed } }]),
    unitOf("sitemaps", parts, () => [
      {
        layout: "sitemaps",
        address: fileIn(pageAddress(), "sitemap.xml"),
        shows: { sitemaps: [...parts, sitemapOfPages] },
      },
    ]),
  ];
}

function monthsModified(settings: readonly Setting[]): readonly (readonly [string, string | undefined])[] {
  const all = settings.flatMap(({ digest }) => digest.months);
  return [...new Set(all.map(({ month }) => month))]
    .sort()
    .map((month) => [month, latestOf(all.filter((each) => each.month === month).map(({ modified }) => modified))]);
}

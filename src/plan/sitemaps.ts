import type { SitemapPage } from "../feeds/feeds.ts";
import type { Digest } from "../model/model.ts";
import { absolute, fileIn, pageAddress } from "../values/address.ts";
import type { Frame, Page } from "./page.ts";

/** A sitemap for each month of articles and editions, one for all other pages, and the list of them. It follows from the pages. */
export function sitemaps({ site }: Digest, pages: readonly Page[]): readonly Page[] {
  const parts = new Map<string, SitemapPage[]>();
  for (const page of pages) {
    if (!("frame" in page) || page.layout === "missing") continue;
    const part = partOf(page.address);
    const entry = {
      url: page.frame.canonical,
      modified: page.frame.times?.modified,
      translations: translationsOf(page.frame),
    };
    const entries = parts.get(part);
    if (entries) entries.push(entry);
    else parts.set(part, [entry]);
  }
  const inOrder = [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
  const views = inOrder.map(([part, entries]) => ({
    address: fileIn(pageAddress("sitemaps"), `${part}.xml`),
    entries,
  }));
  return [
    ...views.map(({ address, entries }) => ({ layout: "sitemap" as const, address, shows: { pages: entries } })),
    {
      layout: "sitemaps",
      address: fileIn(pageAddress(), "sitemap.xml"),
      shows: {
        sitemaps: views.map(({ address, entries }) => ({
          url: absolute(site.url, address),
          modified: newest(entries),
        })),
      },
    },
  ];
}

function partOf(address: string): string {
  const [, year, month] = /^(?:\/[a-z]{2})?\/(\d{4})\/(\d\d)\//.exec(address) ?? [];
  return year && month ? `${year}-${month}` : "pages";
}

function translationsOf({ translations }: Frame): SitemapPage["translations"] {
  return translations.map(({ language, url }) => ({ language, url }));
}

function newest(entries: readonly SitemapPage[]): string | undefined {
  return entries.reduce<string | undefined>(
    (latest, { modified }) => (modified && (!latest || modified > latest) ? modified : latest),
    undefined,
  );
}

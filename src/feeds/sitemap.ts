import type { Language } from "../values/language.ts";
import type { Piece } from "../values/memory/byte-arena.ts";
import { createElement, formatXmlDocument, type Xml } from "./xml.ts";

/** A list of pages for search engines. Every URL is absolute. */
export interface Sitemap {
  readonly pages: readonly SitemapPage[];
}

/** A page in a sitemap. `modified` is the time of the last change of its content (RFC 3339), never of the build. */
export interface SitemapPage {
  readonly url: string;
  readonly modified: string | undefined;
  /** The page in all its languages, including this one; empty if it exists in one language only. */
  readonly translations: readonly { readonly language: Language; readonly url: string }[];
}

/** A list of all sitemaps of a site. `modified` is as in `SitemapPage`. */
export interface SitemapIndex {
  readonly sitemaps: readonly { readonly url: string; readonly modified: string | undefined }[];
}

/** Formats pages as a sitemap (sitemaps.org protocol 0.9), with translations as `xhtml:link` elements. */
export function formatSitemap({ pages }: Sitemap): readonly Piece[] {
  const namespaces = { xmlns: sitemapNamespace, "xmlns:xhtml": "http://www.w3.org/1999/xhtml" };
  return formatXmlDocument(createElement("urlset", namespaces, ...pages.map(createPageElement)));
}

/** Formats a sitemap index (sitemaps.org protocol 0.9). */
export function formatSitemapIndex({ sitemaps }: SitemapIndex): readonly Piece[] {
  const entries = sitemaps.map(({ url, modified }) =>
    createElement("sitemap", {}, createLocElement(url), createLastmodElement(modified)),
  );
  return formatXmlDocument(createElement("sitemapindex", { xmlns: sitemapNamespace }, ...entries));
}

const sitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

function createPageElement({ url, modified, translations }: SitemapPage): Xml {
  const links = translations.map(({ language, url }) =>
    createElement("xhtml:link", { rel: "alternate", hreflang: language, href: url }),
  );
  return createElement("url", {}, createLocElement(url), createLastmodElement(modified), ...links);
}

function createLocElement(url: string): Xml {
  return createElement("loc", {}, url);
}

function createLastmodElement(modified: string | undefined): Xml | undefined {
  return modified === undefined ? undefined : createElement("lastmod", {}, modified);
}

import type { Language } from "../values/language.ts";
import { element, type Xml, xmlDocument } from "./xml.ts";

/** Pages for search engines. Every URL is absolute; `modified` is RFC 3339, of the content, never of the build. */
export interface Sitemap {
  readonly pages: readonly SitemapPage[];
}

export interface SitemapPage {
  readonly url: string;
  readonly modified: string | undefined;
  /** The page in each of its languages, itself among them; empty where it has one only. */
  readonly translations: readonly { readonly language: Language; readonly url: string }[];
}

/** All sitemaps of a site. */
export interface SitemapIndex {
  readonly sitemaps: readonly { readonly url: string; readonly modified: string | undefined }[];
}

/** Pages as a sitemap of the sitemaps.org protocol 0.9, with their translations as links of XHTML. */
export function sitemapBytes({ pages }: Sitemap): Buffer {
  const namespaces = { xmlns: protocol, "xmlns:xhtml": "http://www.w3.org/1999/xhtml" };
  return xmlDocument(element("urlset", namespaces, ...pages.map(pageElement)));
}

/** All sitemaps as an index of the sitemaps.org protocol 0.9. */
export function sitemapIndexBytes({ sitemaps }: SitemapIndex): Buffer {
  const entries = sitemaps.map(({ url, modified }) => element("sitemap", {}, location(url), lastModified(modified)));
  return xmlDocument(element("sitemapindex", { xmlns: protocol }, ...entries));
}

const protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";

function pageElement({ url, modified, translations }: SitemapPage): Xml {
  const links = translations.map(({ language, url }) =>
    element("xhtml:link", { rel: "alternate", hreflang: language, href: url }),
  );
  return element("url", {}, location(url), lastModified(modified), ...links);
}

function location(url: string): Xml {
  return element("loc", {}, url);
}

function lastModified(modified: string | undefined): Xml | undefined {
  return modified === undefined ? undefined : element("lastmod", {}, modified);
}

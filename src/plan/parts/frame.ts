import {
  type FeedFormat,
  feedFile,
  feedFormats,
  feedLabel,
  feedMediaType,
  type SitemapPage,
} from "../../feeds/feeds.ts";
import { type Address, absolute, fileIn } from "../../values/address.ts";
import type { Language } from "../../values/language.ts";
import type { FeedLink, Frame } from "../views/page.ts";
import { placeIn, type Setting, translationsOf } from "./context.ts";

/** What a page says of itself, as far as it differs from page to page. */
export interface Told {
  readonly title: string;
  readonly description: string;
  /** The languages that have this page, its own among them. */
  readonly languages: readonly Language[];
  /** Of the page's own topic; the feeds of the whole site follow. */
  readonly feeds?: readonly FeedLink[];
  readonly kind?: Frame["kind"];
  readonly image?: Frame["image"];
  readonly times?: Frame["times"];
  /** schema.org: what is said beyond address, language and site. A collection where nothing is said. */
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** The frame of the page at an address. */
export function framed(setting: Setting, address: Address, told: Told): Frame {
  const { site, language } = setting;
  const canonical = absolute(site.url, address);
  return {
    here: { address, links: site.links },
    language,
    title: told.title,
    description: told.description,
    canonical,
    translations: translationsOf(setting, address, told.languages),
    feeds: [...(told.feeds ?? []), ...feedLinks(setting.frame.title, setting.frame.home)],
    kind: told.kind ?? "website",
    image: told.image,
    times: told.times,
    schema: { "@context": "https://schema.org", ...(told.schema ?? collection(setting, told, canonical)) },
    site: setting.frame,
  };
}

/** A page as the sitemap lists it, for units that say so before they make it. */
export function listedAt(setting: Setting, address: Address, languages: readonly Language[]): SitemapPage {
  const translations = translationsOf(setting, address, languages).map(({ language, url }) => ({ language, url }));
  return { url: absolute(setting.site.url, address), modified: undefined, translations };
}

/** The feeds under a page's folder, in all formats. */
export function feedLinks(title: string, folder: Address): readonly FeedLink[] {
  return feedFormats.map((format) => feedLink(format, title, fileIn(folder, feedFile(format))));
}

/** The feed at an address. */
export function feedLink(format: FeedFormat, title: string, address: Address): FeedLink {
  return { title, address, label: feedLabel(format), mediaType: feedMediaType(format) };
}

/** The publisher, as schema.org tells of one. */
export function publisherSchema({ site, frame }: Setting): Readonly<Record<string, unknown>> {
  const { name, url } = site.publisher;
  return { "@type": "NewsMediaOrganization", name, url: url ?? absolute(site.url, frame.home) };
}

function collection(setting: Setting, told: Told, url: string): Readonly<Record<string, unknown>> {
  return {
    "@type": "CollectionPage",
    name: told.title,
    description: told.description,
    url,
    inLanguage: setting.language,
    isPartOf: { "@type": "WebSite", name: setting.frame.title, url: absolute(setting.site.url, placeIn(setting)) },
  };
}

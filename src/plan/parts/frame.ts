import {
  type FeedFormat,
  feedFormats,
  getFeedFileName,
  getFeedLabel,
  getFeedMediaType,
  type SitemapPage,
} from "../../feeds/feeds.ts";
import { type Address, toAbsoluteUrl, toFileAddress } from "../../values/address.ts";
import type { Language } from "../../values/language.ts";
import type { FeedLink, Frame } from "../views/page.ts";
import { listTranslations, type PlanContext } from "./context.ts";

/** The metadata that differs from page to page. */
export interface PageMeta {
  readonly title: string;
  readonly description: string;
  /** The languages that have this page, including its own. */
  readonly languages: readonly Language[];
  /** Feeds of the page's topic; `createFrame` adds the feeds of the whole site. */
  readonly feeds?: readonly FeedLink[];
  readonly kind?: Frame["kind"];
  readonly image?: Frame["image"];
  readonly times?: Frame["times"];
  readonly authors?: Frame["authors"];
  /** The schema.org object; by default a `CollectionPage`. */
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** Creates the frame of the page at an address. */
export function createFrame(context: PlanContext, address: Address, meta: PageMeta): Frame {
  const { site, language } = context;
  const canonical = toAbsoluteUrl(site.url, address);
  return {
    linkBase: { address, linkStyle: site.links },
    language,
    title: meta.title,
    description: meta.description,
    canonical,
    translations: listTranslations(context, address, meta.languages),
    feeds: [...(meta.feeds ?? []), ...createFeedLinks(context.siteFrame.title, context.siteFrame.home)],
    kind: meta.kind ?? "website",
    image: meta.image,
    times: meta.times,
    authors: meta.authors ?? [],
    schema: { "@context": "https://schema.org", ...(meta.schema ?? createCollectionSchema(context, meta, canonical)) },
    site: context.siteFrame,
  };
}

/** Creates the sitemap entry of a page that is not planned yet. */
export function createSitemapEntry(
  context: PlanContext,
  address: Address,
  languages: readonly Language[],
): SitemapPage {
  const translations = listTranslations(context, address, languages).map(({ language, url }) => ({ language, url }));
  return { url: toAbsoluteUrl(context.site.url, address), modified: undefined, translations };
}

/** Creates the links to the feeds in a folder, one per format. */
export function createFeedLinks(title: string, folder: Address): readonly FeedLink[] {
  return feedFormats.map((format) => createFeedLink(format, title, toFileAddress(folder, getFeedFileName(format))));
}

/** Creates the link to the feed at an address. */
export function createFeedLink(format: FeedFormat, title: string, address: Address): FeedLink {
  return { title, address, label: getFeedLabel(format), mediaType: getFeedMediaType(format) };
}

/** Creates the schema.org `NewsMediaOrganization` of the publisher. */
export function createPublisherSchema(context: PlanContext): Readonly<Record<string, unknown>> {
  const { site, siteFrame } = context;
  const { name, url } = site.publisher;
  return {
    "@type": "NewsMediaOrganization",
    name,
    url: url ?? toAbsoluteUrl(site.url, siteFrame.home),
    noBylinesPolicy: site.bylinePolicy && findPageUrl(context, site.bylinePolicy.name),
  };
}

/** The URL of a plain page in the context's language, or else in the site's own. undefined if neither has it. */
function findPageUrl({ site, siteDigest, digest }: PlanContext, name: string): string | undefined {
  const [page] = [digest, ...siteDigest.languages].flatMap(({ pages }) =>
    pages.filter(({ stem }) => stem === `pages/${name}`),
  );
  return page && toAbsoluteUrl(site.url, page.address);
}

function createCollectionSchema(context: PlanContext, meta: PageMeta, url: string): Readonly<Record<string, unknown>> {
  return {
    "@type": "CollectionPage",
    name: meta.title,
    description: meta.description,
    url,
    inLanguage: context.language,
    isPartOf: {
      "@type": "WebSite",
      name: context.siteFrame.title,
      url: toAbsoluteUrl(context.site.url, context.siteFrame.home),
    },
  };
}

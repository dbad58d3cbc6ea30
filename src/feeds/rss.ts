import { formatRfc822 } from "../values/instant.ts";
import type { Piece } from "../values/memory/byte-arena.ts";
import { type EncodedItem, type ItemExtras, pickAuthors } from "./encoded-item.ts";
import type { Feed, FeedItem, FeedLicence } from "./feed.ts";
import { formatLicence, historyNamespace, listLicenceLinks, listRelatedLinks, listSourceLinks } from "./links.ts";
import { createMediaContent, mediaNamespace, pictureMediaType } from "./media.ts";
import { createElement, formatXmlDocument, type Xml } from "./xml.ts";

/**
 * Formats a feed as RSS 2.0 (RSS Advisory Board, 2.0.11). Elements of other namespaces carry what RSS lacks: the full
 * text, the URL of the feed and its archive, and the author, language, licence, sources and last change of an item.
 */
export function formatRss(feed: Feed, items: readonly Pick<EncodedItem, "rss">[]): readonly Piece[] {
  const { title, page, description, language, updated, author, licence, archive } = feed;
  const channel = createElement(
    "channel",
    {},
    createElement("title", {}, title),
    createElement("link", {}, page),
    createElement("description", {}, description),
    createElement("language", {}, language),
    ...listRelatedLinks(feed, "rss", "application/rss+xml").map(({ rel, type, href }) =>
      createElement("atom:link", { rel, type, href }),
    ),
    ...createLicenceElements("copyright", licence),
    archive.current ? createElement("fh:archive", {}) : undefined,
    author.email ? createElement("managingEditor", {}, `${author.email} (${author.name})`) : undefined,
    createElement("lastBuildDate", {}, formatRfc822(updated)),
    createElement("generator", {}, "Dateline"),
    createLogoImage(feed),
    ...items.map(({ rss }) => rss),
  );
  return formatXmlDocument(createElement("rss", { version: "2.0", ...namespaces }, channel));
}

/** Counts the bytes of the RSS document of a feed whose items have neither texts nor pictures. */
export function countRssBytes(feed: Feed): number {
  const extras = { html: undefined, cdata: undefined, pictureBytes: 0 };
  const pieces = formatRss(
    feed,
    feed.items.map((item) => ({ rss: formatRssItem(item, { ...extras, authors: pickAuthors(item, feed.author) }) })),
  );
  return pieces.reduce((total, { length }) => total + length, 0);
}

const namespaces = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:fh": historyNamespace,
  "xmlns:media": mediaNamespace,
};

// With width and height, because RSS assumes 88 by 31 pixels without them.
function createLogoImage({ title, page, logo: { url, width, height } }: Feed): Xml {
  return createElement(
    "image",
    {},
    createElement("url", {}, url),
    createElement("title", {}, title),
    createElement("link", {}, page),
    createElement("width", {}, String(width)),
    createElement("height", {}, String(height)),
  );
}

/** Formats an item as an RSS `item` element. */
export function formatRssItem(item: FeedItem, { authors, cdata, pictureBytes: length }: ItemExtras): Xml {
  const { image } = item;
  return createElement(
    "item",
    {},
    createElement("title", {}, item.title),
    createElement("link", {}, item.url),
    createElement("guid", { isPermaLink: "false" }, item.id),
    createElement("pubDate", {}, formatRfc822(item.published)),
    createElement("atom:updated", {}, item.updated),
    ...authors.map(({ name }) => createElement("dc:creator", {}, name)),
    createElement("dc:language", {}, item.language),
    ...createLicenceElements("dc:rights", item.licence),
    ...item.categories.map(({ scheme, label }) => createElement("category", { domain: scheme }, label)),
    ...createSourceElements(item),
    item.summary === undefined ? undefined : createElement("description", {}, escapeDescription(item.summary)),
    cdata && createElement("content:encoded", {}, cdata),
    image && createElement("enclosure", { url: image.url, length, type: pictureMediaType }),
    image && createMediaContent(image, length),
  );
}

function createLicenceElements(name: "copyright" | "dc:rights", licence: FeedLicence | undefined): readonly Xml[] {
  if (!licence) return [];
  return [
    createElement(name, {}, formatLicence(licence)),
    ...listLicenceLinks(licence).map(({ rel, href }) => createElement("atom:link", { rel, href })),
  ];
}

// RSS allows one `source` per item ("to propagate credit for links"), so only the first source gets it. `dc:source` may
// occur only once as well.
function createSourceElements(item: FeedItem): readonly Xml[] {
  const links = listSourceLinks(item);
  return [
    ...links.slice(0, 1).map(({ href, title }) => createElement("source", { url: href }, title)),
    ...links.map(({ rel, href, title }) => createElement("atom:link", { rel, href, title })),
  ];
}

// RSS readers parse a description as HTML, so "AT&T <b>" must be escaped in order to appear as written. Only these two
// characters are escaped, so that a reader that shows the description as plain text shows as few escapes as possible.
function escapeDescription(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

import { rfc822 } from "../values/instant.ts";
import type { EncodedItem, Told } from "./encoded-items.ts";
import type { Feed, FeedItem } from "./feed.ts";
import { historyNamespace, relatedLinks, sourceLinks } from "./links.ts";
import { mediaContent, mediaNamespace, pictureType } from "./media.ts";
import { element, type Xml, xmlDocument } from "./xml.ts";

/**
 * A feed as RSS 2.0 (RSS Advisory Board, 2.0.11), with what it lacks from other namespaces: the full text, the feed's own
 * URL and its archive, an item's author, language, sources and last change.
 */
export function rssBytes(feed: Feed, items: readonly EncodedItem[]): Buffer {
  const { title, page, description, language, updated, author, archive } = feed;
  const channel = element(
    "channel",
    {},
    element("title", {}, title),
    element("link", {}, page),
    element("description", {}, description),
    element("language", {}, language),
    ...relatedLinks(feed, "rss", "application/rss+xml").map(({ rel, type, href }) =>
      element("atom:link", { rel, type, href }),
    ),
    archive.current ? element("fh:archive", {}) : undefined,
    author.email ? element("managingEditor", {}, `${author.email} (${author.name})`) : undefined,
    element("lastBuildDate", {}, rfc822(updated)),
    element("generator", {}, "Dateline"),
    logoImage(feed),
    ...items.map(({ rss }) => rss),
  );
  return xmlDocument(element("rss", { version: "2.0", ...namespaces }, channel));
}

const namespaces = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:fh": historyNamespace,
  "xmlns:media": mediaNamespace,
};

// With its measures: where they are missing, RSS takes every picture for 88 by 31.
function logoImage({ title, page, logo: { url, width, height } }: Feed): Xml {
  return element(
    "image",
    {},
    element("url", {}, url),
    element("title", {}, title),
    element("link", {}, page),
    element("width", {}, String(width)),
    element("height", {}, String(height)),
  );
}

/** An item of a feed as RSS writes it. */
export function rssItem(item: FeedItem, { author, section, pictureBytes: length }: Told): Xml {
  const { image } = item;
  return element(
    "item",
    {},
    element("title", {}, item.title),
    element("link", {}, item.url),
    element("guid", { isPermaLink: "false" }, item.id),
    element("pubDate", {}, rfc822(item.published)),
    element("atom:updated", {}, item.updated),
    element("dc:creator", {}, author.name),
    element("dc:language", {}, item.language),
    ...item.categories.map(({ scheme, label }) => element("category", { domain: scheme }, label)),
    ...sources(item),
    item.summary === undefined ? undefined : element("description", {}, asHtml(item.summary)),
    section && element("content:encoded", {}, section),
    image && element("enclosure", { url: image.url, length, type: pictureType }),
    image && mediaContent(image, length),
  );
}

// RSS has one `source` an item, "to propagate credit for links", so the first has it; Dublin Core's may stand but once too.
function sources(item: FeedItem): readonly Xml[] {
  const links = sourceLinks(item);
  return [
    ...links.slice(0, 1).map(({ href, title }) => element("source", { url: href }, title)),
    ...links.map(({ rel, href, title }) => element("atom:link", { rel, href, title })),
  ];
}

// RSS readers take a description as HTML, in which "AT&T <b>" must be written so that it reads like that. No more than
// these two: a reader that takes it as text should find the fewest escapes.
function asHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

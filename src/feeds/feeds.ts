// In: a feed, as plain data, the HTML of its texts, the weights of its pictures. Out: the same feed as the bytes of a file,
// in one of the formats of the list below. So too the list of all feeds, and the sitemaps: the site's other files of XML for programs.
import type { Bodies } from "../values/text/html.ts";
import type { Weights } from "../values/variants.ts";
import { atomBytes } from "./atom.ts";
import { encodedItems } from "./encoded-items.ts";
import type { Feed } from "./feed.ts";
import { jsonFeedBytes } from "./json-feed.ts";
import { opmlBytes } from "./opml.ts";
import { rssBytes } from "./rss.ts";
import { sitemapBytes, sitemapIndexBytes } from "./sitemap.ts";

export type * from "./feed.ts";
export type * from "./opml.ts";
export type * from "./sitemap.ts";
export { opmlBytes, sitemapBytes, sitemapIndexBytes };

// The formats that every feed is published in, by the names that the site knows them by, in the order in which they are
// offered. `bytes` writes a feed; `label` is what people call the format. A new one is a line here and its file.
const formats = {
  rss: { file: "rss.xml", mediaType: "application/rss+xml", label: "RSS", bytes: rssBytes },
  atom: { file: "atom.xml", mediaType: "application/atom+xml", label: "Atom", bytes: atomBytes },
  json: { file: "feed.json", mediaType: "application/feed+json", label: "JSON Feed", bytes: jsonFeedBytes },
} as const;

/** A format that feeds are published in. */
export type FeedFormat = keyof typeof formats;

/** All of them, in the order in which they are offered. */
export const feedFormats: readonly FeedFormat[] = Object.keys(formats).filter(isFormat);

/** A feed as the bytes of its file. */
export function feedBytes(format: FeedFormat, feed: Feed, bodies: Bodies, weights: Weights): Buffer {
  return formats[format].bytes(feed, encodedItems(feed, bodies, weights));
}

/** The name of a feed's file, in the folder of the page whose news it carries: "rss.xml". */
export function feedFile(format: FeedFormat): string {
  return formats[format].file;
}

/** The media type by which browsers and readers know a feed: "application/rss+xml". */
export function feedMediaType(format: FeedFormat): string {
  return formats[format].mediaType;
}

/** What people call a format: "JSON Feed". */
export function feedLabel(format: FeedFormat): string {
  return formats[format].label;
}

function isFormat(name: string): name is FeedFormat {
  return name in formats;
}

// In: a feed as plain data, the HTML of its texts, the sizes of its pictures. Out: the bytes of the feed's file in one
// of the formats below. Likewise for the other XML files that programs read: the OPML list of all feeds, and the
// sitemaps.
import type { BodyReader } from "../values/text/html.ts";
import type { GetFileSize } from "../values/variants.ts";
import { formatAtom } from "./atom.ts";
import { encodeItems } from "./encoded-items.ts";
import type { Feed } from "./feed.ts";
import { formatJsonFeed } from "./json-feed.ts";
import { formatOpml } from "./opml.ts";
import { formatRss } from "./rss.ts";
import { formatSitemap, formatSitemapIndex } from "./sitemap.ts";

export type * from "./feed.ts";
export type * from "./opml.ts";
export type * from "./sitemap.ts";
export { formatOpml, formatSitemap, formatSitemapIndex };

// The formats that feeds are published in, in the order in which pages offer them. The function of each line formats a
// feed; `label` is the name that readers of the site see. To add a format, add a line here and a file for it.
const formats = {
  rss: { file: "rss.xml", mediaType: "application/rss+xml", label: "RSS", format: formatRss },
  atom: { file: "atom.xml", mediaType: "application/atom+xml", label: "Atom", format: formatAtom },
  json: { file: "feed.json", mediaType: "application/feed+json", label: "JSON Feed", format: formatJsonFeed },
} as const;

/** A format that feeds are published in. */
export type FeedFormat = keyof typeof formats;

/** All feed formats, in the order in which pages offer them. */
export const feedFormats: readonly FeedFormat[] = Object.keys(formats).filter(isFeedFormat);

/**
 * Formats a feed as the bytes of its file.
 *
 * @param bodies gives the HTML of a text by its key
 * @param weights gives the size of a picture file in bytes
 */
export function formatFeed(format: FeedFormat, feed: Feed, bodies: BodyReader, weights: GetFileSize): Buffer {
  return formats[format].format(feed, encodeItems(feed, bodies, weights));
}

/** Returns the file name of a feed inside the feed's folder: "rss.xml". */
export function getFeedFileName(format: FeedFormat): string {
  return formats[format].file;
}

/** Returns the media type of a feed format: "application/rss+xml". */
export function getFeedMediaType(format: FeedFormat): string {
  return formats[format].mediaType;
}

/** Returns the display name of a feed format: "JSON Feed". */
export function getFeedLabel(format: FeedFormat): string {
  return formats[format].label;
}

function isFeedFormat(name: string): name is FeedFormat {
  return name in formats;
}

// In: a feed as plain data, the HTML of its texts, the sizes of its pictures. Out: the bytes of the feed's file in one
// of the formats below. Likewise the pieces of the other XML files that programs read: the OPML list of all feeds, and
// the sitemaps.
import type { ByteArena, Piece } from "../values/memory/byte-arena.ts";
import type { BodyReader } from "../values/text/html.ts";
import type { GetFileSize } from "../values/variants.ts";
import { formatAtom } from "./atom.ts";
import type { EncodedItem } from "./encoded-item.ts";
import { type Feed, type FeedFormat, feedFormats } from "./feed.ts";
import { createItemCache, type ItemCache } from "./item-cache.ts";
import { formatJsonFeed } from "./json-feed.ts";
import { formatOpml } from "./opml.ts";
import { countRssBytes, formatRss } from "./rss.ts";
import { formatSitemap, formatSitemapIndex } from "./sitemap.ts";

export type * from "./feed.ts";
export type * from "./opml.ts";
export type * from "./sitemap.ts";
export { countRssBytes, createItemCache, feedFormats, formatOpml, formatSitemap, formatSitemapIndex, type ItemCache };

// The function of each line formats a feed; `label` is the name that readers of the site see. To add a format, add it
// to `feedFormats`, add a line here and a file for it.
const formats: { readonly [F in FeedFormat]: FormatDefinition } = {
  rss: { file: "rss.xml", mediaType: "application/rss+xml", label: "RSS", format: formatRss },
  atom: { file: "atom.xml", mediaType: "application/atom+xml", label: "Atom", format: formatAtom },
  json: { file: "feed.json", mediaType: "application/feed+json", label: "JSON Feed", format: formatJsonFeed },
};

interface FormatDefinition {
  readonly file: string;
  readonly mediaType: string;
  readonly label: string;
  readonly format: (feed: Feed, items: readonly EncodedItem[]) => readonly Piece[];
}

/** What feeds are formatted with. */
export interface FeedContext {
  /** Gives the HTML of a text by its key. */
  readonly bodies: BodyReader;
  /** Gives the size of a picture file in bytes. */
  readonly getFileSize: GetFileSize;
  /** The items that feeds of this build have in common. */
  readonly itemCache: ItemCache;
  /** The arena that the file is written to. */
  readonly output: ByteArena;
}

/** Formats a feed as the bytes of its file. They are in the output arena of the context. */
export function formatFeed(
  format: FeedFormat,
  feed: Feed,
  { bodies, getFileSize, itemCache, output }: FeedContext,
): Buffer {
  return output.writePieces(...formats[format].format(feed, itemCache.encodeItems(feed, bodies, getFileSize)));
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

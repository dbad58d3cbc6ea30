import type { Utf8 } from "../values/text/utf8.ts";
import type { FeedAuthor, FeedItem } from "./feed.ts";
import type { Cdata, Xml } from "./xml.ts";

/** What the formats need for an item besides the item itself. */
export interface ItemExtras {
  /** At least one. */
  readonly authors: readonly FeedAuthor[];
  /** The full content; undefined for an item that has only a summary. */
  readonly html: Utf8 | undefined;
  /** The same content for the XML formats. */
  readonly cdata: Cdata | undefined;
  /** Size of the picture file in bytes; 0 without a picture. */
  readonly pictureBytes: number;
}

/** An item in each feed format, as UTF-8 bytes. */
export interface EncodedItem {
  readonly rss: Xml;
  readonly atom: Xml;
  readonly json: Buffer;
}

/** Picks the authors of an item in a feed: its own, or else that of the feed. */
export function pickAuthors({ authors }: FeedItem, feedAuthor: FeedAuthor): ItemExtras["authors"] {
  return authors.length > 0 ? authors : [feedAuthor];
}

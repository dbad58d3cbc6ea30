import { createByteArena } from "../values/memory/byte-arena.ts";
import type { BodyReader } from "../values/text/html.ts";
import type { Utf8 } from "../values/text/utf8.ts";
import type { GetFileSize } from "../values/variants.ts";
import { formatAtomEntry } from "./atom.ts";
import { formatItemContent } from "./content.ts";
import type { Feed, FeedAuthor, FeedItem } from "./feed.ts";
import { formatJsonFeedItem } from "./json-feed.ts";
import { formatRssItem } from "./rss.ts";
import { type Cdata, createCdata, encodeXml, type Xml } from "./xml.ts";

/** What the formats need for an item besides the item itself. */
export interface ItemExtras {
  readonly author: FeedAuthor;
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

// Twenty articles a day fill this cache in half a year; feeds of topics seldom go back further.
const maxCacheBytes = 64 * 2 ** 20;

interface CachedItem {
  readonly inputs: ItemInputs;
  readonly item: EncodedItem;
  /** How many bytes had been written to the arena in total after this item was encoded. */
  readonly endOffset: number;
}

/** What an item was encoded with, besides the item. */
interface ItemInputs extends Pick<Feed, "siteUrl" | "author"> {
  readonly bodies: BodyReader;
  readonly pictureBytes: number;
}

const cache = new Map<FeedItem, CachedItem>();
const arena = createByteArena();

/**
 * Encodes the items of a feed. An item has the same bytes in every feed that contains it, so it is encoded once and
 * cached; a feed file is a concatenation of these bytes.
 *
 * @param weights gives the size of a picture file in bytes
 * @returns one entry per item, in the order of `items`; valid until the next call, which may evict the oldest entries
 */
export function encodeItems(
  { siteUrl, author, items }: Feed,
  bodies: BodyReader,
  weights: GetFileSize,
): readonly EncodedItem[] {
  evictOldestItems();
  return items.map((item) => {
    const inputs = { siteUrl, author, bodies, pictureBytes: item.image ? weights(item.image.file) : 0 };
    const cached = cache.get(item);
    return cached && hasSameInputs(cached.inputs, inputs) ? cached.item : encodeAndCache(item, inputs);
  });
}

function encodeAndCache(item: FeedItem, inputs: ItemInputs): EncodedItem {
  const encodedItem = encodeItem(item, inputs);
  // The map keeps insertion order: delete the item first, so that it becomes the newest entry.
  cache.delete(item);
  cache.set(item, { inputs, item: encodedItem, endOffset: arena.countBytes() });
  return encodedItem;
}

function hasSameInputs(a: ItemInputs, b: ItemInputs): boolean {
  return a.siteUrl === b.siteUrl && a.author === b.author && a.bodies === b.bodies && a.pictureBytes === b.pictureBytes;
}

function encodeItem(item: FeedItem, { siteUrl, author, bodies, pictureBytes }: ItemInputs): EncodedItem {
  const html = formatItemContent(item, siteUrl, bodies);
  const extras: ItemExtras = {
    author,
    html,
    cdata: html === undefined ? undefined : createCdata(html, arena.writePieces),
    pictureBytes,
  };
  return {
    rss: encodeXml(formatRssItem(item, extras), arena.writePieces),
    atom: encodeXml(formatAtomEntry(item, extras), arena.writePieces),
    json: arena.writePieces(formatJsonFeedItem(item, extras)),
  };
}

// Evicts in order of encoding: items that were encoded together are in the same block of the arena.
function evictOldestItems(): void {
  const keptFrom = arena.countBytes() - maxCacheBytes;
  for (const [item, { endOffset }] of cache) {
    if (endOffset > keptFrom) break;
    cache.delete(item);
  }
  arena.release(keptFrom);
}

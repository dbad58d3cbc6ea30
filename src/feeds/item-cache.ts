import { type ByteArena, createByteArena } from "../values/memory/byte-arena.ts";
import type { BodyReader } from "../values/text/html.ts";
import type { GetFileSize } from "../values/variants.ts";
import { formatAtomEntry } from "./atom.ts";
import { formatItemContent } from "./content.ts";
import { type EncodedItem, type ItemExtras, pickAuthors } from "./encoded-item.ts";
import type { Feed, FeedItem } from "./feed.ts";
import { formatJsonFeedItem } from "./json-feed.ts";
import { formatRssItem } from "./rss.ts";
import { createCdata, encodeXml } from "./xml.ts";

/** The encoded items of the feeds of one build. */
export interface ItemCache {
  /**
   * Encodes the items of a feed. An item has the same bytes in every feed that contains it, so it is encoded once and
   * cached; a feed file is a concatenation of these bytes.
   *
   * @param getFileSize gives the size of a picture file in bytes
   * @returns one entry per item, in the order of `items`; valid until the next call, which may evict the oldest entries
   */
  readonly encodeItems: (feed: Feed, bodies: BodyReader, getFileSize: GetFileSize) => readonly EncodedItem[];
}

// Twenty articles a day fill this cache in half a year; feeds of topics seldom go back further.
const defaultMaxBytes = 64 * 2 ** 20;

/**
 * Creates an empty cache for one build: the key of an item does not contain the settings of the site.
 *
 * @param maxBytes the limit for the items of earlier feeds
 */
export function createItemCache(maxBytes = defaultMaxBytes): ItemCache {
  const arena = createByteArena();
  // In the order of encoding. `startOffset`: how many bytes had been written to the arena before the item.
  const entries = new Map<string, { readonly item: EncodedItem; readonly startOffset: number }>();
  const evictOldest = () => {
    const keptFrom = arena.countBytes() - maxBytes;
    for (const [key, { startOffset }] of entries) {
      if (startOffset >= keptFrom) break;
      entries.delete(key);
    }
    arena.release(keptFrom);
  };
  return {
    encodeItems: ({ siteUrl, author, items }, bodies, getFileSize) => {
      evictOldest();
      const siteKey = JSON.stringify([siteUrl, author]);
      return items.map((item) => {
        const pictureBytes = item.image ? getFileSize(item.image.file) : 0;
        const key = `${item.key} ${pictureBytes} ${siteKey}`;
        const cached = entries.get(key);
        if (cached) return cached.item;
        const startOffset = arena.countBytes();
        const html = formatItemContent(item, siteUrl, bodies);
        const encodedItem = encodeItem(item, { authors: pickAuthors(item, author), html, pictureBytes }, arena);
        entries.set(key, { item: encodedItem, startOffset });
        return encodedItem;
      });
    },
  };
}

function encodeItem(
  item: FeedItem,
  extras: Omit<ItemExtras, "cdata">,
  { writePieces }: Pick<ByteArena, "writePieces">,
): EncodedItem {
  const cdata = extras.html === undefined ? undefined : createCdata(extras.html, writePieces);
  return {
    rss: encodeXml(formatRssItem(item, { ...extras, cdata }), writePieces),
    atom: encodeXml(formatAtomEntry(item, { ...extras, cdata }), writePieces),
    json: writePieces(formatJsonFeedItem(item, { ...extras, cdata })),
  };
}

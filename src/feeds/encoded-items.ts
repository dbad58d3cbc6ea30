import { emptyRoom } from "../values/memory/byte-arena.ts";
import type { Bodies } from "../values/text/html.ts";
import type { Utf8 } from "../values/text/utf8.ts";
import type { Weights } from "../values/variants.ts";
import { atomEntry } from "./atom.ts";
import { contentHtml } from "./content.ts";
import type { Feed, FeedAuthor, FeedItem } from "./feed.ts";
import { jsonItem } from "./json-feed.ts";
import { rssItem } from "./rss.ts";
import { type Cdata, cdata, encoded, type Xml } from "./xml.ts";

/** What stands in an item beside what it says of itself. */
export interface Told {
  readonly author: FeedAuthor;
  /** What it says in full; undefined of an item that has no more than its summary. */
  readonly html: Utf8 | undefined;
  /** The same for formats of XML. */
  readonly section: Cdata | undefined;
  /** Of its picture's file; 0 where it has no picture. */
  readonly pictureBytes: number;
}

/** An item as it stands in a feed of each format, in bytes. */
export interface EncodedItem {
  readonly rss: Xml;
  readonly atom: Xml;
  readonly json: Buffer;
}

// Twenty articles a day fill this in half a year; feeds of topics seldom go back further.
const mostBytes = 64 * 2 ** 20;

interface Made {
  readonly by: By;
  readonly item: EncodedItem;
  /** How many bytes had been written in their room when it was made. */
  readonly upTo: number;
}

/** What an item was made with. */
interface By extends Pick<Feed, "siteUrl" | "author"> {
  readonly bodies: Bodies;
  readonly pictureBytes: number;
}

const made = new Map<FeedItem, Made>();
const room = emptyRoom();

/**
 * The items of a feed in bytes. What an item says is the same in every feed that it stands in: so it is made once, as long
 * as it is remembered, and files of feeds are joined of such bytes.
 */
export function encodedItems(
  { siteUrl, author, items }: Feed,
  bodies: Bodies,
  weights: Weights,
): readonly EncodedItem[] {
  letGoOfOldest();
  return items.map((item) => {
    const by = { siteUrl, author, bodies, pictureBytes: item.image ? weights(item.image.file) : 0 };
    const before = made.get(item);
    return before && isSame(before.by, by) ? before.item : remembered(item, by);
  });
}

function remembered(item: FeedItem, by: By): EncodedItem {
  const now = encodedItem(item, by);
  // At the end, as the last one that was made.
  made.delete(item);
  made.set(item, { by, item: now, upTo: room.written() });
  return now;
}

function isSame(a: By, b: By): boolean {
  return a.siteUrl === b.siteUrl && a.author === b.author && a.bodies === b.bodies && a.pictureBytes === b.pictureBytes;
}

function encodedItem(item: FeedItem, { siteUrl, author, bodies, pictureBytes }: By): EncodedItem {
  const html = contentHtml(item, siteUrl, bodies);
  const told: Told = { author, html, section: html === undefined ? undefined : cdata(html, room.joined), pictureBytes };
  return {
    rss: encoded(rssItem(item, told), room.joined),
    atom: encoded(atomEntry(item, told), room.joined),
    json: room.joined(jsonItem(item, told)),
  };
}

// What was made first goes first: it stands in the same block.
function letGoOfOldest(): void {
  const bound = room.written() - mostBytes;
  for (const [item, { upTo }] of made) {
    if (upTo > bound) break;
    made.delete(item);
  }
  room.letGo(bound);
}

import { passing } from "../values/memory/byte-arena.ts";
import type { Utf8 } from "../values/text/utf8.ts";
import { carried } from "./characters.ts";
import type { EncodedItem, Told } from "./encoded-items.ts";
import type { Feed, FeedItem } from "./feed.ts";
import { pictureType } from "./media.ts";

/** A feed as JSON Feed 1.1, an item a line. It has no word for sources: these stand in the text alone. */
export function jsonFeedBytes(feed: Feed, items: readonly EncodedItem[]): Buffer {
  const { archive, hub } = feed;
  const about = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.page,
    // By this a feed is known, so older pages of it name the same.
    feed_url: (archive.current ?? feed.self).json,
    next_url: archive.previous?.json,
    description: feed.description,
    icon: feed.icon,
    favicon: feed.icon,
    authors: [{ name: feed.author.name, url: feed.author.url }],
    language: feed.language,
    hubs: hub ? [{ type: "WebSub", url: hub }] : undefined,
  };
  const start = JSON.stringify(about, (_, value) => (typeof value === "string" ? carried(value) : value));
  const lines = items.flatMap(({ json }, i) => (i === 0 ? [json] : [between, json]));
  return passing.joined(`${start.slice(0, -1)},"items":[\n` as Utf8, ...lines, end);
}

const between = ",\n" as Utf8;
const end = "\n]}\n" as Utf8;

/** An item of a feed as JSON Feed writes it. */
export function jsonItem(item: FeedItem, { author, html, pictureBytes }: Told): Utf8 {
  const { image } = item;
  const url = image && carried(image.url);
  // Every text is in UTF-8 before it is written, so that the long one is never encoded again.
  return JSON.stringify({
    id: carried(item.id),
    url: carried(item.url),
    title: carried(item.title),
    summary: item.summary === undefined ? undefined : carried(item.summary),
    // One of the two has to be there.
    content_html: html,
    content_text: html === undefined ? carried(item.summary ?? item.title) : undefined,
    image: url,
    banner_image: url,
    date_published: item.published,
    date_modified: item.updated,
    authors: [{ name: carried(author.name), url: author.url && carried(author.url) }],
    tags: item.categories.map(({ label }) => carried(label)),
    language: item.language,
    attachments: url && [{ url, mime_type: pictureType, size_in_bytes: pictureBytes }],
  }) as Utf8;
}

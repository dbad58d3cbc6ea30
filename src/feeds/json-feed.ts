import { type Piece, utf8 } from "../values/utf8.ts";
import { carried } from "./characters.ts";
import type { EncodedItem, Told } from "./encoded-items.ts";
import type { Feed, FeedAuthor, FeedItem } from "./feed.ts";
import { pictureType } from "./media.ts";

/** A feed as JSON Feed 1.1, an item a line. It has no word for sources: these stand in the text alone. */
export function jsonFeedBytes(feed: Feed, items: readonly EncodedItem[]): Buffer {
  const { archive, hub } = feed;
  const about = json({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.page,
    // By this a feed is known, so older pages of it name the same.
    feed_url: (archive.current ?? feed.self).json,
    next_url: archive.previous?.json,
    description: feed.description,
    icon: feed.icon,
    favicon: feed.icon,
    authors: authorsOf(feed.author),
    language: feed.language,
    hubs: hub ? [{ type: "WebSub", url: hub }] : undefined,
  });
  const lines = items.flatMap(({ json }, i): readonly Piece[] => (i === 0 ? [json] : [",\n", json]));
  return utf8(`${about.slice(0, -1)},"items":[\n`, ...lines, "\n]}\n");
}

/** An item of a feed as JSON Feed writes it. */
export function jsonItem(item: FeedItem, { author, html, pictureBytes }: Told): string {
  const { image } = item;
  return json({
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    // One of the two has to be there.
    content_html: html,
    content_text: html === undefined ? (item.summary ?? item.title) : undefined,
    image: image?.url,
    banner_image: image?.url,
    date_published: item.published,
    date_modified: item.updated,
    authors: authorsOf(author),
    tags: item.categories.map(({ label }) => label),
    language: item.language,
    attachments: image ? [{ url: image.url, mime_type: pictureType, size_in_bytes: pictureBytes }] : undefined,
  });
}

function authorsOf({ name, url }: FeedAuthor): readonly { readonly name: string; readonly url: string | undefined }[] {
  return [{ name, url }];
}

// Where a text needs care, JSON shows it by an escape, or as one of two characters; only then is each string looked at by
// itself, which takes three times as long.
function json(value: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(value);
  return /\\[bfru]|[\uFFFE\uFFFF]/.test(text)
    ? JSON.stringify(value, (_, each) => (typeof each === "string" ? carried(each) : each))
    : text;
}

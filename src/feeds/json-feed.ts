import type { Piece } from "../values/memory/byte-arena.ts";
import type { Utf8 } from "../values/text/utf8.ts";
import { stripForbiddenCharacters } from "./characters.ts";
import type { EncodedItem, ItemExtras } from "./encoded-item.ts";
import type { Feed, FeedItem } from "./feed.ts";
import { pictureMediaType } from "./media.ts";

/**
 * Formats a feed as JSON Feed 1.1, one item per line. The format has no field for sources: only the HTML contains them.
 */
export function formatJsonFeed(feed: Feed, items: readonly Pick<EncodedItem, "json">[]): readonly Piece[] {
  const { archive, hub } = feed;
  const header = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.page,
    // `feed_url` identifies the feed, so archive documents contain the URL of the subscription feed.
    feed_url: (archive.current ?? feed.self).json,
    next_url: archive.previous?.json,
    description: feed.description,
    icon: feed.icon,
    favicon: feed.icon,
    authors: [{ name: feed.author.name, url: feed.author.url }],
    language: feed.language,
    hubs: hub ? [{ type: "WebSub", url: hub }] : undefined,
  };
  const start = JSON.stringify(header, (_, value) =>
    typeof value === "string" ? stripForbiddenCharacters(value) : value,
  );
  const lines = items.flatMap(({ json }, i) => (i === 0 ? [json] : [itemSeparator, json]));
  return [`${start.slice(0, -1)},"items":[\n` as Utf8, ...lines, feedEnd];
}

const itemSeparator = ",\n" as Utf8;
const feedEnd = "\n]}\n" as Utf8;

/** Formats an item as a JSON Feed item object, in UTF-8. */
export function formatJsonFeedItem(item: FeedItem, { authors, html, pictureBytes }: ItemExtras): Utf8 {
  const { image } = item;
  const imageUrl = image && stripForbiddenCharacters(image.url);
  // All strings are UTF-8 already, so that the long content is not encoded again.
  return JSON.stringify({
    id: stripForbiddenCharacters(item.id),
    url: stripForbiddenCharacters(item.url),
    title: stripForbiddenCharacters(item.title),
    summary: item.summary === undefined ? undefined : stripForbiddenCharacters(item.summary),
    // The format requires one of these two.
    content_html: html,
    content_text: html === undefined ? stripForbiddenCharacters(item.summary ?? item.title) : undefined,
    image: imageUrl,
    banner_image: imageUrl,
    date_published: item.published,
    date_modified: item.updated,
    authors: authors.map(({ name, url }) => ({
      name: stripForbiddenCharacters(name),
      url: url && stripForbiddenCharacters(url),
    })),
    tags: item.categories.map(({ label }) => stripForbiddenCharacters(label)),
    language: item.language,
    attachments: imageUrl && [{ url: imageUrl, mime_type: pictureMediaType, size_in_bytes: pictureBytes }],
  }) as Utf8;
}

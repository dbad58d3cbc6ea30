import type { Bodies } from "../values/html.ts";
import { carried } from "./characters.ts";
import { contentHtml } from "./content.ts";
import type { Feed, FeedAuthor, FeedItem } from "./feed.ts";

/** A feed as JSON Feed 1.1, an item a line. */
export function jsonFeedText(feed: Feed, bodies: Bodies): string {
  const about = json({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self.json,
    description: feed.description,
    authors: authorsOf(feed.author),
    language: feed.language,
  });
  const items = feed.items.map((item) => itemJson(item, feed.author, feed.siteUrl, bodies));
  return `${about.slice(0, -1)},"items":[\n${items.join(",\n")}\n]}\n`;
}

function itemJson(item: FeedItem, author: FeedAuthor, siteUrl: string, bodies: Bodies): string {
  const html = contentHtml(item, siteUrl, bodies);
  return json({
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    // One of the two has to be there.
    content_html: html,
    content_text: html === undefined ? item.summary : undefined,
    image: item.image?.url,
    banner_image: item.image?.url,
    date_published: item.published,
    date_modified: item.updated,
    authors: authorsOf(author),
    tags: item.categories.map(({ label }) => label),
    language: item.language,
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

import { type Feed, type FeedItem, feedBytes } from "../../feeds/feeds.ts";

/** A feed with as many of its items, from its first, as stay within 14 KB even where a host does not compress them. */
export function lightened(feed: Feed): Feed {
  const bytesOf = (items: readonly FeedItem[]) => feedBytes("rss", { ...feed, items }, noTexts, nothing).length;
  const around = bytesOf([]);
  let room = liteBytes - around;
  const most = feed.items.findIndex((item) => {
    room -= bytesOf([item]) - around;
    return room < 0;
  });
  return most < 0 ? feed : { ...feed, items: feed.items.slice(0, most) };
}

// Compression adds a few bytes to what cannot be compressed.
const liteBytes = 14 * 1024 - 64;

const noTexts = { html: nothing, utf8: nothing };

function nothing(): never {
  throw new Error("Expected neither texts nor pictures in the lite feed.");
}

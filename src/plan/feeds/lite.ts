import { type Feed, type FeedItem, formatFeed } from "../../feeds/feeds.ts";

/**
 * Trims a feed to as many items, from the first on, as fit in 14 KB of RSS, even if a host does not compress the file.
 */
export function trimToLite(feed: Feed): Feed {
  const countBytes = (items: readonly FeedItem[]) => formatFeed("rss", { ...feed, items }, noBodies, failLookUp).length;
  const emptyFeedBytes = countBytes([]);
  let bytesLeft = maxLiteBytes - emptyFeedBytes;
  const overflowIndex = feed.items.findIndex((item) => {
    bytesLeft -= countBytes([item]) - emptyFeedBytes;
    return bytesLeft < 0;
  });
  return overflowIndex < 0 ? feed : { ...feed, items: feed.items.slice(0, overflowIndex) };
}

// Minus 64: compression adds a few bytes to incompressible data.
const maxLiteBytes = 14 * 1024 - 64;

const noBodies = { readHtml: failLookUp, readUtf8: failLookUp };

function failLookUp(): never {
  throw new Error("Expected neither texts nor pictures in the lite feed.");
}

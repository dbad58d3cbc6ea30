import { countRssBytes, type Feed } from "../../feeds/feeds.ts";

/**
 * Trims a feed of items without texts and pictures to as many of them, from the first on, as fit in 14 KB of RSS, even
 * if a host does not compress the file.
 */
export function trimToLite(feed: Feed): Feed {
  const emptyFeedBytes = countRssBytes({ ...feed, items: [] });
  let bytesLeft = maxLiteBytes - emptyFeedBytes;
  const overflowIndex = feed.items.findIndex((item) => {
    bytesLeft -= countRssBytes({ ...feed, items: [item] }) - emptyFeedBytes;
    return bytesLeft < 0;
  });
  return overflowIndex < 0 ? feed : { ...feed, items: feed.items.slice(0, overflowIndex) };
}

// Minus 64: compression adds a few bytes to incompressible data.
const maxLiteBytes = 14 * 1024 - 64;

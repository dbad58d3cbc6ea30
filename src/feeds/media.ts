import type { FeedImage } from "./feed.ts";
import { element, type Xml } from "./xml.ts";

/** The namespace of Media RSS, which Atom feeds use as well. */
export const mediaNamespace = "http://search.yahoo.com/mrss/";

/** An item's picture as Media RSS (1.5.1) tells of one. */
export function mediaContent({ url, width, height, alt, caption, credit }: FeedImage): Xml {
  return element(
    "media:content",
    { url, medium: "image", type: "image/jpeg", width, height },
    caption === undefined ? undefined : element("media:title", { type: "plain" }, caption),
    element("media:description", { type: "plain" }, alt),
    element("media:credit", {}, credit),
  );
}

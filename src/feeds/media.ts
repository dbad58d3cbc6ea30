import type { FeedImage } from "./feed.ts";
import { element, type Xml } from "./xml.ts";

/** The media type of the pictures that feeds name: every reader knows it. */
export const pictureType = "image/jpeg";

/** The namespace of Media RSS, which Atom feeds use as well. */
export const mediaNamespace = "http://search.yahoo.com/mrss/";

/**
 * An item's picture as Media RSS 1.5.1 tells of one. What it shows for those who do not see it is said by the picture in
 * the text: `media:description` would be the place, but feedparser (6.0.10), and all that is built on it, then takes it
 * for the item's own description.
 *
 * @param bytes of the picture's file
 */
export function mediaContent({ url, width, height, caption, credit }: FeedImage, bytes: number): Xml {
  return element(
    "media:content",
    { url, fileSize: bytes, medium: "image", type: pictureType, width, height },
    caption === undefined ? undefined : element("media:title", { type: "plain" }, caption),
    element("media:credit", {}, credit),
  );
}

import type { FeedImage } from "./feed.ts";
import { createElement, type Xml } from "./xml.ts";

/** The media type of pictures in feeds. Every feed reader supports it. */
export const pictureMediaType = "image/jpeg";

/** The XML namespace of Media RSS, for RSS and Atom. */
export const mediaNamespace = "http://search.yahoo.com/mrss/";

/**
 * Creates the `media:content` element of an item's picture (Media RSS 1.5.1). Only the `img` element in the content has
 * the alternative text. It belongs in `media:description`, but feedparser (6.0.10), and programs based on it, would
 * take that for the description of the item.
 *
 * @param bytes size of the picture file
 */
export function createMediaContent({ url, width, height, caption, credit }: FeedImage, bytes: number): Xml {
  return createElement(
    "media:content",
    { url, fileSize: bytes, medium: "image", type: pictureMediaType, width, height },
    caption === undefined ? undefined : createElement("media:title", { type: "plain" }, caption),
    createElement("media:credit", {}, credit),
  );
}

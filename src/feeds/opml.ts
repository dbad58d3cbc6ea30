import { type Instant, rfc822 } from "../values/instant.ts";
import type { Language } from "../values/language.ts";
import { element, type Xml, xmlDocument } from "./xml.ts";

/** A list of feeds, in groups, which feed readers import. Every URL is absolute. */
export interface OpmlDocument {
  readonly title: string;
  /** Of the newest thing in any of the feeds, never of the build. */
  readonly updated: Instant;
  readonly groups: readonly {
    readonly title: string;
    readonly feeds: readonly OpmlFeed[];
  }[];
}

export interface OpmlFeed {
  readonly title: string;
  /** Of the feed itself, in one of its formats. */
  readonly url: string;
  /** The page whose news it carries. */
  readonly page: string;
  readonly language: Language;
}

/** A list of feeds as OPML 2.0: an outline for each group, and in it one for each feed. */
export function opmlBytes({ title, updated, groups }: OpmlDocument): Buffer {
  const head = element("head", {}, element("title", {}, title), element("dateModified", {}, rfc822(updated)));
  const outlines = groups.map((group) =>
    element("outline", { text: group.title, title: group.title }, ...group.feeds.map(feedOutline)),
  );
  return xmlDocument(element("opml", { version: "2.0" }, head, element("body", {}, ...outlines)));
}

// OPML says "rss" of a feed in any format.
function feedOutline({ title, url, page, language }: OpmlFeed): Xml {
  return element("outline", { type: "rss", text: title, title, xmlUrl: url, htmlUrl: page, language });
}

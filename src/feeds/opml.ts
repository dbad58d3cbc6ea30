import { formatRfc822, type Instant } from "../values/instant.ts";
import type { Language } from "../values/language.ts";
import type { Piece } from "../values/memory/byte-arena.ts";
import { createElement, formatXmlDocument, type Xml } from "./xml.ts";

/** A list of feeds in groups, for import into feed readers. Every URL is absolute. */
export interface OpmlDocument {
  readonly title: string;
  /** The time of the latest change in any of the feeds, never the time of the build. */
  readonly updated: Instant;
  readonly groups: readonly {
    readonly title: string;
    readonly feeds: readonly OpmlFeed[];
  }[];
}

/** A feed in an OPML document. */
export interface OpmlFeed {
  readonly title: string;
  /** The URL of the feed, in one of its formats. */
  readonly url: string;
  /** The URL of the page that the feed belongs to. */
  readonly page: string;
  readonly language: Language;
}

/** Formats a list of feeds as OPML 2.0: an `outline` for each group, with an `outline` for each feed inside. */
export function formatOpml({ title, updated, groups }: OpmlDocument): readonly Piece[] {
  const head = createElement(
    "head",
    {},
    createElement("title", {}, title),
    createElement("dateModified", {}, formatRfc822(updated)),
  );
  const outlines = groups.map((group) =>
    createElement("outline", { text: group.title, title: group.title }, ...group.feeds.map(createFeedOutline)),
  );
  return formatXmlDocument(createElement("opml", { version: "2.0" }, head, createElement("body", {}, ...outlines)));
}

// OPML uses the type "rss" for feeds of every format.
function createFeedOutline({ title, url, page, language }: OpmlFeed): Xml {
  return createElement("outline", { type: "rss", text: title, title, xmlUrl: url, htmlUrl: page, language });
}

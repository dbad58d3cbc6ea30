import type { Piece } from "../values/memory/byte-arena.ts";
import type { EncodedItem, ItemExtras } from "./encoded-item.ts";
import type { Feed, FeedAuthor, FeedItem, FeedLicence } from "./feed.ts";
import { formatLicence, historyNamespace, listLicenceLinks, listRelatedLinks, listSourceLinks } from "./links.ts";
import { createMediaContent, mediaNamespace, pictureMediaType } from "./media.ts";
import { createElement, formatXmlDocument, type Xml } from "./xml.ts";

/** Formats a feed as an Atom document (RFC 4287). */
export function formatAtom(feed: Feed, items: readonly Pick<EncodedItem, "atom">[]): readonly Piece[] {
  const { id, title, description, language, page, updated, author, licence, archive, icon, logo } = feed;
  const root = createElement(
    "feed",
    {
      xmlns: "http://www.w3.org/2005/Atom",
      "xmlns:fh": historyNamespace,
      "xmlns:media": mediaNamespace,
      "xml:lang": language,
    },
    createElement("id", {}, id),
    createElement("title", { type: "text" }, title),
    createElement("subtitle", { type: "text" }, description),
    createElement("updated", {}, updated),
    createPerson(author),
    ...listRelatedLinks(feed, "atom", "application/atom+xml").map(({ rel, type, href }) =>
      createElement("link", { rel, type, href }),
    ),
    createAlternateLink(page, language),
    ...createLicenceElements(licence),
    archive.current ? createElement("fh:archive", {}) : undefined,
    createElement("icon", {}, icon),
    createElement("logo", {}, logo.url),
    createElement("generator", {}, "Dateline"),
    ...items.map(({ atom }) => atom),
  );
  return formatXmlDocument(root);
}

/** Formats an item as an Atom `entry` element. */
export function formatAtomEntry(item: FeedItem, { authors, cdata, pictureBytes: length }: ItemExtras): Xml {
  const { image } = item;
  return createElement(
    "entry",
    { "xml:lang": item.language },
    createElement("id", {}, item.id),
    createElement("title", { type: "text" }, item.title),
    createElement("updated", {}, item.updated),
    createElement("published", {}, item.published),
    ...authors.map(createPerson),
    createAlternateLink(item.url, item.language),
    ...createLicenceElements(item.licence),
    ...listSourceLinks(item).map(({ rel, href, title }) => createElement("link", { rel, href, title })),
    image && createElement("link", { rel: "enclosure", type: pictureMediaType, length, href: image.url }),
    ...item.categories.map(({ term, scheme, label }) => createElement("category", { term, scheme, label })),
    item.summary === undefined ? undefined : createElement("summary", { type: "text" }, item.summary),
    cdata && createElement("content", { type: "html" }, cdata),
    image && createMediaContent(image, length),
  );
}

function createPerson({ name, url, email }: FeedAuthor): Xml {
  return createElement(
    "author",
    {},
    createElement("name", {}, name),
    url === undefined ? undefined : createElement("uri", {}, url),
    email === undefined ? undefined : createElement("email", {}, email),
  );
}

function createLicenceElements(licence: FeedLicence | undefined): readonly Xml[] {
  if (!licence) return [];
  return [
    ...listLicenceLinks(licence).map(({ rel, href }) => createElement("link", { rel, href })),
    createElement("rights", { type: "text" }, formatLicence(licence)),
  ];
}

function createAlternateLink(href: string, hreflang: string): Xml {
  return createElement("link", { rel: "alternate", type: "text/html", hreflang, href });
}

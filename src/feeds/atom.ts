import type { EncodedItem, Told } from "./encoded-items.ts";
import type { Feed, FeedAuthor, FeedItem } from "./feed.ts";
import { historyNamespace, relatedLinks, sourceLinks } from "./links.ts";
import { mediaContent, mediaNamespace, pictureType } from "./media.ts";
import { element, type Xml, xmlDocument } from "./xml.ts";

/** A feed as Atom (RFC 4287). */
export function atomBytes(feed: Feed, items: readonly EncodedItem[]): Buffer {
  const { id, title, description, language, page, updated, author, archive, icon, logo } = feed;
  const root = element(
    "feed",
    {
      xmlns: "http://www.w3.org/2005/Atom",
      "xmlns:fh": historyNamespace,
      "xmlns:media": mediaNamespace,
      "xml:lang": language,
    },
    element("id", {}, id),
    element("title", { type: "text" }, title),
    element("subtitle", { type: "text" }, description),
    element("updated", {}, updated),
    person(author),
    ...relatedLinks(feed, "atom", "application/atom+xml").map(({ rel, type, href }) =>
      element("link", { rel, type, href }),
    ),
    alternate(page, language),
    archive.current ? element("fh:archive", {}) : undefined,
    element("icon", {}, icon),
    element("logo", {}, logo.url),
    element("generator", {}, "Dateline"),
    ...items.map(({ atom }) => atom),
  );
  return xmlDocument(root);
}

/** An item of a feed as Atom writes it. */
export function atomEntry(item: FeedItem, { author, section, pictureBytes: length }: Told): Xml {
  const { image } = item;
  return element(
    "entry",
    { "xml:lang": item.language },
    element("id", {}, item.id),
    element("title", { type: "text" }, item.title),
    element("updated", {}, item.updated),
    element("published", {}, item.published),
    person(author),
    alternate(item.url, item.language),
    ...sourceLinks(item).map(({ rel, href, title }) => element("link", { rel, href, title })),
    image && element("link", { rel: "enclosure", type: pictureType, length, href: image.url }),
    ...item.categories.map(({ term, scheme, label }) => element("category", { term, scheme, label })),
    item.summary === undefined ? undefined : element("summary", { type: "text" }, item.summary),
    section && element("content", { type: "html" }, section),
    image && mediaContent(image, length),
  );
}

function person({ name, url, email }: FeedAuthor): Xml {
  return element(
    "author",
    {},
    element("name", {}, name),
    url === undefined ? undefined : element("uri", {}, url),
    email === undefined ? undefined : element("email", {}, email),
  );
}

function alternate(href: string, hreflang: string): Xml {
  return element("link", { rel: "alternate", type: "text/html", hreflang, href });
}

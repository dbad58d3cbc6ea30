import type { Bodies } from "../values/html.ts";
import { contentHtml } from "./content.ts";
import type { Feed, FeedAuthor, FeedItem } from "./feed.ts";
import { mediaContent, mediaNamespace } from "./media.ts";
import { cdata, element, type Xml, xmlDocument } from "./xml.ts";

/** A feed as Atom (RFC 4287). */
export function atomText(feed: Feed, bodies: Bodies): string {
  const { id, title, description, language, page, self, updated, author, items } = feed;
  const root = element(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xmlns:media": mediaNamespace, "xml:lang": language },
    element("id", {}, id),
    element("title", { type: "text" }, title),
    element("subtitle", { type: "text" }, description),
    element("updated", {}, updated),
    person(author),
    self.atom ? element("link", { rel: "self", type: "application/atom+xml", href: self.atom }) : undefined,
    alternate(page, language),
    element("generator", {}, "Dateline"),
    ...items.map((item) => entry(item, author, feed.siteUrl, bodies)),
  );
  return xmlDocument(root);
}

function entry(item: FeedItem, author: FeedAuthor, siteUrl: string, bodies: Bodies): Xml {
  const html = contentHtml(item, siteUrl, bodies);
  return element(
    "entry",
    { "xml:lang": item.language },
    element("id", {}, item.id),
    element("title", { type: "text" }, item.title),
    element("updated", {}, item.updated),
    element("published", {}, item.published),
    person(author),
    alternate(item.url, item.language),
    ...item.categories.map(({ term, scheme, label }) => element("category", { term, scheme, label })),
    element("summary", { type: "text" }, item.summary),
    html === undefined ? undefined : cdata("content", { type: "html" }, html),
    item.image ? mediaContent(item.image) : undefined,
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

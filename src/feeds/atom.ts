import type { Bodies } from "../values/html.ts";
import type { Weights } from "../values/variants.ts";
import { contentHtml } from "./content.ts";
import type { Feed, FeedAuthor, FeedItem } from "./feed.ts";
import { historyNamespace, relatedLinks, sourceLinks } from "./links.ts";
import { madeOnce, type Within, within } from "./made-once.ts";
import { mediaContent, mediaNamespace, pictureType } from "./media.ts";
import { cdata, element, type Xml, xmlDocument } from "./xml.ts";

/** A feed as Atom (RFC 4287). */
export function atomText(feed: Feed, bodies: Bodies, weights: Weights): string {
  const { id, title, description, language, page, updated, author, items, archive, icon, logo } = feed;
  const by = within(feed, bodies, weights);
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
    ...items.map((item) => entry(item, by)),
  );
  return xmlDocument(root);
}

const entry = madeOnce((item: FeedItem, by: Within): Xml => {
  const { image } = item;
  const bytes = image ? by.weights(image.file) : 0;
  const html = contentHtml(item, by);
  return element(
    "entry",
    { "xml:lang": item.language },
    element("id", {}, item.id),
    element("title", { type: "text" }, item.title),
    element("updated", {}, item.updated),
    element("published", {}, item.published),
    person(by.author),
    alternate(item.url, item.language),
    ...sourceLinks(item).map(({ rel, href, title }) => element("link", { rel, href, title })),
    image ? element("link", { rel: "enclosure", type: pictureType, length: bytes, href: image.url }) : undefined,
    ...item.categories.map(({ term, scheme, label }) => element("category", { term, scheme, label })),
    item.summary === undefined ? undefined : element("summary", { type: "text" }, item.summary),
    html === undefined ? undefined : cdata("content", { type: "html" }, html),
    image ? mediaContent(image, bytes) : undefined,
  );
});

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

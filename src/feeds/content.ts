import { absolute } from "../values/address.ts";
import { escaped } from "../values/text/escape.ts";
import { type Bodies, type BodyKey, type Html, linked } from "../values/text/html.ts";
import { inUtf8, type Utf8 } from "../values/text/utf8.ts";
import { carried } from "./characters.ts";
import type { FeedContent, FeedCorrection, FeedImage, FeedItem } from "./feed.ts";

type Of<Kind extends FeedContent["kind"]> = Extract<FeedContent, { readonly kind: Kind }>;

/**
 * What an item says in full, as HTML that stands alone: every address in it is absolute. Plain elements only, since
 * readers drop classes and styles.
 *
 * @returns undefined for an item that has no more than its summary
 */
export function contentHtml(item: FeedItem, siteUrl: string, bodies: Bodies): Utf8 | undefined {
  const { content } = item;
  if (!content) return undefined;
  const { before, body, after } = partsOf(content);
  const picture = item.image ? figure(item.image) : "";
  const text = body === undefined ? "" : bodyHtml(bodies.utf8(body), item.url, siteUrl);
  return (carried(picture + before) + text + carried(after)) as Utf8;
}

/** What stands around an author's text, and which one that is. */
interface Parts {
  readonly before: string;
  readonly body: BodyKey | undefined;
  readonly after: string;
}

function partsOf(content: FeedContent): Parts {
  switch (content.kind) {
    case "article":
      return { before: corrected(content), body: content.body, after: sourceList(content.sources) };
    case "corrected":
      return { before: corrected(content) + paragraph(content.summary), body: undefined, after: "" };
    case "edition":
      return { before: "", body: content.note, after: content.sections.map(section).join("") };
  }
}

function corrected({ corrections }: Of<"article" | "corrected">): string {
  return corrections.map(correctionAt(2)).join("");
}

// A footnote's `#fn1` becomes the item's URL with `#fn1`: readers that show an item under its own URL jump inside it (or
// open the note in place, as NetNewsWire does), all others open the page at the note. A bare `#fn1` would be taken as
// relative to the feed. Only links hold that form: quote marks in an author's text are escaped.
function bodyHtml(text: Html & Utf8, itemUrl: string, siteUrl: string): Utf8 {
  const html = linked(text, (address) => inUtf8(escaped(absolute(siteUrl, address))));
  return html.replaceAll(' href="#', () => ` href="${inUtf8(escaped(itemUrl))}#`) as Utf8;
}

function figure({ url, width, height, alt, caption, credit }: FeedImage): string {
  const words = caption === undefined ? "" : `${escaped(caption)} `;
  return (
    `<figure><img src="${escaped(url)}" width="${width}" height="${height}" alt="${escaped(alt)}">` +
    `<figcaption>${words}<small>${escaped(credit)}</small></figcaption></figure>\n`
  );
}

// Before the text: who has read the item once should see first what was wrong in it.
function correctionAt(level: 2 | 4): (correction: FeedCorrection) => string {
  return ({ heading, text }) => `<aside><h${level}>${escaped(heading)}</h${level}><p>${escaped(text)}</p></aside>\n`;
}

function paragraph(text: string | undefined): string {
  return text === undefined ? "" : `<p>${escaped(text)}</p>\n`;
}

function sourceList({ heading, list }: Of<"article">["sources"]): string {
  return list.length === 0 ? "" : `<h2>${escaped(heading)}</h2>\n<ul>\n${list.map(source).join("")}</ul>\n`;
}

function source({ name, url, published }: Of<"article">["sources"]["list"][number]): string {
  const named = url === undefined ? escaped(name) : link(url, name);
  return `<li>${named}${published === undefined ? "" : `, ${escaped(published)}`}</li>\n`;
}

function section({ title, articles }: Of<"edition">["sections"][number]): string {
  const heading = title === undefined ? "" : `<h2>${escaped(title)}</h2>\n`;
  const headlines = articles.map(
    ({ title, url, summary, corrections }) =>
      `<h3>${link(url, title)}</h3>\n${paragraph(summary)}${corrections.map(correctionAt(4)).join("")}`,
  );
  return `<section>\n${heading}${headlines.join("")}</section>\n`;
}

function link(url: string, text: string): string {
  return `<a href="${escaped(url)}">${escaped(text)}</a>`;
}

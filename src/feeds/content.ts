import { absolute } from "../values/address.ts";
import { escaped } from "../values/escape.ts";
import { type Bodies, type BodyKey, linked } from "../values/html.ts";
import type { FeedContent, FeedCorrection, FeedImage, FeedItem } from "./feed.ts";

type Of<Kind extends FeedContent["kind"]> = Extract<FeedContent, { readonly kind: Kind }>;

/**
 * What an item says in full, as HTML that stands alone: every address in it is absolute. Plain elements only, since
 * readers drop classes and styles.
 *
 * @returns undefined for an item that has no more than its summary
 */
export function contentHtml(item: FeedItem, siteUrl: string, bodies: Bodies): string | undefined {
  const { content } = item;
  if (!content) return undefined;
  const body = (key: BodyKey) => bodyHtml(key, item.url, siteUrl, bodies);
  const picture = item.image ? figure(item.image) : "";
  if (content.kind === "article") return picture + article(content, body);
  return content.kind === "edition" ? picture + edition(content, body) : corrected(content);
}

type Body = (key: BodyKey) => string;

function article({ body, corrections, sources }: Of<"article">, bodyOf: Body): string {
  return corrections.map(correctionAt(2)).join("") + bodyOf(body) + sourceList(sources);
}

function corrected({ corrections, summary }: Of<"corrected">): string {
  return corrections.map(correctionAt(2)).join("") + paragraph(summary);
}

function edition({ note, sections }: Of<"edition">, bodyOf: Body): string {
  return (note === undefined ? "" : bodyOf(note)) + sections.map(section).join("");
}

// A footnote's `#fn1` becomes the item's URL with `#fn1`: readers that show an item under its own URL jump inside it (or
// open the note in place, as NetNewsWire does), all others open the page at the note. A bare `#fn1` would be taken as
// relative to the feed. Only links hold that form: quote marks in an author's text are escaped.
function bodyHtml(key: BodyKey, itemUrl: string, siteUrl: string, bodies: Bodies): string {
  const html = linked(bodies(key), (address) => escaped(absolute(siteUrl, address)));
  return html.replaceAll(' href="#', () => ` href="${escaped(itemUrl)}#`);
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

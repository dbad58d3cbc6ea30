import { toAbsoluteUrl } from "../values/address.ts";
import { escapeHtml } from "../values/text/escape.ts";
import { type BodyKey, type BodyReader, type Html, resolveSiteLinks } from "../values/text/html.ts";
import { toUtf8, type Utf8 } from "../values/text/utf8.ts";
import { stripForbiddenCharacters } from "./characters.ts";
import type { FeedContent, FeedCorrection, FeedImage, FeedItem } from "./feed.ts";

type ContentOf<Kind extends FeedContent["kind"]> = Extract<FeedContent, { readonly kind: Kind }>;

/**
 * Formats the full content of an item as self-contained HTML: every URL in it is absolute. It uses plain elements only,
 * because feed readers drop classes and styles.
 *
 * @param siteUrl the URL of the site, against which the author's links are resolved
 * @returns UTF-8 without the characters that XML forbids; undefined for an item that has only a summary
 */
export function formatItemContent(item: FeedItem, siteUrl: string, bodies: BodyReader): Utf8 | undefined {
  const { content } = item;
  if (!content) return undefined;
  const { htmlBefore, body, htmlAfter } = getContentParts(content);
  const figureHtml = item.image ? formatFigure(item.image) : "";
  const textHtml = body === undefined ? "" : formatBody(bodies.readUtf8(body), item.url, siteUrl);
  return (stripForbiddenCharacters(figureHtml + htmlBefore) + textHtml + stripForbiddenCharacters(htmlAfter)) as Utf8;
}

/** The key of the author's text, and the HTML before and after it. */
interface ContentParts {
  readonly htmlBefore: string;
  readonly body: BodyKey | undefined;
  readonly htmlAfter: string;
}

function getContentParts(content: FeedContent): ContentParts {
  switch (content.kind) {
    case "article":
      return {
        htmlBefore: formatCorrections(content),
        body: content.body,
        htmlAfter: formatSourceList(content.sources),
      };
    case "corrected":
      return {
        htmlBefore: formatCorrections(content) + formatParagraph(content.summary),
        body: undefined,
        htmlAfter: "",
      };
    case "edition":
      return { htmlBefore: "", body: content.note, htmlAfter: content.sections.map(formatSection).join("") };
  }
}

function formatCorrections({ corrections }: ContentOf<"article" | "corrected">): string {
  return corrections.map(toAside(2)).join("");
}

// A footnote link `#fn1` becomes the item's URL plus `#fn1`. Readers that show an item under its own URL jump within it
// (or open the footnote in place, as NetNewsWire does); all others open the page at the footnote. A bare `#fn1` would
// be resolved against the URL of the feed. Only links contain ` href="#`: quotation marks in an author's text are
// escaped.
function formatBody(text: Html & Utf8, itemUrl: string, siteUrl: string): Utf8 {
  const html = resolveSiteLinks(text, (address) => toUtf8(escapeHtml(toAbsoluteUrl(siteUrl, address))));
  return html.replaceAll(' href="#', () => ` href="${toUtf8(escapeHtml(itemUrl))}#`) as Utf8;
}

function formatFigure({ url, width, height, alt, caption, credit }: FeedImage): string {
  const captionHtml = caption === undefined ? "" : `${escapeHtml(caption)} `;
  return (
    `<figure><img src="${escapeHtml(url)}" width="${width}" height="${height}" alt="${escapeHtml(alt)}">` +
    `<figcaption>${captionHtml}<small>${escapeHtml(credit)}</small></figcaption></figure>\n`
  );
}

// Corrections come before the text, so that a subscriber who has read the item already sees first what was wrong.
function toAside(level: 2 | 4): (correction: FeedCorrection) => string {
  return ({ heading, text }) =>
    `<aside><h${level}>${escapeHtml(heading)}</h${level}><p>${escapeHtml(text)}</p></aside>\n`;
}

function formatParagraph(text: string | undefined): string {
  return text === undefined ? "" : `<p>${escapeHtml(text)}</p>\n`;
}

function formatSourceList({ heading, list }: ContentOf<"article">["sources"]): string {
  return list.length === 0 ? "" : `<h2>${escapeHtml(heading)}</h2>\n<ul>\n${list.map(formatSource).join("")}</ul>\n`;
}

function formatSource({ name, url, published }: ContentOf<"article">["sources"]["list"][number]): string {
  const nameHtml = url === undefined ? escapeHtml(name) : formatLink(url, name);
  return `<li>${nameHtml}${published === undefined ? "" : `, ${escapeHtml(published)}`}</li>\n`;
}

function formatSection({ title, articles }: ContentOf<"edition">["sections"][number]): string {
  const heading = title === undefined ? "" : `<h2>${escapeHtml(title)}</h2>\n`;
  const headlines = articles.map(
    ({ title, url, summary, corrections }) =>
      `<h3>${formatLink(url, title)}</h3>\n${formatParagraph(summary)}${corrections.map(toAside(4)).join("")}`,
  );
  return `<section>\n${heading}${headlines.join("")}</section>\n`;
}

function formatLink(url: string, text: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
}

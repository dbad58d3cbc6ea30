import type { Html } from "./html.ts";

/**
 * Converts HTML to plain text. The URL of a link follows it in angle brackets, unless it is its text; a picture becomes its alt text in
 * brackets, and a footnote reference its number: "agreed [1]".
 *
 * @param html with absolute links
 * @returns one text for each paragraph, heading, list item or table row
 */
export function toParagraphs(html: Html): readonly string[] {
  const paragraphs: string[] = [];
  const lists: List[] = [];
  let [text, marker, href, linkStart] = ["", "", "", 0];
  const endParagraph = () => {
    const paragraph = text.replace(/[ \n]+/g, " ").trim();
    if (paragraph !== "") paragraphs.push(marker + paragraph);
    [text, marker] = ["", paragraph === "" ? marker : ""];
  };
  for (const [markup, isEnd, name = "", attributes = ""] of html.replace(footnoteBackLinks, "").matchAll(tagOrText)) {
    if (name === "") text += decodeEntities(markup);
    else if (name === "a" && isEnd === "") [href, linkStart] = [getAttribute("href", attributes) ?? "", text.length];
    else if (name === "a") text += isShown(href, text.slice(linkStart)) ? ` <${href}>` : "";
    else if (name === "img") text += `[${getAttribute("alt", attributes) ?? ""}]`;
    else if (name === "sup") text += isEnd === "" ? " [" : "]";
    else if (inlineElements.has(name)) text += separatingElements.has(name) ? " " : "";
    else {
      endParagraph();
      if (name === "ol" || name === "ul") updateLists(lists, name, isEnd, attributes);
      else if (name === "li") marker = isEnd === "" ? nextMarker(lists) : "";
    }
  }
  endParagraph();
  return paragraphs;
}

function isShown(href: string, linkText: string): boolean {
  const isBareAddress = href === linkText || href === `mailto:${linkText}` || href === `https://${linkText}`;
  return href !== "" && !href.startsWith("#") && !isBareAddress;
}

/** An open list, with the number of its last item; undefined in an unordered list. */
interface List {
  number: number | undefined;
}

function updateLists(lists: List[], name: "ol" | "ul", isEnd: string | undefined, attributes: string): void {
  if (isEnd !== "") lists.pop();
  else lists.push({ number: name === "ol" ? Number(getAttribute("start", attributes) ?? 1) - 1 : undefined });
}

function nextMarker(lists: readonly List[]): string {
  const list = lists.at(-1);
  if (list?.number === undefined) return "- ";
  list.number += 1;
  return `${list.number}. `;
}

// All markup that the markdown renderer writes. It escapes ">" in attributes.
const tagOrText = /<(\/?)([a-z][a-z\d]*)([^>]*)>|[^<]+/g;
// The link from a footnote back to its reference, which is useless in plain text.
const footnoteBackLinks = / ?<a href="#fnref:[^>]*>.*?<\/a>/g;
const inlineElements = new Set([
  "a",
  "em",
  "strong",
  "s",
  "code",
  "sup",
  "cite",
  "br",
  "picture",
  "source",
  "img",
  "td",
  "th",
]);
const separatingElements = new Set(["br", "td", "th"]);

function getAttribute(name: string, attributes: string): string | undefined {
  const [, value] = new RegExp(` ${name}="([^"]*)"`).exec(attributes) ?? [];
  return value === undefined ? undefined : decodeEntities(value);
}

function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (entity, name: string) => entities[name] ?? entity);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

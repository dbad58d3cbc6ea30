import type { Html } from "./html.ts";

/**
 * A text without its markup, a paragraph, heading, entry of a list or row of a table each. Where a link leads stands
 * behind it in angle brackets; a picture is told by what stands for it.
 *
 * @param html with its links made absolute
 */
export function paragraphsOf(html: Html): readonly string[] {
  const paragraphs: string[] = [];
  let text = "";
  let leadsTo: string | undefined;
  for (const [markup, isEnd, name = "", attributes = ""] of html.matchAll(tagsAndTexts)) {
    if (name === "") text += withoutEntities(markup);
    else if (name === "a" && isEnd === "") leadsTo = attributeIn("href", attributes);
    else if (name === "a") text += leadsTo === undefined || leadsTo.startsWith("#") ? "" : ` <${leadsTo}>`;
    else if (name === "img") text += `[${attributeIn("alt", attributes) ?? ""}]`;
    else if (!inline.has(name)) {
      if (text.trim() !== "") paragraphs.push(text);
      text = name === "li" && isEnd === "" ? "- " : "";
    } else text += name === "br" || name === "td" || name === "th" ? " " : "";
  }
  return [...paragraphs, text].filter((each) => each.trim() !== "").map((each) => each.replace(/[ \n]+/g, " ").trim());
}

// All that the markdown reader writes: no other markup is `Html`, and in an attribute it writes no bare ">".
const tagsAndTexts = /<(\/?)([a-z][a-z\d]*)([^>]*)>|[^<]+/g;
const inline = new Set(["a", "em", "strong", "s", "code", "sup", "cite", "br", "picture", "source", "img", "td", "th"]);

function attributeIn(name: string, attributes: string): string | undefined {
  const [, value] = new RegExp(` ${name}="([^"]*)"`).exec(attributes) ?? [];
  return value === undefined ? undefined : withoutEntities(value);
}

function withoutEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (whole, name: string) => entities[name] ?? whole);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

import type { Html } from "./html.ts";

/**
 * A text without its markup, a paragraph, heading, entry of a list or row of a table each. Where a link leads stands
 * behind it in angle brackets; a picture is told by what stands for it, a footnote by its number: "agreed [1]".
 *
 * @param html with its links made absolute
 */
export function paragraphsOf(html: Html): readonly string[] {
  const paragraphs: string[] = [];
  const lists: List[] = [];
  let [text, mark, leadsTo] = ["", "", ""];
  const end = () => {
    const paragraph = text.replace(/[ \n]+/g, " ").trim();
    if (paragraph !== "") paragraphs.push(mark + paragraph);
    [text, mark] = ["", paragraph === "" ? mark : ""];
  };
  for (const [markup, isEnd, name = "", attributes = ""] of html.replace(waysBack, "").matchAll(tagsAndTexts)) {
    if (name === "") text += withoutEntities(markup);
    else if (name === "a" && isEnd === "") leadsTo = attributeIn("href", attributes) ?? "";
    else if (name === "a") text += leadsTo === "" || leadsTo.startsWith("#") ? "" : ` <${leadsTo}>`;
    else if (name === "img") text += `[${attributeIn("alt", attributes) ?? ""}]`;
    else if (name === "sup") text += isEnd === "" ? " [" : "]";
    else if (inline.has(name)) text += apart.has(name) ? " " : "";
    else {
      end();
      if (name === "ol" || name === "ul") listed(lists, name, isEnd, attributes);
      else if (name === "li") mark = isEnd === "" ? markIn(lists) : "";
    }
  }
  end();
  return paragraphs;
}

/** How many entries an ordered list has so far; undefined of one without numbers. */
interface List {
  last: number | undefined;
}

function listed(lists: List[], name: "ol" | "ul", isEnd: string | undefined, attributes: string): void {
  if (isEnd !== "") lists.pop();
  else lists.push({ last: name === "ol" ? Number(attributeIn("start", attributes) ?? 1) - 1 : undefined });
}

function markIn(lists: readonly List[]): string {
  const list = lists.at(-1);
  if (list?.last === undefined) return "- ";
  list.last += 1;
  return `${list.last}. `;
}

// All that the markdown reader writes: no other markup is `Html`, and in an attribute it writes no bare ">".
const tagsAndTexts = /<(\/?)([a-z][a-z\d]*)([^>]*)>|[^<]+/g;
// From a footnote to where it was referred to: nobody can go there in plain text.
const waysBack = / ?<a href="#fnref:[^>]*>.*?<\/a>/g;
const inline = new Set(["a", "em", "strong", "s", "code", "sup", "cite", "br", "picture", "source", "img", "td", "th"]);
const apart = new Set(["br", "td", "th"]);

function attributeIn(name: string, attributes: string): string | undefined {
  const [, value] = new RegExp(` ${name}="([^"]*)"`).exec(attributes) ?? [];
  return value === undefined ? undefined : withoutEntities(value);
}

function withoutEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (whole, name: string) => entities[name] ?? whole);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

import { slugFor } from "../../values/slug.ts";
import { plainText } from "./reading.ts";
import { htmlToken, type Token } from "./tokens.ts";

/**
 * Puts the headings of a text beneath the page's own, which is the h1: the highest becomes h2 and none skips a level,
 * whatever was typed. Each gets an id from its words, and links to itself, so that it can be copied as an address.
 */
export function setHeadings(tokens: readonly Token[]): void {
  const above: number[] = [];
  const ids = new Map<string, number>();
  tokens.forEach((token, i) => {
    if (token.type !== "heading_open") return;
    const tag = tagBeneath(above, Number(token.tag.slice(1)));
    const inline = tokens[i + 1];
    const words = inline?.children ?? [];
    const id = freshId(slugFor(plainText(words)) ?? "part", ids);
    token.tag = tag;
    token.attrs = [["id", id]];
    const close = tokens[i + 2];
    if (close) close.tag = tag;
    if (inline && words.length > 0 && !words.some(holdsLink))
      inline.children = [htmlToken(`<a href="#${id}">`), ...words, htmlToken("</a>")];
  });
}

// What stands around a text on its page: layouts/parts/ and plan/articles.ts.
const ofFrame = /^(?:text|sources|correction-\d+)$/;

function tagBeneath(above: number[], typed: number): string {
  while ((above.at(-1) ?? 0) >= typed) above.pop();
  above.push(typed);
  return `h${Math.min(6, above.length + 1)}`;
}

/** @param ids each id that is taken, with how often it was wanted */
function freshId(wanted: string, ids: Map<string, number>): string {
  let times = (ids.get(wanted) ?? 0) + 1;
  let id = times === 1 ? wanted : `${wanted}-${times}`;
  while (ids.has(id) || ofFrame.test(id)) id = `${wanted}-${++times}`;
  ids.set(id, 1);
  ids.set(wanted, times);
  return id;
}

// A link cannot stand inside a link: footnotes and pictures with links have become HTML by now.
function holdsLink({ type, content }: Token): boolean {
  return type === "link_open" || (type === "html_inline" && content.includes("<a "));
}

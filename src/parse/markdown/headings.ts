import { isFrameId } from "../../values/frame-ids.ts";
import { toSlug } from "../../values/slug.ts";
import { toPlainText } from "./reading.ts";
import { createHtmlToken, type Token } from "./tokens.ts";

/**
 * Adjusts heading levels to the page, whose title is the h1: the highest level of the text becomes h2, and no level is
 * skipped. Each heading gets an id from its words and a link to itself, so that its URL can be copied. Changes the
 * tokens in place.
 */
export function adjustHeadings(tokens: readonly Token[]): void {
  const openLevels: number[] = [];
  const ids = new Map<string, number>();
  tokens.forEach((token, i) => {
    if (token.type !== "heading_open") return;
    const tag = nestHeading(openLevels, Number(token.tag.slice(1)));
    const inline = tokens[i + 1];
    const children = inline?.children ?? [];
    const id = createUniqueId(toSlug(toPlainText(children)) ?? "part", ids);
    token.tag = tag;
    token.attrs = [["id", id]];
    const close = tokens[i + 2];
    if (close) close.tag = tag;
    if (inline && children.length > 0 && !children.some(containsLink))
      inline.children = [createHtmlToken(`<a href="#${id}">`), ...children, createHtmlToken("</a>")];
  });
}

function nestHeading(openLevels: number[], level: number): string {
  while ((openLevels.at(-1) ?? 0) >= level) openLevels.pop();
  openLevels.push(level);
  return `h${Math.min(6, openLevels.length + 1)}`;
}

/** @param ids ids in use, each with the number of headings that asked for it */
function createUniqueId(baseId: string, ids: Map<string, number>): string {
  let count = (ids.get(baseId) ?? 0) + 1;
  let id = count === 1 ? baseId : `${baseId}-${count}`;
  while (ids.has(id) || isFrameId(id)) id = `${baseId}-${++count}`;
  ids.set(id, 1);
  ids.set(baseId, count);
  return id;
}

// Links cannot be nested. Footnote references are already HTML tokens at this point.
function containsLink({ type, content }: Token): boolean {
  return type === "link_open" || (type === "html_inline" && content.includes("<a "));
}

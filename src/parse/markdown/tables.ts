import { escaped } from "../../values/text/escape.ts";
import { placeOf, plainText, type Reading } from "./reading.ts";
import { htmlToken, type Token } from "./tokens.ts";

/**
 * Puts each table in a region that scrolls by itself on a narrow screen, by keyboard too, and is named by the table's
 * first row that has words. Columns are aligned by class: a page's policy may forbid style attributes.
 */
export function withTables(tokens: readonly Token[], reading: Reading): readonly Token[] {
  if (!tokens.some(({ type }) => type === "table_open")) return tokens;
  const names = new Set<string>();
  reportExcess(tokens, reading);
  return tokens.flatMap((token, i) => {
    if (token.type === "table_open") return [htmlToken(regionStart(freshName(nameOf(tokens, i), names))), token];
    if (token.type === "table_close") return [token, htmlToken("</div>\n")];
    if (token.type === "th_open") dressHead(token, tokens[i + 1], tokens[i + 2]);
    if (token.type === "td_open") token.attrs = [...aligned(token)];
    return [token];
  });
}

function regionStart(name: string): string {
  const named = name === "" ? "" : ` role="region" aria-label="${escaped(name)}"`;
  return `<div class="table"${named} tabindex="0">\n`;
}

function nameOf(tokens: readonly Token[], start: number): string {
  let words: string[] = [];
  for (let i = start; tokens[i] && tokens[i]?.type !== "table_close"; i++) {
    const { type, children } = tokens[i] ?? {};
    if (type === "inline") words.push(plainText(children ?? []).trim());
    if (type !== "tr_close") continue;
    words = words.filter((each) => each !== "");
    if (words.length > 0) return words.join(", ");
  }
  return "";
}

// Two regions of one name could not be told apart by those who hear them.
function freshName(name: string, names: Set<string>): string {
  let fresh = name;
  for (let i = 2; fresh !== "" && names.has(fresh); i++) fresh = `${name} (${i})`;
  names.add(fresh);
  return fresh;
}

// A head without words, such as the corner above a column of names, heads nothing.
function dressHead(head: Token, words: Token | undefined, close: Token | undefined): void {
  const attributes = aligned(head);
  if (words?.content !== "") head.attrs = [["scope", "col"], ...attributes];
  else {
    head.attrs = [...attributes];
    head.tag = "td";
    if (close) close.tag = "td";
  }
}

function aligned(cell: Token): readonly [string, string][] {
  const style = String(cell.attrGet("style") ?? "");
  if (style.endsWith("right")) return [["class", "end"]];
  return style.endsWith("center") ? [["class", "middle"]] : [];
}

// What stands beyond the last column is dropped by markdown-it, as by GitHub.
function reportExcess(tokens: readonly Token[], reading: Reading): void {
  let columns = 0;
  for (const { type, map } of tokens) {
    if (type === "table_open") columns = 0;
    if (type === "th_open") columns++;
    const line = map?.[0] ?? 0;
    if (type !== "tr_open" || columns === 0 || cellsIn(reading.lines[line] ?? "") <= columns) continue;
    reading.problems.push({
      at: placeOf(reading, "", line),
      what: "text: this row of a table has more cells than its head, and the last would be lost.",
      advice: "Take the last cell out, or add a column to the head. A bar that is a cell's text is written \\|.",
    });
  }
}

function cellsIn(row: string): number {
  const inner = row.replace(/^[>\s]*\|?/, "").replace(/(?<!\\)\|\s*$/, "");
  return inner.split(/(?<!\\)\|/).length;
}

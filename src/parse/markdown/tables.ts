import { escapeHtml } from "../../values/text/escape.ts";
import { locateText, type MarkdownState, toPlainText } from "./reading.ts";
import { createHtmlToken, type Token } from "./tokens.ts";

/**
 * Wraps each table in a region that scrolls on narrow screens, by keyboard too. Its label is the first row of the table
 * that has text. Columns are aligned by class, because a content security policy may forbid style attributes.
 */
export function rewriteTables(tokens: readonly Token[], state: MarkdownState): readonly Token[] {
  if (!tokens.some(({ type }) => type === "table_open")) return tokens;
  const names = new Map<string, number>();
  reportExtraCells(tokens, state);
  return tokens.flatMap((token, i) => {
    if (token.type === "table_open")
      return [createHtmlToken(renderRegionStart(createUniqueName(getTableName(tokens, i), names))), token];
    if (token.type === "table_close") return [token, createHtmlToken("</div>\n")];
    if (token.type === "th_open") rewriteHeaderCell(token, tokens[i + 1], tokens[i + 2]);
    if (token.type === "td_open") token.attrs = [...getAlignmentClass(token)];
    return [token];
  });
}

function renderRegionStart(name: string): string {
  const label = name === "" ? "" : ` role="region" aria-label="${escapeHtml(name)}"`;
  return `<div class="table"${label} tabindex="0">\n`;
}

function getTableName(tokens: readonly Token[], start: number): string {
  let cellTexts: string[] = [];
  for (let i = start; tokens[i] && tokens[i]?.type !== "table_close"; i++) {
    const { type, children } = tokens[i] ?? {};
    if (type === "inline") cellTexts.push(toPlainText(children ?? []).trim());
    if (type !== "tr_close") continue;
    cellTexts = cellTexts.filter((text) => text !== "");
    if (cellTexts.length > 0) return cellTexts.join(", ");
  }
  return "";
}

/**
 * Screen reader users could not distinguish two regions of the same name.
 *
 * @param names names in use, each with the number of tables that asked for it
 */
function createUniqueName(name: string, names: Map<string, number>): string {
  if (name === "") return name;
  let count = (names.get(name) ?? 0) + 1;
  let uniqueName = count === 1 ? name : `${name} (${count})`;
  while (names.has(uniqueName)) uniqueName = `${name} (${++count})`;
  names.set(uniqueName, 1);
  names.set(name, count);
  return uniqueName;
}

// A header cell without text, such as the corner above a column of names, is not a header: it becomes a td.
function rewriteHeaderCell(cell: Token, inline: Token | undefined, close: Token | undefined): void {
  const attributes = getAlignmentClass(cell);
  if (inline?.content !== "") cell.attrs = [["scope", "col"], ...attributes];
  else {
    cell.attrs = [...attributes];
    cell.tag = "td";
    if (close) close.tag = "td";
  }
}

function getAlignmentClass(cell: Token): readonly [string, string][] {
  const style = String(cell.attrGet("style") ?? "");
  if (style.endsWith("right")) return [["class", "end"]];
  return style.endsWith("center") ? [["class", "middle"]] : [];
}

// markdown-it drops cells beyond the last column, as GitHub does.
function reportExtraCells(tokens: readonly Token[], state: MarkdownState): void {
  let columns = 0;
  for (const { type, map } of tokens) {
    if (type === "table_open") columns = 0;
    if (type === "th_open") columns++;
    const line = map?.[0] ?? 0;
    if (type !== "tr_open" || columns === 0 || countCells(state.lines[line] ?? "") <= columns) continue;
    state.problems.push({
      at: locateText(state, "", line),
      what: "text: this table row has more cells than the header, and the extra cells would be lost.",
      advice: "Remove the extra cells, or add a column to the header. Write a bar inside a cell as \\|.",
    });
  }
}

function countCells(row: string): number {
  const inner = row.replace(/^[>\s]*\|?/, "").replace(/(?<!\\)\|\s*$/, "");
  return inner.split(/(?<!\\)\|/).length;
}

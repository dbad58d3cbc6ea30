import { inPlainQuotes } from "../../../values/problem.ts";
import { placeholders } from "../../unsupported/pattern.ts";
import {
  type BlockKind,
  describeMarkupInPlainText,
  findUnsupportedMarkup,
  type UnsupportedMarkup,
} from "../../unsupported/unsupported.ts";
import { locateText, type MarkdownState, toPlainText } from "../reading.ts";
import type { Token } from "../tokens.ts";

/**
 * Reports markup of other dialects in the inline tokens of one block: it would be published as it was typed. Code, and
 * what a backslash escapes, may look like any markup.
 *
 * @param line of the block, from 0 at the start of the text
 */
export function reportUnsupportedMarks(
  inlineTokens: readonly Token[],
  block: BlockKind,
  line: number,
  state: MarkdownState,
): void {
  for (const image of inlineTokens) if (image.type === "image") reportInPicture(image, line, state);
  reportFormulas(inlineTokens, line, state);
  reportUnevenEmphasis(inlineTokens, line, state);
  const text = inlineTokens.length === 1 ? toMarkedText(inlineTokens[0]) : inlineTokens.map(toMarkedText).join("");
  const marks = findUnsupportedMarkup(text, block);
  let start = 0;
  let markLine = line;
  for (const { mark, index, name, advice } of withoutPairs(marks)) {
    for (; start < index; start++) if (text[start] === "\n") markLine += 1;
    const typedMark = mark.replace(/[\uFDD0-\uFDD2]+/g, "…").replace(/\n[\s\S]*/, "…");
    state.problems.push({
      at: locateText(state, getTypedStart(mark), markLine),
      what: `text: ${inPlainQuotes(typedMark)} is ${name}, and readers would see it as it is typed.`,
      advice: `${advice}${adviseEscape(typedMark)}`,
    });
  }
}

/** Reports formulas between \\( and \\) or \\[ and \\]: markdown reads their marks as escaped brackets. */
function reportFormulas(inlineTokens: readonly Token[], line: number, state: MarkdownState): void {
  if (!inlineTokens.some(({ markup }) => markup === "\\(" || markup === "\\[")) return;
  const text = inlineTokens.map(({ type, content, markup }) => (type === "text_special" ? markup : content)).join("");
  const formula = (text.match(escapedBrackets) ?? []).find((words) => texMark.test(words));
  if (formula === undefined) return;
  state.problems.push({
    at: locateText(state, formula.slice(0, 2), line),
    what: `text: ${inPlainQuotes(formula.replace(/\n[\s\S]*/, "…"))} is a formula of TeX, and readers would see it without its backslashes.`,
    advice: "Write it in words and characters; to show brackets, write them without backslashes.",
  });
}

const escapedBrackets = /\\\((?:(?!\\[()])[\s\S]){1,600}\\\)|\\\[(?:(?!\\[[\]])[\s\S]){1,600}\\\]/g;
const texMark = /\^|_[\d{]|\\[a-z]|^\\\([\s\S]*[_=]/i;

/** Reports emphasis that is opened with more marks than close it: "**words*". */
function reportUnevenEmphasis(inlineTokens: readonly Token[], line: number, state: MarkdownState): void {
  let tokenLine = line;
  inlineTokens.forEach(({ type, markup, nesting }, i) => {
    if (type === "softbreak" || type === "hardbreak") tokenLine += 1;
    const previous = inlineTokens[i - 1];
    if (nesting !== 1 || !/^(?:em|strong)_open$/.test(type) || previous?.type !== "text") return;
    const mark = markup.charAt(0);
    if (!previous.content.endsWith(mark)) return;
    const typedMark = mark + markup;
    state.problems.push({
      at: locateText(state, typedMark, tokenLine),
      what: `text: the emphasis that begins with ${typedMark} ends with fewer marks, and readers would see what is left of them.`,
      advice: `End it with ${typedMark}, or write a backslash before the first ${mark}`,
    });
  });
}

function toMarkedText(token: Token | undefined): string {
  if (token === undefined || token.nesting !== 0) return "";
  const { type, content, info, markup } = token;
  if (type === "text") return content;
  if (type === "softbreak" || type === "hardbreak") return "\n";
  if (info === "auto") return placeholders.address;
  // A backslash before a letter is no escape: it stays in the text.
  if (type === "text_special") return content === markup ? content : placeholders.parsed;
  return type === "code_inline" ? placeholders.code : placeholders.parsed;
}

/** Leaves out the end tags whose start tag stands in the same block: one line for each element is enough. */
function withoutPairs(marks: readonly UnsupportedMarkup[]): readonly UnsupportedMarkup[] {
  const openNames = new Set<string>();
  return marks.filter(({ mark }) => {
    const [, slash, name = ""] = /^[<[](\/?)([a-z][\w:.-]*)/i.exec(mark) ?? [];
    if (slash === "") openNames.add(name.toLowerCase());
    return slash !== "/" || !openNames.has(name.toLowerCase());
  });
}

/** The part of a mark that stands on one line of the source as it is. */
function getTypedStart(mark: string): string {
  return /^[\uFDD0-\uFDD2]*([^\n\uFDD0-\uFDD2]*)/.exec(mark)?.[1] ?? "";
}

// Bullets of other alphabets cannot be escaped.
function adviseEscape(mark: string): string {
  const escapedMark = mark.startsWith("**")
    ? mark.replaceAll("*", "\\*")
    : mark.replace(/^!\[/, "!\\[").replace(/^(?!!\\)([^!-/:-@[-`{-~]*)([!-/:-@[-`{-~])/, "$1\\$2");
  return escapedMark === mark || /^[^\0-\x7F…]/.test(mark)
    ? ""
    : ` To show it as it is, write ${inPlainQuotes(truncate(escapedMark))}.`;
}

function truncate(mark: string): string {
  return mark.length > 30 ? `${mark.slice(0, 20)}…` : mark;
}

// A description and a caption are plain text.
function reportInPicture(image: Token, line: number, state: MarkdownState): void {
  for (const text of [toPlainText(image.children ?? []), String(image.attrGet("title") ?? "")]) {
    const problem = describeMarkupInPlainText(text);
    if (problem === undefined) continue;
    const at = locateText(state, String(image.attrGet("src") ?? ""), line);
    state.problems.push({ at, what: `text: ${problem.what}`, advice: problem.advice });
  }
}

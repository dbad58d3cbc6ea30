// In: a text whose markdown is already parsed, or a text that is not markdown. Out: markup of other dialects in it.

import { inQuotes, type ProblemText } from "../../values/problem.ts";
import { decodeVisibleEntities } from "./entities.ts";
import { htmlPatterns } from "./html.ts";
import { inlinePatterns, markdownPatterns } from "./inline-marks.ts";
import { linePatterns, paragraphPatterns } from "./line-marks.ts";
import { findMatches, placeholders, type UnsupportedMarkup } from "./pattern.ts";
import { shortcodePatterns } from "./shortcodes.ts";

export type { UnsupportedMarkup };

/** Where a piece of text stands: this decides which marks can be meant at the start of its lines. */
export type BlockKind = "paragraph" | "item" | "other";

/**
 * Finds markup of other dialects in the text of one block.
 *
 * @param text the text of the block, with `placeholders` for what markdown has parsed
 */
export function findUnsupportedMarkup(text: string, block: BlockKind): readonly UnsupportedMarkup[] {
  if (!hasSuspectCharacters(text) && (block === "other" || !hasSuspectLineStart(text))) return [];
  return findMatches(text, patternsByBlock[block]);
}

/** Describes the first markup in a text that is not markdown, such as a title; undefined if there is none. */
export function describeMarkupInPlainText(text: string): ProblemText | undefined {
  if (!hasSuspectCharacters(text) && !suspectPlainCharacters.test(text)) return undefined;
  const [first] = findMatches(text, plainTextPatterns);
  if (first === undefined) return undefined;
  const what = `${inQuotes(first.mark)} is ${first.name}, and this text is shown as it is typed.`;
  const decodedText = first.mark.startsWith("&") ? decodeVisibleEntities(text) : text;
  if (decodedText !== text) return { what, advice: `Write: ${decodedText}` };
  // The advice for a text in markdown does not hold here.
  const isPlainAdvice = first.mark.startsWith("&") || markdownPatterns.some(({ name }) => name === first.name);
  return { what, advice: isPlainAdvice ? first.advice : "Delete it: titles, summaries and captions are plain words." };
}

/** Removes all markup from a text that is not markdown, such as a title, and keeps its words. */
export function removeMarkup(text: string): string {
  let result = decodeVisibleEntities(text);
  // A mark can stand inside another one; each round removes at least one character.
  for (
    let marks = findMatches(result, plainTextPatterns);
    marks.length > 0;
    marks = findMatches(result, plainTextPatterns)
  )
    result = marks.reduceRight(
      (rest, { mark, index }) => rest.slice(0, index) + keepWords(mark) + rest.slice(index + mark.length),
      result,
    );
  return result;
}

function keepWords(mark: string): string {
  if (/^<[a-z/!?%]/i.test(mark)) return "";
  const [, words] = /^!?\[([^[\]]+)\][([]/.exec(mark) ?? [];
  return (
    words ??
    mark.replace(/[!-/:-@[-`{-~\uFDD0-\uFDD2•‣◦▪●⁃∙]+/g, (marks) =>
      marks.length > 1 ? "" : /^[,.'-]$/.test(marks) ? marks : "",
    )
  );
}

const sharedPatterns = [...htmlPatterns, ...shortcodePatterns, ...inlinePatterns];
const patternsByBlock = {
  other: sharedPatterns,
  item: [...htmlPatterns, ...shortcodePatterns, ...linePatterns, ...inlinePatterns],
  paragraph: [...htmlPatterns, ...shortcodePatterns, ...linePatterns, ...paragraphPatterns, ...inlinePatterns],
};
const plainTextPatterns = [...htmlPatterns, ...shortcodePatterns, ...markdownPatterns, ...sharedPatterns];

// First checks: nearly all texts fail them, and the exact patterns take fifty times as long.
function hasSuspectCharacters(text: string): boolean {
  if (rareCharacters.test(text) && suspectCharacters.test(text)) return true;
  if (text.includes("//") || text.includes("''") || text.includes("--8")) return true;
  return text.includes(":") && (text.includes(`":${placeholders.address}`) || wordInColons.test(text));
}

const rareCharacters = /[<{[^~\\|`$=+%*&\uFDD1]/;
const suspectCharacters = /[<{[^~\\|`]|\$[^\s\d.]|==|\+\+|%%|\*\*|\uFDD1_|&[#a-z]/i;
const wordInColons = /:[a-z+-][\w+-]*:/i;

function hasSuspectLineStart(text: string): boolean {
  if (text.includes("::")) return true;
  for (let start = 0; start >= 0; start = text.indexOf("\n", start) + 1 || -1) {
    suspectLineStart.lastIndex = start;
    if (suspectLineStart.test(text)) return true;
  }
  return false;
}

const suspectLineStart =
  /[#:=•‣◦▪●⁃∙]|[*+-][\p{L}\u00A0[*+=-]|\.\.|!!!|\?\?\?|@(?:start|end)|""|h\d|bq|fn\d|import |export |\d+[.)]\p{L}/uy;
const suspectPlainCharacters = /\*\*|__|^#/;

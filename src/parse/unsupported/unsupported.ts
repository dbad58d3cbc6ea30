// In: a text whose markdown is already parsed, or a text that is not markdown. Out: markup of other dialects in it.

import { inQuotes, type ProblemText } from "../../values/problem.ts";
import { decodeVisibleEntities } from "./entities.ts";
import { htmlPatterns } from "./html.ts";
import { inlinePatterns, markdownPatterns } from "./inline-marks.ts";
import { linePatterns, paragraphPatterns } from "./line-marks.ts";
import { findMatches, type UnsupportedMarkup } from "./pattern.ts";
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
  if (!suspectCharacters.test(text) && (block === "other" || !suspectLineStart.test(text))) return [];
  return findMatches(text, patternsByBlock[block]);
}

/** Describes the first markup in a text that is not markdown, such as a title; undefined if there is none. */
export function describeMarkupInPlainText(text: string): ProblemText | undefined {
  if (!suspectCharacters.test(text) && !suspectPlainCharacters.test(text)) return undefined;
  const [first] = findMatches(text, plainTextPatterns);
  if (first === undefined) return undefined;
  const decodedText = first.name === entityName ? decodeVisibleEntities(text) : text;
  return {
    what: `${inQuotes(first.mark)} is ${first.name}, and this text is shown as it is typed.`,
    advice: decodedText === text ? first.advice : `Write ${inQuotes(decodedText)}`,
  };
}

const entityName = "an HTML entity";
const sharedPatterns = [...htmlPatterns, ...shortcodePatterns, ...inlinePatterns];
const patternsByBlock = {
  other: sharedPatterns,
  item: [...htmlPatterns, ...shortcodePatterns, ...linePatterns, ...inlinePatterns],
  paragraph: [...htmlPatterns, ...shortcodePatterns, ...linePatterns, ...paragraphPatterns, ...inlinePatterns],
};
const plainTextPatterns = [...htmlPatterns, ...shortcodePatterns, ...markdownPatterns, ...sharedPatterns];

// First checks. Nearly all texts do not match, and the exact patterns take fifty times as long.
const suspectCharacters = /[<{[^~\\|`]|\$[^\s\d.]|==|\+\+|%%|\/\/|''|\*\*|\uFDD1_|--8|&[#a-z]|:[a-z+-][\w+-]*:/i;
const suspectLineStart = /^[#:=*+.•‣◦▪●⁃∙!?@"-]|^(?:h\d|bq|fn\d|import |export |\d+[.)]\p{L})|::(?:\s|$)/mu;
const suspectPlainCharacters = /[*_#]/;

// In: a text whose markdown is already parsed, or a text that is not markdown. Out: markup of other dialects in it.

import { inPlainQuotes, type ProblemText } from "../../values/problem.ts";
import { decodeVisibleEntities } from "./entities.ts";
import { htmlPatterns } from "./html.ts";
import { inlinePatterns, markdownPatterns } from "./inline-marks.ts";
import { itemPatterns, linePatterns, otherPatterns, paragraphPatterns } from "./line-marks.ts";
import { findMatches, placeholders, type UnsupportedMarkup } from "./pattern.ts";
import { mayHaveProgramMarks, programPatterns } from "./program-marks.ts";
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
  if (!hasSuspectCharacters(text) && (block === "other" ? !text.includes("\n") : !hasSuspectLineStart(text))) return [];
  return withoutPairs(findMatches(text, patternsByBlock[block]));
}

/** Describes all markup in a text that is not markdown, such as a title. Entities have one line with the whole text. */
export function describeMarkupInPlainText(text: string): readonly ProblemText[] {
  if (!hasSuspectCharacters(text) && !suspectPlainCharacters.test(text)) return [];
  const marks = withoutPairs(findMatches(text, plainTextPatterns));
  const isOnlyEntities = marks.every(({ mark }) => mark.startsWith("&"));
  const problems = (isOnlyEntities ? marks.slice(0, 1) : marks).map((mark) => describeMark(mark, text, isOnlyEntities));
  return [...new Map(problems.map((problem) => [problem.what, problem])).values()];
}

function describeMark(mark: UnsupportedMarkup, text: string, isOnlyEntities: boolean): ProblemText {
  const typedMark = mark.mark.replace(/[\uFDD0-\uFDD2]+/g, "…");
  const what = `${inPlainQuotes(typedMark)} is ${mark.name}, and this text is shown as it is typed.`;
  const decodedText = isOnlyEntities ? decodeVisibleEntities(text) : text;
  if (decodedText !== text) return { what, advice: `Write: ${decodedText}` };
  // The advice for a text in markdown does not hold here.
  const isPlainAdvice = mark.mark.startsWith("&") || markdownPatterns.some(({ name }) => name === mark.name);
  return { what, advice: isPlainAdvice ? mark.advice : "Delete it: titles, summaries and captions are plain words." };
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

/** Removes all markup from a text that is not markdown, such as a title, and keeps its words. */
export function removeMarkup(text: string): string {
  let result = decodeVisibleEntities(text);
  // A mark can stand inside another one. A mark without punctuation, such as a line of a program, cannot be removed.
  for (let round = 0; round < maxMarkDepth; round++) {
    const marks = findMatches(result, plainTextPatterns);
    if (marks.length === 0) return result;
    result = marks.reduceRight(
      (rest, { mark, index }) => rest.slice(0, index) + keepWords(mark) + rest.slice(index + mark.length),
      result,
    );
  }
  return result;
}

const maxMarkDepth = 8;

function keepWords(mark: string): string {
  if (/^<[a-z/!?%]/i.test(mark)) return "";
  const [, words] = /^!?\[([^[\]]+)\][([]/.exec(mark) ?? [];
  if (words !== undefined) return words;
  return mark.replace(/[!-/:-@[-`{-~\uFDD0-\uFDD2•‣◦▪●⁃∙]+/g, (marks) => (/^[,.'-]$/.test(marks) ? marks : ""));
}

const wordPatterns = [...programPatterns, ...htmlPatterns, ...shortcodePatterns];
const sharedPatterns = [...wordPatterns, ...inlinePatterns];
const patternsByBlock = {
  other: [...wordPatterns, ...otherPatterns, ...inlinePatterns],
  item: [...wordPatterns, ...itemPatterns, ...linePatterns, ...inlinePatterns],
  paragraph: [...wordPatterns, ...linePatterns, ...paragraphPatterns, ...inlinePatterns],
};
const plainTextPatterns = [...wordPatterns, ...markdownPatterns, ...sharedPatterns];

// First checks: nearly all texts fail them, and the exact patterns take fifty times as long.
function hasSuspectCharacters(text: string): boolean {
  if (rareCharacters.test(text) && suspectCharacters.test(text)) return true;
  if (mayHaveProgramMarks(text)) return true;
  if (text.includes("//") || text.includes("''") || text.includes("--8")) return true;
  return text.includes(":") && (text.includes(`":${placeholders.address}`) || wordInColons.test(text));
}

const rareCharacters = /[<{[^~\\|`$=+%*&@!_\uFDD1]/;
const suspectCharacters =
  /[<{[^~\\|`]|\$[^\s\d.]|==|\+\+|%%|%[a-z]+[%._]|\*\*|[\uFDD1]_|&[#a-z]|@[a-z]+[(]|@end|[!@]include|![\w./%-]+\.|!\uFDD2|!\(|\s[*_](?:[\s.,;:!?)»”"]|$)/i;
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
  /[#:;=•‣◦▪●⁃∙·→►▶➤✓✔✅☑❌❗🔹🔸👉📌＃﹟.(/%?!'+]|[AaаA][.)]|[^\t\n]*\S\t|-> |[*+-][\p{L}\u00A0[*+=-]|\.\.|!!!|\?\?\?|@(?:start|end)|""|h\d|bq|fn\d|import |export |\d+[.)]\p{L}/uy;
const suspectPlainCharacters = /\*\*|__|^#/;

import type { Language } from "../../values/language.ts";
import type { Token } from "./tokens.ts";

/**
 * Replaces straight quotation marks, hyphens and dots in plain text by the quotation marks, dashes and ellipses of its
 * language: English “a ‘b’ c”, Russian and Ukrainian «a „b“ c». Idempotent. Ambiguous characters stay as typed.
 *
 * `"A" -- 1914--18...` is “A” — 1914–18… in English; a hyphen between spaces is a dash in Russian and Ukrainian.
 */
export function applySmartPunctuation(text: string, language: Language): string {
  return plainPunctuation.test(text) ? replaceQuotes(replaceDashes(text, language), language) : text;
}

/** Does the same for the inline tokens of one block, across markup. Code, URLs and escaped characters stay as typed. */
export function punctuateTokens(inlineTokens: readonly Token[], language: Language): void {
  if (!inlineTokens.some(({ type, content }) => type === "text" && plainPunctuation.test(content))) return;
  const rewritable = findRewritableTokens(inlineTokens);
  const pieces = applySmartPunctuation(
    inlineTokens.map((token, i) => (rewritable[i] ? token.content : getPlaceholder(token))).join(tokenSeparator),
    language,
  );
  pieces.split(tokenSeparator).forEach((piece, i) => {
    const token = inlineTokens[i];
    if (token && rewritable[i]) token.content = piece;
  });
}

const plainPunctuation = /["']|--|\.\.\.|\s-\s/;

// Separates tokens. It is a noncharacter, so it does not occur in texts (characters.ts). The rules skip it.
const tokenSeparator = "\uFDD0";

function findRewritableTokens(inlineTokens: readonly Token[]): readonly boolean[] {
  let autolinkDepth = 0;
  return inlineTokens.map(({ type, info, nesting }) => {
    if (info === "auto") autolinkDepth += nesting;
    return type === "text" && autolinkDepth === 0;
  });
}

function getPlaceholder({ type, content }: Token): string {
  if (type === "softbreak" || type === "hardbreak") return "\n";
  if (type === "text_special" && /^\s$/.test(content)) return content;
  return content === "" ? "" : "x";
}

function replaceDashes(text: string, language: Language): string {
  if (!possibleDash.test(text)) return text;
  return text.replace(dashes, (dash: string, index: number) => {
    if (dash === "...") return "…";
    const previousCharacter = findNeighbour(text, index - 1, -1);
    const nextCharacter = findNeighbour(text, index + dash.length, 1);
    if (dash === "-") return language === "en" || getSurroundings(text, index) === "digits" ? dash : "—";
    if (isSpace(previousCharacter) !== isSpace(nextCharacter)) return dash;
    return isDigit(previousCharacter) && isDigit(nextCharacter) && dash === "--" ? "–" : "—";
  });
}

// A fast first check without lookbehind, which takes several times as long at every character.
const possibleDash = /--|\.\.\.|\s-\s/;
const dashes = /(?<!-)-{2,3}(?!-)|(?<!\.)\.{3}(?!\.)|(?<=\s)-(?=\s)/g;

// "5 - 3" may be a subtraction or a score.
function getSurroundings(text: string, index: number): "digits" | "words" {
  return /\d\s+$/.test(text.slice(Math.max(0, index - 9), index)) && /^-\s+\d/.test(text.slice(index, index + 9))
    ? "digits"
    : "words";
}

/** The first character from an index on, in one direction, that is not a separator; "" beyond the ends of the text. */
function findNeighbour(text: string, start: number, step: 1 | -1): string {
  let index = start;
  while (text[index] === tokenSeparator) index += step;
  return text[index] ?? "";
}

function isSpace(character: string): boolean {
  return character === "" || /\s/.test(character);
}

function isDigit(character: string): boolean {
  return /\d/.test(character);
}

interface Mark {
  readonly index: number;
  readonly character: string;
  readonly role: Role;
}

type Role = "opens" | "closes" | "apostrophe" | "unclear";

// Each character pairs only with the same character, whatever is between them. This makes the replacement idempotent.
function replaceQuotes(text: string, language: Language): string {
  const marks = findMarks(text, language);
  const closers = pairMarks(marks);
  const replacements = new Map<number, string>();
  const closingQuotes = new Map<number, string>();
  let depth = 0;
  marks.forEach((mark, i) => {
    const closer = closers.get(i);
    const changesDepth = mark.character !== "'" || language !== "en";
    if (mark.character === "«") depth++;
    else if (mark.character === "»") depth = Math.max(0, depth - 1);
    else if (closer !== undefined) {
      const [open, close] = getQuotePair(language, mark.character, depth);
      replacements.set(mark.index, open);
      closingQuotes.set(closer, close);
      if (changesDepth) depth++;
    } else if (closingQuotes.has(i)) {
      replacements.set(mark.index, closingQuotes.get(i) ?? "");
      if (changesDepth) depth--;
    } else if (isApostrophe(mark, text)) replacements.set(mark.index, "’");
  });
  return text.replace(quoteCharacters, (character: string, index: number) => replacements.get(index) ?? character);
}

const quoteCharacters = /["'«»]/g;

function getQuotePair(language: Language, character: string, depth: number): readonly [string, string] {
  if (language !== "en") return depth % 2 === 0 ? ["«", "»"] : ["„", "“"];
  return character === '"' && depth % 2 === 0 ? ["“", "”"] : ["‘", "’"];
}

/** Maps the index of each opening mark to the index of the mark that closes it. */
function pairMarks(marks: readonly Mark[]): ReadonlyMap<number, number> {
  const openers: Record<string, number[]> = { '"': [], "'": [] };
  const closers = new Map<number, number>();
  marks.forEach(({ character, role }, i) => {
    if (role === "opens") openers[character]?.push(i);
    const opener = role === "closes" ? openers[character]?.pop() : undefined;
    if (opener !== undefined) closers.set(opener, i);
  });
  return closers;
}

// An opening mark that nothing closes is an apostrophe if a word follows: ’tis.
function isApostrophe({ index, character, role }: Mark, text: string): boolean {
  if (character !== "'" || role === "unclear") return false;
  return role !== "opens" || isLetterOrDigit(findNeighbour(text, index + 1, 1));
}

function findMarks(text: string, language: Language): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { 0: character, index } of text.matchAll(quoteCharacters)) {
    const previousMark = marks.at(-1);
    const previousCharacter = findNeighbour(text, index - 1, -1);
    const followsOpener =
      previousMark?.role === "opens" &&
      text[previousMark.index] === previousCharacter &&
      isAdjacent(text, previousMark.index, index);
    marks.push({
      index,
      character,
      role: classifyMark(
        character,
        followsOpener ? "(" : previousCharacter,
        findNeighbour(text, index + 1, 1),
        language,
      ),
    });
  }
  return marks;
}

function isAdjacent(text: string, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (text[i] !== tokenSeparator) return false;
  return true;
}

function classifyMark(character: string, previousCharacter: string, nextCharacter: string, language: Language): Role {
  if (character === "«" || character === "»") return "unclear";
  if (
    character === "'" &&
    isLetterOrDigit(nextCharacter) &&
    (isLetterOrDigit(previousCharacter) || isDigit(nextCharacter))
  )
    return "apostrophe";
  const startsWord =
    isSpace(previousCharacter) ||
    "([{<«„‚‹/".includes(previousCharacter) ||
    (language === "en" && "“‘".includes(previousCharacter));
  const startsWordAfterDash =
    "-–—".includes(previousCharacter) && (isLetterOrDigit(nextCharacter) || quoteMarks.includes(nextCharacter));
  if (!isSpace(nextCharacter) && (startsWord || startsWordAfterDash)) return "opens";
  return isSpace(previousCharacter) ? "unclear" : "closes";
}

const quoteMarks = "\"'«»„“”‘’";

function isLetterOrDigit(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

import type { Language } from "../../values/language.ts";
import type { Token } from "./tokens.ts";

/**
 * Plain text with the quotation marks, dashes and ellipses of its language: English “a ‘b’ c”, Russian and Ukrainian
 * «a „b“ c». Twice is the same as once. What could be meant in two ways stays as it was typed.
 *
 * `"A" -- 1914--18...` is “A” — 1914–18… in English; a hyphen between spaces is a dash in Russian and Ukrainian.
 */
export function typographic(text: string, language: Language): string {
  return mayNeedCare.test(text) ? quoted(dashed(text, language), language) : text;
}

/** Does the same for the words of one block, across its markup. Code, addresses and escaped characters stay as typed. */
export function typeset(words: readonly Token[], language: Language): void {
  if (!words.some(({ type, content }) => type === "text" && mayNeedCare.test(content))) return;
  const own = ownWords(words);
  const pieces = typographic(words.map((token, i) => (own[i] ? token.content : standIn(token))).join(seam), language);
  pieces.split(seam).forEach((piece, i) => {
    const token = words[i];
    if (token && own[i]) token.content = piece;
  });
}

const mayNeedCare = /["']|--|\.\.\.|\s-\s/;

// Marks where one token ends; a noncharacter, so no text holds it (markdown-characters.ts). Rules look through it.
const seam = "\uFDD0";

function ownWords(words: readonly Token[]): readonly boolean[] {
  let address = 0;
  return words.map(({ type, info, nesting }) => {
    if (info === "auto") address += nesting;
    return type === "text" && address === 0;
  });
}

function standIn({ type, content }: Token): string {
  if (type === "softbreak" || type === "hardbreak") return "\n";
  if (type === "text_special" && /^\s$/.test(content)) return content;
  return content === "" ? "" : "x";
}

function dashed(text: string, language: Language): string {
  if (!mayHoldDash.test(text)) return text;
  return text.replace(dashes, (typed: string, at: number) => {
    if (typed === "...") return "…";
    const before = beside(text, at - 1, -1);
    const after = beside(text, at + typed.length, 1);
    if (typed === "-") return language === "en" || between(text, at) === "digits" ? typed : "—";
    if (isSpace(before) !== isSpace(after)) return typed;
    return isDigit(before) && isDigit(after) && typed === "--" ? "–" : "—";
  });
}

// Without looking behind, which takes several times as long at every character.
const mayHoldDash = /--|\.\.\.|\s-\s/;
const dashes = /(?<!-)-{2,3}(?!-)|(?<!\.)\.{3}(?!\.)|(?<=\s)-(?=\s)/g;

// "5 - 3" may be a sum or a score.
function between(text: string, at: number): "digits" | "words" {
  return /\d\s+$/.test(text.slice(Math.max(0, at - 9), at)) && /^-\s+\d/.test(text.slice(at, at + 9))
    ? "digits"
    : "words";
}

/** The character at a place, or the next one in a direction that is no seam; "" at the ends of the text. */
function beside(text: string, at: number, step: 1 | -1): string {
  let place = at;
  while (text[place] === seam) place += step;
  return text[place] ?? "";
}

function isSpace(character: string): boolean {
  return character === "" || /\s/.test(character);
}

function isDigit(character: string): boolean {
  return /\d/.test(character);
}

interface Mark {
  readonly at: number;
  readonly typed: string;
  readonly role: Role;
}

type Role = "opens" | "closes" | "apostrophe" | "unclear";

// Each kind of mark pairs with its own kind, whatever stands between: so what was left alone once is left alone again.
function quoted(text: string, language: Language): string {
  const marks = marksIn(text, language);
  const closers = pairs(marks);
  const written = new Map<number, string>();
  const closing = new Map<number, string>();
  let depth = 0;
  marks.forEach((mark, i) => {
    const closer = closers.get(i);
    const counts = mark.typed !== "'" || language !== "en";
    if (mark.typed === "«") depth++;
    else if (mark.typed === "»") depth = Math.max(0, depth - 1);
    else if (closer !== undefined) {
      const [open, close] = shapes(language, mark.typed, depth);
      written.set(mark.at, open);
      closing.set(closer, close);
      if (counts) depth++;
    } else if (closing.has(i)) {
      written.set(mark.at, closing.get(i) ?? "");
      if (counts) depth--;
    } else if (isApostrophe(mark, text)) written.set(mark.at, "’");
  });
  return text.replace(marksAndTyped, (typed: string, at: number) => written.get(at) ?? typed);
}

const marksAndTyped = /["'«»]/g;

function shapes(language: Language, typed: string, depth: number): readonly [string, string] {
  if (language !== "en") return depth % 2 === 0 ? ["«", "»"] : ["„", "“"];
  return typed === '"' && depth % 2 === 0 ? ["“", "”"] : ["‘", "’"];
}

/** For each mark that opens, by number, the number of the one that closes it. */
function pairs(marks: readonly Mark[]): ReadonlyMap<number, number> {
  const open: Record<string, number[]> = { '"': [], "'": [] };
  const found = new Map<number, number>();
  marks.forEach(({ typed, role }, i) => {
    if (role === "opens") open[typed]?.push(i);
    const opener = role === "closes" ? open[typed]?.pop() : undefined;
    if (opener !== undefined) found.set(opener, i);
  });
  return found;
}

// A mark that nothing closes is one where it leads a word: ’tis.
function isApostrophe({ at, typed, role }: Mark, text: string): boolean {
  if (typed !== "'" || role === "unclear") return false;
  return role !== "opens" || isWordy(beside(text, at + 1, 1));
}

function marksIn(text: string, language: Language): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { 0: typed, index: at } of text.matchAll(marksAndTyped)) {
    const previous = marks.at(-1);
    const before = beside(text, at - 1, -1);
    const afterOpener = previous?.role === "opens" && text[previous.at] === before && isBeside(text, previous.at, at);
    marks.push({ at, typed, role: roleOf(typed, afterOpener ? "(" : before, beside(text, at + 1, 1), language) });
  }
  return marks;
}

function isBeside(text: string, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (text[i] !== seam) return false;
  return true;
}

function roleOf(typed: string, before: string, after: string, language: Language): Role {
  if (typed === "«" || typed === "»") return "unclear";
  if (typed === "'" && isWordy(after) && (isWordy(before) || isDigit(after))) return "apostrophe";
  const leads = isSpace(before) || "([{<«„‚‹/".includes(before) || (language === "en" && "“‘".includes(before));
  const leadsAfterDash = "-–—".includes(before) && (isWordy(after) || anyMark.includes(after));
  if (!isSpace(after) && (leads || leadsAfterDash)) return "opens";
  return isSpace(before) ? "unclear" : "closes";
}

const anyMark = "\"'«»„“”‘’";

function isWordy(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

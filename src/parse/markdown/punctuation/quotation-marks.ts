import type { Language } from "../../../values/language.ts";
import { findNeighbour, isDigit, isLetterOrDigit, isSpace, tokenSeparator } from "./neighbours.ts";

/**
 * Replaces straight quotation marks and apostrophes. Each character pairs only with the same character, whatever is
 * between them. This makes the replacement idempotent.
 *
 * @param isKept whether the character at an index must stay, asked in ascending order
 */
export function replaceQuotes(text: string, language: Language, isKept: (index: number) => boolean): string {
  const marks = findMarks(text, language, isKept);
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

interface Mark {
  readonly index: number;
  readonly character: string;
  readonly role: Role;
}

/** "closesAfterDigit" may also be feet, inches, minutes or seconds; a "prime" certainly is. */
type Role = "opens" | "closes" | "closesAfterDigit" | "apostrophe" | "prime" | "unclear";

const quoteCharacters = /["'«»]/g;

function getQuotePair(language: Language, character: string, depth: number): readonly [string, string] {
  if (language !== "en") return depth % 2 === 0 ? ["«", "»"] : ["„", "“"];
  return character === '"' && depth % 2 === 0 ? ["“", "”"] : ["‘", "’"];
}

/** Maps the index of each opening mark to the index of the mark that closes it. */
function pairMarks(marks: readonly Mark[]): ReadonlyMap<number, number> {
  const openers: Record<string, number[]> = { '"': [], "'": [] };
  const closers = new Map<number, number>();
  const closersAfterDigits = findClosersAfterDigits(marks);
  marks.forEach(({ character, role }, i) => {
    if (role === "opens") openers[character]?.push(i);
    const isCloser = role === "closes" || closersAfterDigits.has(i);
    const opener = isCloser ? openers[character]?.pop() : undefined;
    if (opener !== undefined) closers.set(opener, i);
  });
  return closers;
}

/**
 * Finds the marks after digits that close a quotation: only those without which an opening mark stays open. In
 * `"a 6" nail"` the second is inches; in `"in 1914"` it closes.
 */
function findClosersAfterDigits(marks: readonly Mark[]): ReadonlySet<number> {
  const closersAfterDigits = new Set<number>();
  if (!marks.some(({ role }) => role === "closesAfterDigit")) return closersAfterDigits;
  for (const quote of ['"', "'"]) {
    const openMarks: OpenMark[] = [];
    const withoutCandidate: OpenMark[] = [];
    marks.forEach(({ character, role }, i) => {
      if (character !== quote) return;
      if (role === "opens") {
        const openMark: OpenMark = { candidate: undefined };
        openMarks.push(openMark);
        withoutCandidate.push(openMark);
      } else if (role === "closesAfterDigit") offerCandidate(withoutCandidate, i);
      else if (role === "closes") {
        const closedMark = openMarks.pop();
        if (closedMark?.candidate === undefined) withoutCandidate.pop();
        else offerCandidate(withoutCandidate, closedMark.candidate);
      }
    });
    for (const { candidate } of openMarks) if (candidate !== undefined) closersAfterDigits.add(candidate);
  }
  return closersAfterDigits;
}

/** An opening mark, and the index of the mark after a digit that closes it unless another does. */
interface OpenMark {
  candidate: number | undefined;
}

function offerCandidate(openMarks: OpenMark[], index: number): void {
  const openMark = openMarks.pop();
  if (openMark) openMark.candidate = index;
}

// An opening mark that nothing closes is an apostrophe if a word follows: ’tis.
function isApostrophe({ index, character, role }: Mark, text: string): boolean {
  if (character !== "'" || role === "unclear" || role === "prime" || role === "closesAfterDigit") return false;
  return role !== "opens" || isLetterOrDigit(findNeighbour(text, index + 1, 1));
}

function findMarks(text: string, language: Language, isKept: (index: number) => boolean): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { 0: character, index } of text.matchAll(quoteCharacters)) {
    if (isKept(index)) continue;
    const previousMark = marks.at(-1);
    const previousCharacter = findNeighbour(text, index - 1, -1);
    const followsOpener =
      previousMark?.role === "opens" &&
      text[previousMark.index] === previousCharacter &&
      isAdjacent(text, previousMark.index, index);
    const role = classifyMark(
      character,
      followsOpener ? "(" : previousCharacter,
      findNeighbour(text, index + 1, 1),
      language,
    );
    marks.push({ index, character, role: refineRole(role, text, index, previousCharacter, language) });
  }
  return marks;
}

/** Distinguishes quotation marks from primes (48°27', 6'2", 5" pipe) and from the apostrophes of short words ('n'). */
function refineRole(role: Role, text: string, index: number, previousCharacter: string, language: Language): Role {
  if (text[index] === "'" && isApostropheOfShortWord(text, index, language)) return "apostrophe";
  if (isHalfOfSeconds(text, index)) return "prime";
  if (!isDigit(previousCharacter)) {
    // '90s is an apostrophe, '1914' a quotation.
    if (role !== "apostrophe" || !isSpace(previousCharacter)) return role;
    return /^'\p{N}{2}(?!\p{N})/u.test(text.slice(index, index + 4)) ? role : "opens";
  }
  if (isPrime(text, index)) return "prime";
  if (role === "closes") return "closesAfterDigit";
  // The ends of words that English writes after digits: the 747's, the G7'd.
  const isWordEnd = language === "en" && /^'(?:s|d|m|t|ll|re|ve)(?![\p{L}\p{N}])/u.test(text.slice(index, index + 5));
  return role === "apostrophe" && !isWordEnd ? "prime" : role;
}

/** Whether a mark is one of the two of 5' 10'', which stand for seconds or inches. */
function isHalfOfSeconds(text: string, index: number): boolean {
  if (text[index] !== "'" || (text[index - 1] !== "'" && text[index + 1] !== "'")) return false;
  const first = text[index - 1] === "'" ? index - 1 : index;
  return isDigit(text.charAt(first - 1)) && !/['\p{Ll}]/u.test(text.charAt(first + 2));
}

function isApostropheOfShortWord(text: string, index: number, language: Language): boolean {
  if (!/[nнte]/i.test(findNeighbour(text, index + 1, 1) + findNeighbour(text, index - 1, -1))) return false;
  const around = text.slice(Math.max(0, index - 3), index + 4).replaceAll(tokenSeparator, "");
  if (/(?:^|[\s-])'[nн]'[\s-]/i.test(around)) return true;
  return language === "en" && /^'(?:tis|twas|twere|twill|em)(?![\p{L}\p{N}])/iu.test(text.slice(index, index + 7));
}

// What stands before and after is longer only by mistake.
function isPrime(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 24), index);
  if (/[°º]\s?\p{N}[\p{N}.,]*$/u.test(before)) return true;
  return text[index] === "'"
    ? /^\s?-?\s?\p{N}[\p{N}.,/ ]*"/u.test(text.slice(index + 1, index + 16))
    : /\p{N}['’′]\s?-?\s?\p{N}[\p{N}.,/ ]*$/u.test(before);
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

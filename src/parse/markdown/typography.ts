import type { Language } from "../../values/language.ts";
import { type BareAddress, findAddresses } from "./addresses.ts";
import { findNeighbour, isDigit, isSpace, tokenSeparator } from "./punctuation/neighbours.ts";
import { replaceQuotes } from "./punctuation/quotation-marks.ts";
import type { Token } from "./tokens.ts";

/**
 * Replaces straight quotation marks, hyphens and dots in plain text by the quotation marks, dashes and ellipses of its
 * language: English “a ‘b’ c”, Russian and Ukrainian «a „b“ c». Idempotent. Ambiguous characters, feet, minutes and
 * addresses stay as typed.
 *
 * `"A" -- 1914--18...` is “A” — 1914–18… in English; a hyphen between spaces is a dash in Russian and Ukrainian.
 */
export function applySmartPunctuation(text: string, language: Language): string {
  if (!plainPunctuation.test(text)) return text;
  const dashedText = replaceDashes(text, language, createAddressTest(text));
  return replaceQuotes(dashedText, language, createAddressTest(dashedText));
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

/** Creates a test whether the character at an index belongs to an address. The indices must be asked in ascending order. */
function createAddressTest(text: string): (index: number) => boolean {
  const addresses = findAddresses(text);
  if (addresses.length === 0) return () => false;
  let next = 0;
  return (index) => {
    while (isBefore(addresses[next], index)) next++;
    return (addresses[next]?.start ?? text.length) <= index;
  };
}

function isBefore(address: BareAddress | undefined, index: number): boolean {
  return address !== undefined && address.end <= index;
}

function replaceDashes(text: string, language: Language, isInAddress: (index: number) => boolean): string {
  if (!possibleDash.test(text)) return text;
  return text.replace(dashes, (dash: string, index: number) => {
    if (isInAddress(index)) return dash;
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

import type { Problem } from "../../values/problem.ts";
import { formatCodePoint } from "../../values/text/hidden-characters.ts";
import type { MarkdownContext } from "./reading.ts";

/**
 * Removes the characters that neither pages nor feeds may contain: control characters, lone surrogates and
 * noncharacters (HTML, 13.2.3.5; XML 1.0, 2.2).
 */
export function removeInvalidCharacters(text: string): string {
  return suspectCharacter.test(text) ? text.replace(invalidCharacters, "") : text;
}

/** Reports each run of such characters. Editors do not show them, so the message names the first by its code point. */
export function findInvalidCharacters(text: string, context: MarkdownContext): readonly Problem[] {
  if (!suspectCharacter.test(text)) return [];
  return text.split("\n").flatMap((line, i) =>
    [...line.matchAll(invalidCharacters)].map(({ 0: characters, index }) => ({
      at: { file: context.file, line: context.firstLine + i, column: index + 1 },
      what: `text: there is a character that no page can show, ${formatCodePoint(characters)}.`,
      advice: "Delete it, or type the surrounding text again.",
    })),
  );
}

// A first check, ten times as fast as the exact one. Nearly all texts do not match. It matches any surrogate, paired or
// not.
const suspectCharacter = /[^\t\n\r\x20-\x7E\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD]/;
const invalidCharacters = /(?:(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}])+/gu;

/**
 * Separates the texts of tokens. It is a noncharacter, so it does not occur in texts (characters.ts). The rules of
 * punctuation skip it.
 */
export const tokenSeparator = "\uFDD0";

/** The first character from an index on, in one direction, that is not a separator; "" beyond the ends of the text. */
export function findNeighbour(text: string, start: number, step: 1 | -1): string {
  let index = start;
  while (text[index] === tokenSeparator) index += step;
  return text[index] ?? "";
}

/** Whether a character is a space, or the end of the text. */
export function isSpace(character: string): boolean {
  return character === "" || /\s/.test(character);
}

/** Whether a character is a digit or a fraction. */
export function isDigit(character: string): boolean {
  return /\p{N}/u.test(character);
}

/** Whether a character is a letter, a digit or a fraction. */
export function isLetterOrDigit(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

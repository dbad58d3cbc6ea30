import { toUtf8, type Utf8 } from "../values/text/utf8.ts";

/**
 * Encodes a text in UTF-8 and removes the characters that XML 1.0 forbids (most control characters, U+FFFE, U+FFFF).
 * A lone surrogate becomes U+FFFD, and every line end becomes "\n", as an XML parser normalizes it anyway. JSON allows
 * more characters, but a subscriber should read the same text in every format.
 */
export function stripForbiddenCharacters(text: string): Utf8 {
  const utf8 = toUtf8(text);
  return suspectBytes.test(utf8) ? (utf8.replace(lineEndOrForbidden, getReplacement) as Utf8) : utf8;
}

// Nearly all texts pass this test.
const suspectBytes = /[^\t\n\x20-\xEE\xF0-\xFF]/;

// A line end, or a character outside the production Char of XML 1.0 (section 2.2), as UTF-8 bytes.
const lineEndOrForbidden = /\r\n?|\xEF\xBF[\xBE\xBF]|[^\t\n\x20-\xFF]/g;

function getReplacement(match: string): string {
  return match.startsWith("\r") ? "\n" : "";
}

import { inUtf8, type Utf8 } from "../values/text/utf8.ts";

/**
 * A text in the characters that every feed can carry: without those that XML 1.0 forbids (most control characters, U+FFFE,
 * U+FFFF), with U+FFFD for half of a surrogate pair, and with "\n" for each line end, as XML reads them in any case. JSON
 * could carry more, but a subscriber should read the same words in every format.
 */
export function carried(text: string): Utf8 {
  const utf8 = inUtf8(text);
  return mayNeedCare.test(utf8) ? (utf8.replace(notCarried, replacement) as Utf8) : utf8;
}

// Nearly all texts pass this test.
const mayNeedCare = /[^\t\n\x20-\xEE\xF0-\xFF]/;

// A line end, or whatever is not in the production Char of XML 1.0 (section 2.2): bytes of UTF-8.
const notCarried = /\r\n?|\xEF\xBF[\xBE\xBF]|[^\t\n\x20-\xFF]/g;

function replacement(found: string): string {
  return found.startsWith("\r") ? "\n" : "";
}

/**
 * A text in the characters that every feed can carry: without those that XML 1.0 forbids (most control characters, U+FFFE,
 * U+FFFF), with U+FFFD for half of a surrogate pair, and with "\n" for each line end, as XML reads them in any case. JSON
 * could carry more, but a subscriber should read the same words in every format.
 */
export function carried(text: string): string {
  return mayNeedCare.test(text) ? text.replace(notCarried, replacement) : text;
}

// Nearly all texts pass this test, which takes a fifth of the time of the next: it sees code units, not characters, and
// so stops at every surrogate, paired or not.
const mayNeedCare = /[^\t\n\x20-\uD7FF\uE000-\uFFFD]/;

// A line end, or whatever is not in the production Char of XML 1.0 (section 2.2).
const notCarried = /\r\n?|[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function replacement(found: string): string {
  if (found.startsWith("\r")) return "\n";
  return found >= "\uD800" && found <= "\uDFFF" ? "\uFFFD" : "";
}

/**
 * Formats paragraphs as `text/plain; format=flowed` (RFC 3676), wrapped at 72 columns. Every line but the last of a
 * paragraph ends with a space: a program that supports the format joins the lines again, others show them as they are.
 * Only a word of more than 72 columns, such as a URL, makes a longer line.
 *
 * @param paragraphs an empty one becomes an empty line
 */
export function formatFlowed(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `${wrapParagraph(paragraph).map(stuffLine).join("\n")}\n`).join("");
}

const maxColumns = 72;

function wrapParagraph(paragraph: string): readonly string[] {
  const text = /^ | $| {2}|[\t\r\n]/.test(paragraph) ? paragraph.replace(/[ \t\r\n]+/g, " ").trim() : paragraph;
  // Most paragraphs are titles, names and URLs that fit: splitting them too takes half the time of a whole mail.
  if (countColumns(text) < maxColumns) return [text];
  const lines: string[] = [];
  let line = "";
  let width = 0;
  // Only plain spaces split words: a no-break space is part of a word.
  for (const word of text.split(" ")) {
    const columns = countColumns(word);
    // One column for the space at the end, and one for space-stuffing.
    if (line !== "" && width + columns + 2 > maxColumns) {
      lines.push(line);
      line = "";
      width = 0;
    }
    line += `${word} `;
    width += columns + 1;
  }
  // A space at the end of the last line would join the next paragraph to it.
  return [...lines, line.trimEnd()];
}

// Space-stuffing (RFC 3676, section 4.4), for a line that looks like a quotation, a "From " line or a signature.
function stuffLine(line: string): string {
  return /^(?: |>|From |-- $)/.test(line) ? ` ${line}` : line;
}

/** The width of a text in a monospaced font, in columns. */
function countColumns(text: string): number {
  if (singleWidthText.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += zeroWidth.test(character) ? 0 : doubleWidth.test(character) ? 2 : 1;
  return columns;
}

// Latin and Cyrillic letters, dashes, quotation marks and currency signs. Nearly all texts have no other characters.
const singleWidthText = /^[\x20-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;
// Combining marks and invisible format characters.
const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;
// Wide and fullwidth characters (UAX #11): East Asian letters and punctuation, emoji.
const doubleWidth =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

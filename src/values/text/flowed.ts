/**
 * Paragraphs as `text/plain; format=flowed` (RFC 3676): each in lines of at most 72 columns, all but its last ending with
 * a space, so that a program which knows the format makes one of them again, and any other shows them as they are. Only
 * a word that is longer by itself, such as an address, makes a longer line.
 *
 * @param paragraphs an empty one is an empty line
 */
export function flowed(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `${linesOf(paragraph).map(stuffed).join("\n")}\n`).join("");
}

const mostColumns = 72;

function linesOf(paragraph: string): readonly string[] {
  const text = /^ | $| {2}|[\t\r\n]/.test(paragraph) ? paragraph.replace(/[ \t\r\n]+/g, " ").trim() : paragraph;
  // Most are titles, names and addresses: to look at each of their words takes half the time of a whole mail.
  if (columnsOf(text) < mostColumns) return [text];
  const lines: string[] = [];
  let line = "";
  let width = 0;
  // Only where a space stands: one that does not break belongs to its word.
  for (const word of text.split(" ")) {
    const columns = columnsOf(word);
    // One column more for the space at the end, and one for that which the line may be stuffed with.
    if (line !== "" && width + columns + 2 > mostColumns) {
      lines.push(line);
      line = "";
      width = 0;
    }
    line += `${word} `;
    width += columns + 1;
  }
  // With a space at its end the next paragraph would be joined to it.
  return [...lines, line.trimEnd()];
}

// A line that would be taken for a quotation, for the start of another mail or for the end of the text (section 4.4).
function stuffed(line: string): string {
  return /^(?: |>|From |-- $)/.test(line) ? ` ${line}` : line;
}

/** How many columns a text takes on a screen of letters of one width. */
function columnsOf(text: string): number {
  if (plain.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += nothing.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

// Latin and Cyrillic letters, dashes, quotation marks and signs of currencies: nearly all texts have no others.
const plain = /^[\x20-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;
// Accents that stand on the letter before them, and marks that are not seen.
const nothing = /[\p{Mn}\p{Me}\p{Cf}]/u;
// What Unicode calls wide or fullwidth (UAX #11): East Asian letters and signs, pictures.
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

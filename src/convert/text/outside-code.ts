/** Maps the pieces of a text in markdown that are not code. */
export function mapOutsideCode(text: string, map: (piece: string) => string): string {
  let result = "";
  let end = 0;
  for (const match of text.matchAll(code)) {
    result += map(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + map(text.slice(end));
}

// A fenced block, up to its end or that of the text; code within a paragraph; a block of HTML.
const code =
  /^[ \t]*(`{3,}|~{3,})[^\n]*(?:\n(?![ \t]*\1)[^\n]*)*(?:\n[ \t]*\1[^\n]*)?|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?(?<!`)\2(?!`)|<pre\b[\s\S]*?<\/pre>/gim;

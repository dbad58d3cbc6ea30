import type { MarkupPattern } from "./pattern.ts";

const deleteAndName = "Delete it, and name the source instead.";

/** What other programs leave in a text that is copied from them: chat programs, word processors, wrong encodings. */
export const programPatterns: readonly MarkupPattern[] = [
  {
    name: "a citation of a chat program",
    pattern:
      /【[^【】\n]{0,80}†[^【】\n]{0,80}】|:?contentReference\[[^[\]\n]*\](?:\{[^{}\n]*\})?|\[(?:oaicite:[^[\]\n]*|cite_(?:start|end)|(?:(?:cite|citation):\s?|(?:web|attached_file|file|source):)\d[\d,\s:-]*)\]|[\uE200-\uE2FF][^\s\uE200-\uE2FF]*(?:[\uE200-\uE2FF][^\s\uE200-\uE2FF]{0,80}){0,20}[\uE200-\uE2FF]?|(?<![\p{L}\p{N}])(?:cite|navlist|i)?turn\d{1,3}(?:search|news|view|image|academia|forecast|finance|file|fetch)\d{1,3}/gu,
    advice: deleteAndName,
  },
  { name: "a mark of a chat program", pattern: /<\|[\w-]{1,40}\|>|\[\/?INST\]/g, advice: "Delete it." },
  {
    name: "a field of a word processor",
    pattern:
      /\{\s?(?:HYPERLINK|TOC|PAGE|REF|PAGEREF|MERGEFIELD|SEQ|NOTEREF|INCLUDEPICTURE)\s[^{}\n]*\}|Error! (?:Bookmark not defined|Reference source not found|Hyperlink reference not valid|Filename not specified)\./g,
    advice: "Write what it stands for.",
  },
  { name: "a value of a program", pattern: /\[object [A-Z][a-zA-Z]*\]/g, advice: "Write what it stands for." },
  {
    name: "an escape sequence of a program",
    pattern:
      /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|u\{[\da-fA-F]{1,6}\})|(?<=[\p{L}\p{N}.,;:!?»”"')…])(?:\\r)?\\n(?![\p{Ll}\d_.-])/gu,
    advice: "Write the character itself, or begin a new line.",
  },
  {
    name: "text of an encoding of mail",
    pattern: /=[CDE][\dA-F](?:=[89AB][\dA-F])+/g,
    advice: "Copy the words from where they can be read.",
  },
  {
    name: "text in a wrong encoding",
    pattern:
      /\uFFFD+|ï»¿|ï¿½|â€[\u0080-\u009f™œž“”¦˜š¢]|Ã[\u0080-\u009f©¨¤¶¼±³¡¢§®¯°´µ»º«ª]|Â[«»°§©®\u00A0]|вЂ[™њќ“”¦“”–\u0098\u009d]?|(?:[ÐÑ][\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]){2,}|(?:[РС][\u0402\u0403\u0409-\u040F\u0452\u0453\u0455\u0459-\u045F\u00A0-\u00BF\u0401\u0404\u0406\u0407\u0451\u0454\u0456\u0457\u0490\u0491\u2013-\u203A\u20AC\u2116\u2122]){3,}/gu,
    advice: "Copy the words again, as UTF-8, from where they can be read.",
  },
  {
    name: "a placeholder",
    pattern:
      /\[(?:TODO|FIXME|TK|XXX)(?![\p{L}\p{N}])[^[\]\n]*\]|\[insert (?:\p{L}+ ){0,4}(?:here|link|photo|picture|quote|source)\]|\[your (?:name|title|company|e-?mail|organi[sz]ation|city)\]/giu,
    advice: "Write what it stands for, or delete it.",
  },
];

/** Whether a text has a character or word that the patterns of programs begin with, and other patterns do not. */
export function mayHaveProgramMarks(text: string): boolean {
  return rareCharacters.test(text) || text.includes("turn0") || text.includes("Error! ");
}

const rareCharacters =
  /[\u00C2\u00C3\u00D0\u00D1\u00E2\u00EF\u0402\u0403\u0409-\u040F\u0452\u0453\u0455\u0459-\u045F\u3010\uE200-\uE2FF\uFFFD]|=[CDE][\dA-F]=/;

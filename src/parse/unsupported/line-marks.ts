import type { MarkupPattern } from "./pattern.ts";

const underline = 'Write "## " before a heading, without lines of marks above and below it.';
const heading = 'Write "## ", with a space after it, before a heading.';

/** Marks at the start of any line of a paragraph. */
export const linePatterns: readonly MarkupPattern[] = [
  {
    name: "a heading without a plain space after its #",
    pattern: /^#{1,6}[\u00A0\u2000-\u200B\u202F\u2060\u3000\uFEFF][^\n]*|^[＃﹟]{1,6}\s*[^\s＃﹟][^\n]*/gm,
    advice: heading,
  },
  { name: "an option of Org mode", pattern: /^#\+[a-z_]+[^\n]*/gim, advice: "Delete it." },
  { name: "a heading with more than six #", pattern: /^#{7,}[^\n]*/gm, advice: heading },
  { name: "a heading without a space after its #", pattern: /^#{2,6}[^\s#][^\n]*/gm, advice: heading },
  {
    name: "a heading without a space after its #",
    pattern: /(?<=[.!?:…»”"]\n)#\p{L}[^\n]*/gu,
    advice: heading,
  },
  {
    name: "a heading of another dialect",
    pattern: /^(?:={2,6}[ \t]+[^\s=][^\n]*|=\s+\p{L}[^\n]*)/gmu,
    advice: heading,
  },
  { name: "a heading of another dialect", pattern: /^\*{2,}[ \t]+\S[^\n]*/gm, advice: heading },
  {
    name: "a mark of Textile",
    pattern: /^(?:h[1-6]|bq|fn\d{1,3})(?:\([^()\n]*\))?\.{1,2}\s+\S[^\n]*/gm,
    advice: 'Write "## " before a heading, "> " before a quotation.',
  },
  {
    name: "an underline of another dialect",
    pattern: /^(?:={3,6}|={8,}|\^{3,}|\+{4,}|"{4,}|'{3,}|<{3}|=+(?: +=+)+)[ \t]*$/gm,
    advice: 'Write "## " before a heading.',
  },
  {
    name: "a task",
    pattern: /^\[[ xX/>-]\](?=[ \t])/gm,
    advice: "Write it as a plain item: readers cannot tick it.",
  },
  {
    name: "a definition of another dialect",
    pattern:
      /^(?::{1,2}[ \t]+\S[^\n]*|:{1,2}\p{L}{2}[^\n:]*$|;[ \t]*\p{L}{2}[^\n]*|\p{L}[^\n:]{0,60} ::(?:[ \t]+\S[^\n]*)?$|[a-z][\w-]{0,40}::[ \t]+\S[^\n]*|\*\[[^[\]\n]+\]:[^\n]*)/gimu,
    advice: 'Write it as an item, as in "- **Term:** its definition".',
  },
  {
    name: "a block of another dialect",
    pattern:
      /^(?::{3,}[^\n]*|(?:!!!|\?\?\?\+?)[ \t]+(?:"|[a-z])[^\n]*|\+{3}[ \t]+"[^\n]*|[?!]>[ \t]+\S[^\n]*|![^\n]+!<|->[^\n]+<-|@start\w+|@end\w+)/gm,
    advice: 'Write it in words, as in "> **Note:** …".',
  },
  {
    name: "a directive of reStructuredText",
    pattern: /^\.\.[ \t]+\S[^\n]*|^\.\.[ \t]*\n[ \t]*\S[^\n]*|(?<=[\p{L}\p{N})]):: *$/gmu,
    advice: "Write it in markdown, or delete it.",
  },
  {
    name: "an attribute of AsciiDoc",
    pattern:
      /^\[(?:source[,%]|verse|listing|horizontal|cols|options|quote,|NOTE|TIP|WARNING|CAUTION|IMPORTANT)[^[\]\n]*\][ \t]*$|^\[[.#%][a-z][\w.,%#-]*\][ \t]*$/gm,
    advice: "Write it in markdown, or delete it.",
  },
  { name: "a field of another dialect", pattern: /^:[A-Z][\w -]{0,40}:(?=\s|$)[^\n]*/gm, advice: "Delete it." },
  {
    name: "a table of another dialect, or without a line below its header",
    pattern:
      /^(?:\{\|[^\n]*|\|[-+}][^|\n]*|\|[-+:|]{3,}[ \t]*|\|={3,}[ \t]*|\+[-=+]{3,}\+[ \t]*|\|[^|\n]+\|(?:[^|\n]*\|)+[ \t]*|\|[ \t][^|\n]*(?:\n\|[ \t][^|\n]*)+|[^\t\n]*[^\s\d.)]\t+\S[^\n]*(?:\n[^\t\n]*\S\t+\S[^\n]*)+)$/gm,
    advice: "Write the header, then a line such as |---|---|, then the rows, without empty lines between them.",
  },
  {
    name: "a list that was not read as one",
    pattern:
      /^[•‣◦▪●⁃∙][^\n]*(?:\n[•‣◦▪●⁃∙][^\n]*)+|^([·→►▶➤✓✔✅☑❌❗🔹🔸👉📌])[^\n]*(?:\n\1[^\n]*)+|^#?\.[ \t][^\n]*(?:\n#?\.[ \t][^\n]*)+|^\[\*?\][^\n]*(?:\n\[\*?\][^\n]*)+|^(?:\(?a\)[^\n]*\n\(?b\)|\(?а\)[^\n]*\n\(?б\)|\(1\)[^\n]*\n\(2\))[^\n]*|^\(@\)[ \t][^\n]*|^([-*+])\p{L}[^\n]*(?:\n\2\p{L}[^\n]*)+|^\d{1,3}[.)]\p{L}[^\n]*(?:\n\d{1,3}[.)]\p{L}[^\n]*)+|^[-*+]\u00A0+\S[^\n]*/gmu,
    advice: 'Begin each item with "- " or "1. ", with a plain space.',
  },
  { name: "a link of Gemini", pattern: /^=>[ \t]*\S[^\n]*/gm, advice: "Write [words](address) instead." },
  {
    name: "a line of a program",
    pattern:
      /^(?:import\s[^\n\uFDD0]{1,200}?\sfrom\s+["'“][^\n\uFDD0]*|export\s+(?:default|const|let|function|class)\s[^\n\uFDD0]*)$/gm,
    advice: "Delete it.",
  },
];

/** Marks at the start of an item of a list. */
export const itemPatterns: readonly MarkupPattern[] = [
  { name: "a task", pattern: /^\[[?!~<*]\](?=[ \t])/g, advice: "Write it as a plain item: readers cannot tick it." },
];

/** Marks at the start of a paragraph that is not an item of a list. In a list they are hashtags. */
export const paragraphPatterns: readonly MarkupPattern[] = [
  {
    name: "a heading without a space after its #",
    pattern:
      /^#(?![\da-fA-F]{3}(?:[\da-fA-F]{3})?$)(?!\p{L}+\p{Ll}\p{Lu})(?![^\n]*\s#\p{L})(?![^\n]*[.…]["»”]?[ \t]*$)[\p{L}"'«„“(][^\n]*/gmu,
    advice: heading,
  },
  {
    name: "a comment",
    pattern: /^(?:\/{4,}[ \t]*$[\s\S]*|(?<!\n)\/\/[ \t]+\S[^\n]*|(?<!\n)%[ \t]+\p{Lu}[^\n]*)/gmu,
    advice: "Delete it.",
  },
];

/** Marks at the start of a heading, or of a cell of a table. */
export const otherPatterns: readonly MarkupPattern[] = [
  { name: "a line of marks above a heading", pattern: /^([=~^"'`:.+*_#-])\1+[ \t]*(?=\n)/g, advice: underline },
  {
    name: "an attribute of AsciiDoc",
    pattern: /^\[(?:NOTE|TIP|WARNING|CAUTION|IMPORTANT)\]$/g,
    advice: "Write it in markdown, or delete it.",
  },
];

import type { MarkupPattern } from "./pattern.ts";

const mark = "Write **words** or *words* instead, or delete the marks.";

/** Marks around words that other dialects know. */
export const inlinePatterns: readonly MarkupPattern[] = [
  {
    name: "an emoji code, or a field of another dialect",
    pattern: /(?<![\p{L}\p{N}:/])(?::[a-z][a-z\d_+-]{1,30}:|:[+-]1:)(?![\p{L}\p{N}:/])/gu,
    advice: "Write the emoji itself, or delete it.",
  },
  {
    name: "a mark of another dialect",
    pattern: /(?<![=!<>\p{L}\p{N}])==(?=[^\s=])[^=\n]+(?<=\S)==(?!=)/gu,
    advice: mark,
  },
  {
    name: "a mark of another dialect",
    pattern: /(?<![+\p{L}\p{N}])\+\+(?=[^\s+])[^+\n]+(?<=\S)\+\+(?!\+)/gu,
    advice: mark,
  },
  {
    name: "a mark of another dialect",
    pattern: /(?<![|\p{L}\p{N}])\|\|(?=[^\s|])[^|\n]+(?<=\S)\|\|(?!\|)/gu,
    advice: mark,
  },
  {
    name: "a comment",
    pattern: /(?<![%\d])%%(?!%)[^%\n]+%%(?!%)|^%%[ \t]*$[^%]*(?:%%|$(?![\s\S]))/gm,
    advice: "Delete it.",
  },
  {
    name: "a mark of another dialect",
    pattern: /(?<![:/\p{L}\p{N}\uFDD2])\/\/(?=[^\s/])[^/\n]+(?<=\S)\/\/(?![/\p{L}\p{N}])/gu,
    advice: mark,
  },
  {
    name: "a mark of another dialect",
    pattern: /(?<!['\p{L}\p{N}°′])'{2,5}(?=[^\s'])[^'\n]{1,300}'{2,5}(?!')/gu,
    advice: "Write *words* for emphasis, or one quotation mark at each end.",
  },
  {
    name: "a lowered or struck-out text of another dialect",
    pattern:
      /(?<=[\p{L})])~[\p{L}\p{N}+-]{1,20}~(?!~)|(?<![~\p{L}\p{N}])~(?=\p{L})[^~\n]+(?<=[\p{L}\p{N}.!?])~(?![~\p{L}\p{N}])/gu,
    advice: "Write the lowered character itself, as in H₂O, or ~~words~~.",
  },
  {
    name: "a raised text of another dialect",
    pattern:
      /(?<=[\p{L}\p{N})])\^(?:[\p{L}\p{N}\uFDD0+−-]{1,20}\^(?!\^)|\([^()\n]{1,80}\))|(?<!\^)\^\^(?=[^\s^])[^^\n]+\^\^(?!\^)|\^\d{1,3}\^/gu,
    advice: "Write the raised character itself, as in m².",
  },
  {
    name: "a formula of TeX",
    pattern:
      /\$\$[^$]+\$\$|\$\uFDD1|(?<![\p{L}\p{N}$])\$(?=\S)[^$\n\\^_={]{0,80}[\\^_={][^$\n]{0,200}(?<=\S)\$(?![\p{L}\p{N}$])/gu,
    advice: "Write it in words and characters.",
  },
  { name: "the name of a block", pattern: /(?<=\S) \^[a-z\d-]{3,40}$/gm, advice: "Delete it." },
  {
    name: "a mark of an inserted file",
    pattern: /-{2,20}8<-{2,20}|^(?:!{1,3}|@)include[ (]\S[^\n]*|^<<<[ \t]*\S[^\n]*/gm,
    advice: "Write the text itself.",
  },
  {
    name: "a mark of a missing bold text",
    pattern:
      /(?<![*\p{L}\p{N}.,;:!?%)](?=\*\*\s)|\*)\*\*(?!\s*[\d.,]+\s*\*\*)[^*\n]+\*\*(?!\*)|(?<![\p{L}\p{N}*])\*\*(?=[\p{L}\p{N}"'«„“(])/gu,
    advice: "Write **words**, closed, with spaces outside of the stars, and punctuation too.",
  },
  {
    name: "a mark of a missing emphasis",
    pattern: /(?<![\p{L}\p{N}*_\\])([*_])\p{L}[^*_\n.!?]{0,300}\s\1(?=[\s.,;:!?)»”"](?![\d=])|$)/gmu,
    advice: "Write *words*, with spaces outside of the stars.",
  },
  {
    name: "a mark of a missing strike-through",
    pattern: /(?<![~\p{L}\p{N}])~~(?=[\p{L}"'«„“(])/gu,
    advice: "Write ~~words~~, closed, with spaces outside of the marks.",
  },
  {
    name: "a mark of a missing code",
    pattern: /``(?=\S)|(?<![\p{L}\p{N}`\uFDD0-\uFDD2])`(?=[^\s`])/gu,
    advice: 'Close it with as many backticks; write quotation marks as ".',
  },
  {
    name: "a wiki's placeholder",
    pattern: /<<[\p{L}#][^<>\n]*>>/gu,
    advice: "Write « and » for quotation marks; delete all else.",
  },
  { name: "a single backslash", pattern: /\\(?=\s|$)/g, advice: "Delete it." },
];

/** Markdown in a text that is not markdown, such as a title. */
export const markdownPatterns: readonly MarkupPattern[] = [
  { name: "a heading mark", pattern: /^#{1,6}\s+/g, advice: "Delete it." },
  {
    name: "a link of markdown",
    pattern: /!?\[[^[\]\n]+\](?:\([^()\n]*\)|\[[^[\]\n]*\])|<(?:https?:|mailto:)[^<>\s]+>/gi,
    advice: "Write the words alone.",
  },
  { name: "a footnote mark", pattern: /\[\^[^[\]\n]+\]/g, advice: "Delete it." },
  {
    name: "a mark of emphasis",
    // Single stars and underscores stay: plain text has used them for emphasis since before markdown.
    pattern:
      /(?<![\p{L}\p{N}*])\*{2,3}(?=[^\s*])[^*\n]+(?<=[^\s*])\*{2,3}(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_{2,3}(?=[^\s_])[^_\n]+(?<=[^\s_])_{2,3}(?![\p{L}\p{N}_])|~~(?=[^\s~])[^~\n]+~~/gu,
    advice: "Write the words without the marks.",
  },
  {
    name: "a mark of code",
    pattern: /(?<![\p{L}\p{N}`])`+(?=[^\s`])[^`\n]+`+(?![\p{L}\p{N}`])/gu,
    advice: "Write the words without the marks.",
  },
  {
    name: "a backslash of markdown",
    pattern: /\\[!"#$%&'()*+,./:;<=>?@[\\\]^_`{|}~-]/g,
    advice: "Delete the backslash.",
  },
];

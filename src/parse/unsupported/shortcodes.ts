import type { MarkupPattern } from "./pattern.ts";

const inMarkdown = "Write it in markdown, or delete it.";
const meaning = "Write what it stands for, or delete it.";

/** Marks in braces and brackets: templates, shortcodes, forum codes, wiki links, attributes. */
export const shortcodePatterns: readonly MarkupPattern[] = [
  { name: "a shortcode or a template tag", pattern: /\{\{[\s\S]*?(?:\}\}|$)/g, advice: meaning },
  { name: "a shortcode or a template tag", pattern: /\{%[\s\S]*?(?:%\}|$)/g, advice: meaning },
  { name: "a comment", pattern: /\{#\s[^{}]*#\}|\{\/[^{}]*\/\}|\{>>[^{}]*<<\}/g, advice: "Delete it." },
  {
    name: "an editor's change mark",
    pattern: /\{(?:\+\+|--|~~|==|\+ |- )[^{}]*\}|\[\+[^[\]\n]+\+\]/g,
    advice: "Write the text as it is to be read.",
  },
  {
    name: "a list of attributes",
    pattern:
      /\{(?:::?[^{}\n]*|\s?[#.][a-z_][^{}\n]*|(?:width|height|target|class|style|id|rel|lang|align|loading)=[^{}\n]*|[a-z][\w-]{0,40}=["'“][^{}\n]*)\}/gi,
    advice: "Delete it: a heading gets its id from its words, and pages have one style.",
  },
  {
    name: "a role of another dialect",
    pattern: /(?::[a-z][\w:+.-]{0,40}:|\{[a-z][\w:-]{0,40}\})\uFDD1/g,
    advice: inMarkdown,
  },
  { name: "a link of reStructuredText", pattern: /\uFDD1_{1,2}(?!\w)/g, advice: "Write [words](address) instead." },
  {
    name: "a macro",
    pattern:
      /\{(?:code|quote|noformat|panel|info|note|warning|tip|color|toc|expand|anchor|section|column|excerpt)(?:[:|][^{}\n]*)?\}/gi,
    advice: inMarkdown,
  },
  { name: "a variable of a template", pattern: /[$%]\{[a-z_:][^{}\n]*\}/gi, advice: meaning },
  {
    name: "a wiki link",
    pattern: /!?\[\[[^[\]\n]*\](?:\[[^[\]\n]*\])?\]/g,
    advice: "Write [words](../10/slug.md) or [words](address) instead.",
  },
  { name: "a code in brackets", pattern: /\[\/[a-z][\w:-]{0,30}\]/gi, advice: inMarkdown },
  {
    name: "a code in brackets",
    pattern: /\[(?:url|img|quote|color|size|font|email|align|list|spoiler|user|video|youtube)=[^[\]\n]+\]/gi,
    advice: inMarkdown,
  },
  {
    name: "a shortcode",
    pattern: /\[[a-z][\w-]{0,30}\s[^[\]\n=]*=\s*["'“][^[\]\n]*\]/gi,
    advice: "Write it in markdown, or link to it.",
  },
  {
    name: "a shortcode",
    pattern:
      /\[(?:(?:gallery|toc|nextpage|contact-form(?:-7)?|recent-posts|table-of-contents)(?:\s[^[\]\n]*)?|(?:youtube|vimeo|tweet|twitter|embed|instagram|facebook|soundcloud|audio|video)\s+(?:\uFDD2|https?:)[^[\]\n]*)\]/gi,
    advice: "Write it in markdown, or link to it.",
  },
  { name: "a mark of a callout", pattern: /\[![a-z]+\][+-]?/gi, advice: 'Write it in words, as in "> **Note:** …".' },
  { name: "a citation key", pattern: /\[-?@[a-z][^[\]\n]*\]/gi, advice: "Name the source, or write a footnote [^1]." },
  { name: "a footnote of another dialect", pattern: /\[fn:[^[\]\n]*\]/g, advice: "Write a footnote [^1]." },
  {
    name: "a footnote within the text",
    pattern: /\^\[[^[\]\n]*\]?/g,
    advice: "Write [^1], and on a line of its own: [^1]: its text.",
  },
  {
    name: "a link of another dialect",
    pattern: /\[(?:\uFDD2|https?:[^\s[\]]+) [^[\]\n]+\]|\uFDD2\[(?!\d+\])[^[\]\n]+\]|"[^"\n]+":\uFDD2/g,
    advice: "Write [words](address) instead.",
  },
  {
    name: "a link that is not closed, or the wrong way round",
    pattern: /\[[^[\]\n]+\](?:\s\((?:\uFDD2|https?:)|\((?:\uFDD2|https?:)(?![^()\n]*\)))|\([^()\n]+\)\[\uFDD2\]/g,
    advice: "Write [words](address), without spaces in it.",
  },
  {
    name: "a macro of AsciiDoc",
    pattern:
      /(?<![\p{L}\p{N}])(?:image|include|video|audio|link|xref|footnote|kbd|icon|menu|stem|pass|toc)::?[^\s[\]]*\[[^[\]\n]*\]/gu,
    advice: inMarkdown,
  },
  {
    name: "a command of LaTeX",
    pattern: /\\[a-z]{2,30}\*?(?:\[[^[\]{}\n]*\])?\{[^{}\n]*\}|\\(?:newpage|pagebreak|clearpage|noindent|ldots)\b/gi,
    advice: inMarkdown,
  },
];

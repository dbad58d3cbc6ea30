import type { MarkupPattern } from "./pattern.ts";

const inMarkdown = "Write it in markdown, or delete it.";
const meaning = "Write what it stands for, or delete it.";

/** Marks in braces and brackets: templates, shortcodes, forum codes, wiki links, attributes. */
export const shortcodePatterns: readonly MarkupPattern[] = [
  { name: "a shortcode or a template tag", pattern: /\{\{[\s\S]*?(?:\}\}|$)/g, advice: meaning },
  { name: "a shortcode or a template tag", pattern: /\{%[\s\S]*?(?:%\}|$)/g, advice: meaning },
  { name: "a comment", pattern: /\{#\s[^{}]*#\}|\{\/\*[^{}]*\/\}|\{>>[^{}]*<<\}/g, advice: "Delete it." },
  {
    name: "an editor's change mark",
    pattern: /\{(?:\+\+|--|~~|==|\+ |- )[^{}]*\}|\{[^{}\n]*~>[^{}\n]*\}|\{([=+^-])[^{}\n]+\1\}|\[\+[^[\]\n]+\+\]/g,
    advice: "Write the text as it is to be read.",
  },
  {
    name: "a list of attributes",
    pattern:
      /\{(?:::?[^{}\n]*|\s?[#.][a-z_][^{}\n]*|\s*(?:width|height|target|class|style|id|rel|lang|align|loading)=[^{}\n]*|[a-z][\w-]{0,40}=["'“][^{}\n]*|=[a-z]{1,20})\}/gi,
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
  { name: "a variable of a template", pattern: /[$%#]\{[a-z_:][^{}\n]*\}/gi, advice: meaning },
  {
    name: "a variable of a template",
    pattern:
      /\{(?:[/@][a-z][^{}\n]*|\$\w[^{}\n]*|block:\w+|[A-Z][A-Z\d_]{4,40}|[a-z]\w{0,40}(?:\.[a-z_]\w{0,40})+|[a-z]{1,40}(?:_[a-z]{1,40})+(?:[,|][^{}\n]*)?|[a-z]\w{0,40}\s[^{}=\n]*=["'“][^{}\n]*|![^{}\n]*!)\}|\[%[^[\]\n]*%\]|(?<![\p{L}\p{N}|])\|(?:[FL]NAME|EMAIL|UNSUB|ARCHIVE|FORWARD|(?:MC|LIST|USER|IF|END|DATE|MERGE)[:\d]\w*)\|(?![\p{L}\p{N}|])|(?<![%\d])%(?:[A-Z][A-Z_\d]{2,40}|[a-z]{1,40}[._][\w.]{1,60})%/gu,
    advice: meaning,
  },
  {
    name: "a directive of a template",
    pattern:
      /(?<![\p{L}\p{N}])@(?:if|elseif|foreach|for|while|extends|include|section|yield|component|php)\(|@end(?:if|foreach|for|section)\b/gu,
    advice: meaning,
  },
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
    pattern: /\[[a-z]{2,30}(?:_[a-z]{2,30})+(?:[\s=][^[\]\n]*)?\]/g,
    advice: "Write it in markdown, or link to it.",
  },
  {
    name: "a shortcode",
    pattern:
      /\[[a-z][\w-]{1,30}\s(?:[^[\]\n=]*\s)?(?:id|ids|src|url|href|link|count|limit|width|height|name|type|class|style|align|columns|size|form|post|category|mp[34]|file|layout)=[^\s[\]=][^[\]\n]*\]/gi,
    advice: "Write it in markdown, or link to it.",
  },
  {
    name: "a field of another dialect",
    pattern: /[[(]\p{L}[\p{L}\p{N} _-]{0,40}::\s[^[\]()\n]*[\])]/gu,
    advice: "Write it in words, or delete it.",
  },
  {
    name: "a shortcode",
    pattern: /\[[a-z][\w-]{0,30}\s[^[\]\n=]*=\s*["'“][^[\]\n]*\]/gi,
    advice: "Write it in markdown, or link to it.",
  },
  {
    name: "a shortcode",
    pattern:
      /\[(?:(?:gallery|toc|nextpage|contact-form(?:-7)?|recent-posts|table-of-contents)(?:\s[^[\]\n]*)?|(?:youtube|vimeo|tweet|twitter|embed|instagram|facebook|soundcloud|audio|video)\s+(?:\uFDD2|https?:|\d{5})[^[\]\n]*)\]/gi,
    advice: "Write it in markdown, or link to it.",
  },
  { name: "a mark of a callout", pattern: /\[![a-z]+\][+-]?/gi, advice: 'Write it in words, as in "> **Note:** …".' },
  {
    name: "a citation key",
    pattern:
      /\[-?@[a-z][^[\]\n]*\]|\[(?:see|see also|cf\.|e\.g\.,?|compare)\s-?@[a-z][\w-]{0,30}\d{4}[a-z]?[^[\]\n]*\]|\[#?[\w-]{0,40}\]_(?!\w)/gi,
    advice: "Name the source, or write a footnote [^1].",
  },
  { name: "a footnote of another dialect", pattern: /\[fn:[^[\]\n]*\]/g, advice: "Write a footnote [^1]." },
  {
    name: "a footnote within the text",
    pattern: /\^\[[^[\]\n]*\]?/g,
    advice: "Write [^1], and on a line of its own: [^1]: its text.",
  },
  {
    name: "a link of another dialect",
    pattern:
      /\[(?:\uFDD2|https?:[^\s[\]]+) [^[\]\n]+\]|\uFDD2\[(?!\d+\])[^[\]\n]+\]|"[^"\n]+":\uFDD2|[[%][^[\]|\n]*[|[]\uFDD2[^[\]\n]*\]|\[~[\w.:-]{1,60}\]/g,
    advice: "Write [words](address) instead.",
  },
  {
    name: "a link that is not closed, or the wrong way round",
    pattern:
      /\[[^[\]\n]+\](?:\s\((?:\uFDD2|https?:|\.{0,2}\/?[\p{L}\p{N}/_%-]+(?:\.[\p{L}\p{N}_%-]+)*\.(?:md|html?|png|jpe?g|webp|avif|gif|svg)[#)])|\((?:\uFDD2|https?:)(?![^()\n]*\)))|!?\([^()\n]+\)\[(?:\uFDD2|[^\s[\]]+\.(?:md|html?|png|jpe?g|webp|avif|gif|svg))\]|!\([^\s()]+\.(?:png|jpe?g|webp|avif|gif|svg)\)/gu,
    advice: "Write [words](address), without spaces in it.",
  },
  {
    name: "a timestamp of Org mode",
    pattern: /<\d{4}-\d\d-\d\d[^<>\n]{0,30}>|\[\d{4}-\d\d-\d\d \p{L}{2,3}\.?(?: \d\d:\d\d)?\]/gu,
    advice: "Write the day in words.",
  },
  {
    name: "a picture of another dialect",
    pattern:
      /(?<![\p{L}\p{N}!])!(?:[\w./%-]{1,200}|\uFDD2)\.(?:png|jpe?g|gif|webp|svg)(?:\([^()\n]*\)|\|[^|!\n]*)?!/giu,
    advice: "Write ![description](file) instead.",
  },
  {
    name: "a macro of AsciiDoc",
    pattern:
      /(?<![\p{L}\p{N}])(?:(?:image|include|video|audio|link|xref|footnote|kbd|btn|icon|menu|stem|pass|toc|indexterm2?|latexmath|asciimath)::?|[a-z]{2,20}::)[^\s[\]]*\[[^[\]\n]*\]|\[\.[a-z][\w.-]*\]#[^#\n]+#/gu,
    advice: inMarkdown,
  },
  {
    name: "a command of LaTeX",
    pattern:
      /\\[a-z]{2,30}\*?(?:\[[^[\]{}\n]*\])?\{[^{}\n]*\}|\\(?:newpage|newline|linebreak|pagebreak|clearpage|noindent|ldots|item|alpha|beta|gamma|delta|lambda|mu|pi|sigma|omega|times|cdot|approx|leq|geq|neq|pm|infty|sum|rightarrow|to)\b(?![\\/:])|[\^_]\{[^{}\n]{1,60}\}/gi,
    advice: inMarkdown,
  },
];

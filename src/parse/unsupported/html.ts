import { suggestCharacter } from "./entities.ts";
import type { MarkupPattern } from "./pattern.ts";

// In alphabetical order, as in the index of the HTML standard, with the obsolete ones that old editors wrote.
const elementNames =
  "abbr|acronym|address|applet|area|article|aside|audio|a|basefont|base|bdi|bdo|big|blink|blockquote|body|br|button|b|" +
  "canvas|caption|center|cite|code|colgroup|col|datalist|data|dd|del|details|dfn|dialog|dir|div|dl|dt|embed|em|" +
  "fieldset|figcaption|figure|font|footer|form|frameset|frame|h[1-6]|header|head|hgroup|hr|html|iframe|img|input|ins|i|" +
  "kbd|label|legend|link|li|main|map|mark|marquee|math|menu|meta|meter|nav|nobr|noframes|noscript|object|ol|optgroup|" +
  "option|output|param|picture|pre|progress|p|q|rp|rt|ruby|samp|script|search|section|select|slot|small|source|span|" +
  "strike|strong|style|sub|summary|sup|svg|s|table|tbody|td|template|textarea|tfoot|thead|th|time|title|track|tr|tt|" +
  "ul|u|var|video|wbr|xmp";
const attributesOrEnd = "(?=\\s*/?>|\\s+[\\w:@.-]+\\s*=|\\s+(?:async|autoplay|controls|defer|hidden|loop|open)\\b)";

/** Comments, tags and entities of HTML, of JSX and of the templates that are mixed with HTML. */
export const htmlPatterns: readonly MarkupPattern[] = [
  {
    name: "a comment of HTML",
    pattern: /<!--[\s\S]*?(?:-->|$)/g,
    advice: "Delete it: notes to editors do not belong in what is published.",
  },
  {
    name: "a declaration",
    pattern: /<!(?:doctype|\[cdata\[|\[(?:if|endif)[^<>]{0,80}\])[^<>]*>?/gi,
    advice: "Delete it.",
  },
  {
    name: "code of a template",
    pattern:
      /<(?:\?(?:php|xml|=)|%[-=#@\s])[\s\S]*?(?:[?%]>|$)|<%[a-z_][^<>\n]{0,80}%>|<\/?#[a-z][^<>\n]{0,200}>|<\$[a-z][^<>\n]{0,80}\$?>/gi,
    advice: "Write what it stands for.",
  },
  {
    name: "an HTML tag",
    pattern: new RegExp(`<(?:${elementNames})${attributesOrEnd}[^<>]*>?`, "gi"),
    advice: adviseOnTag,
  },
  { name: "an HTML tag", pattern: /<\/(?:[a-z][\w:.-]{0,40})?\s*>/gi, advice: adviseOnTag },
  {
    name: "a tag",
    pattern: /<[a-z][\w:.-]{0,40}(?:\s*\/>|\s+[\w:@.-]{1,40}\s*=\s*["'{“][^<>]*>?)/gi,
    advice: "Write it in markdown, or delete it.",
  },
  {
    name: "a tag",
    pattern: /<[a-z]\w{0,20}[:-][\w:.-]{1,40}\s*>/gi,
    advice: "Write it in markdown, or delete it.",
  },
  {
    name: "a tag",
    // A component, or what a language model thought. Other names in lower case may be words: "no to <talks>".
    pattern: /(?<![\p{L}\p{N}<])<(?:[A-Z][\w-]{0,40}|think(?:ing)?)>/gu,
    advice: "Write it in markdown, or delete it.",
  },
  {
    name: "an address in angle brackets that is not a link",
    pattern: /<\uFDD2(?!>)|(?<![\p{L}\p{N}<])<(?:[\p{L}\p{N}-]{1,63}\.){1,5}[a-z]{2,24}(?:\/[^<>\s]*)?>/giu,
    advice: "Begin it with https:// and close it with >, without spaces in it; or delete the angle brackets.",
  },
  {
    name: "a mention",
    pattern: /<(?:[@#!:]|a:)[\w!&][^<>\s]{0,80}>/g,
    advice: "Write the name.",
  },
  {
    name: "an HTML entity",
    pattern:
      /&(?:#x[\da-f]{1,8};?|#\d{1,9};?|[a-z][a-z\d]{2,31};|(?:lt|gt);|(?:nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|[lr]aquo|[mn]dash|hellip|copy|shy|thinsp|bull|middot)(?![\w=]))/gi,
    advice: (entity) => {
      const character = suggestCharacter(entity);
      return character === undefined ? "Write the character itself." : `Write the character itself: ${character}`;
    },
  },
];

function adviseOnTag(tag: string): string {
  const name = /^<\/?([a-z][a-z\d]*)/i.exec(tag)?.[1]?.toLowerCase() ?? "";
  return tagAdvice.find(([names]) => names.test(name))?.[1] ?? "Write it in markdown, or delete it.";
}

const tagAdvice = [
  [/^(?:b|strong)$/, "Write **words** instead."],
  [/^(?:i|em|cite)$/, "Write *words* instead."],
  [/^(?:p|div|span|section|article|center|font)$/, "Delete it; an empty line begins a paragraph."],
  [/^br$/, "End the line with a backslash instead, or begin a paragraph with an empty line."],
  [/^a$/, "Write [words](address) instead."],
  [/^(?:img|picture|figure|figcaption)$/, "Write ![description](file) instead."],
  [/^h[1-6]$/, "Write ## before the heading instead."],
  [/^(?:ul|ol|li)$/, 'Begin each item with "- " or "1. " instead.'],
  [/^blockquote$/, 'Begin each line with "> " instead.'],
  [/^(?:code|pre|kbd|samp|tt)$/, "Put code in backticks instead."],
  [/^(?:s|del|strike)$/, "Write ~~words~~ instead."],
  [/^su[bp]$/, "Write the raised or lowered character itself, as in H₂O and m²."],
  [/^hr$/, "Write --- between two empty lines instead."],
  [/^(?:table|thead|tbody|tr|td|th)$/, "Write a table with | between the columns."],
  [/^(?:iframe|embed|object|video|audio|script)$/, "Link to it instead: pages load nothing from other sites."],
] as const;

// In: an author's markdown. Out: its HTML, made once for page and feeds alike, and what it shows and leads to; or problems.

import type { Problem } from "../../values/problem.ts";
import { escaped } from "../../values/text/escape.ts";
import type { Html } from "../../values/text/html.ts";
import type { Shown, SiteLink } from "../article.ts";
import { forbiddenCharacters, withoutForbidden } from "./characters.ts";
import { footnoted, reportMissing } from "./footnotes.ts";
import { setHeadings } from "./headings.ts";
import { dressLink, reportUnread } from "./links.ts";
import { pictureToken } from "./pictures.ts";
import { withAttributions } from "./quotes.ts";
import { type MarkdownContext, placeOf, plainText, type Reading } from "./reading.ts";
import { withTables } from "./tables.ts";
import { htmlOf, htmlToken, mostNesting, type Token, tokensOf } from "./tokens.ts";
import { typeset, typographic } from "./typography.ts";

export type { MarkdownContext };
export { typographic };

/** A text as HTML, and all that is to be known of it. */
export interface Marked {
  readonly html: Html;
  /** How many words a reader reads, footnotes and code included. */
  readonly words: number;
  /** Each once, in the order of the text. */
  readonly pictures: readonly Shown[];
  readonly links: readonly SiteLink[];
  readonly problems: readonly Problem[];
}

/**
 * An author's markdown as HTML that is valid beneath a page's h1 and safe whatever was typed: raw HTML is text, links have
 * a known scheme or lead into the content, nothing is loaded from elsewhere, and there is no style attribute.
 */
export function markdownToHtml(text: string, context: MarkdownContext): Marked {
  const forbidden = forbiddenCharacters(text, context);
  const tokens = tokensOf(forbidden.length > 0 ? withoutForbidden(text) : text);
  const reading: Reading = { context, lines: text.split("\n"), pictures: [], links: [], problems: [...forbidden] };
  reportDepth(tokens, reading);
  const words = dress(tokens, reading);
  const inOrder = footnoted(tokens, reading);
  setHeadings(inOrder);
  const html = htmlOf([...withTables(withAttributions(inOrder), reading)]);
  return {
    // A character may also be written as an entity: &#12; &#13;
    html: (text.includes("&") ? withoutForbidden(html).replaceAll("\r", "\n") : html) as Html,
    words,
    pictures: [...new Map(reading.pictures.map((picture) => [picture.stem, picture])).values()],
    links: reading.links,
    problems: reading.problems,
  };
}

// What markdown-it cuts off must not be lost without a word.
function reportDepth(tokens: readonly Token[], reading: Reading): void {
  const deepest = tokens.find(({ nesting, block, level }) => nesting === 1 && block && level >= mostNesting - 1);
  if (!deepest) return;
  reading.problems.push({
    at: placeOf(reading, "", deepest.map?.[0] ?? 0),
    what: "text: quotes or lists stand too deep in one another, and the innermost would be lost.",
    advice: "Take out some of the signs (>, -, 1.) before these words.",
  });
}

/** Dresses all words in a text, and gives their number. */
function dress(tokens: Token[], reading: Reading): number {
  let line = 0;
  let words = 0;
  tokens.forEach((token, i) => {
    line = token.map?.[0] ?? line;
    if (token.type === "inline") {
      dressWords(token.children ?? [], standsByItself(tokens, i), line, reading);
      words += wordsIn(plainText(token.children ?? []));
    } else if (token.type === "fence" || token.type === "code_block") {
      words += wordsIn(token.content);
      tokens[i] = htmlToken(`<pre tabindex="0"><code>${escaped(token.content)}</code></pre>\n`);
    }
  });
  return words;
}

function dressWords(words: Token[], byItself: boolean, firstLine: number, reading: Reading): void {
  typeset(words, reading.context.language);
  reportMissing(words, firstLine, reading);
  reportUnread(words, firstLine, reading);
  let line = firstLine;
  words.forEach((token, i) => {
    if (token.type === "softbreak" || token.type === "hardbreak") line += 1;
    if (token.type === "link_open") dressLink(token, line, reading);
    if (token.type === "image") words[i] = pictureToken(token, byItself, line, reading);
    if (token.type === "text_special") token.type = "text";
  });
}

// A paragraph of nothing but pictures is no paragraph: each is a figure.
function standsByItself(tokens: readonly Token[], i: number): boolean {
  const [open, inline, close] = tokens.slice(i - 1, i + 2);
  if (open?.type !== "paragraph_open" || close?.type !== "paragraph_close") return false;
  const pictures = inline?.children ?? [];
  if (!pictures.length || !pictures.every(({ type }) => type === "image" || type === "softbreak")) return false;
  open.hidden = true;
  close.hidden = true;
  return true;
}

function wordsIn(text: string): number {
  let count = 0;
  aWord.lastIndex = 0;
  while (aWord.test(text)) count++;
  return count;
}

// A run of anything but space and punctuation, in which apostrophes and hyphens may stand. By what separates, for the
// classes of Unicode's letters and digits take seven times as long, which was a third of all work on a text (2026-11).
const aWord =
  /[^\s!-/:-@[-`{-~\u00A0-\u00BF\u2000-\u206F\u3000-\u303F](?:[^\s!-/:-@[-`{-~\u00A0-\u00BF\u2000-\u206F\u3000-\u303F]|['’-])*/g;

// In: an author's markdown. Out: its HTML (the same for pages and feeds), its pictures and links, and problems.

import type { Problem } from "../../values/problem.ts";
import { escapeHtml } from "../../values/text/escape.ts";
import { isBlank } from "../../values/text/hidden-characters.ts";
import type { Html } from "../../values/text/html.ts";
import type { AnchorLink, PublishedFile, PublishedImage, SiteLink } from "../article.ts";
import type { BlockKind } from "../unsupported/unsupported.ts";
import { addAttributions } from "./block-quotes.ts";
import { findInvalidCharacters, removeInvalidCharacters } from "./characters.ts";
import { resolveDefinitions } from "./checks/definitions.ts";
import { reportUnclosedFences } from "./checks/fences.ts";
import { reportLeftovers } from "./checks/leftovers.ts";
import { reportUnsupportedMarks } from "./checks/unsupported-marks.ts";
import { moveFootnotesToEnd, reportMissingFootnotes } from "./footnotes.ts";
import { adjustHeadings } from "./headings.ts";
import { reportUnparsedLinks, rewriteLink } from "./links.ts";
import { createPictureToken } from "./pictures.ts";
import { createSearchBudget, locateText, type MarkdownContext, type MarkdownState, toPlainText } from "./reading.ts";
import { rewriteTables } from "./tables.ts";
import { createHtmlToken, maxNesting, parseMarkdown, renderTokens, type Token } from "./tokens.ts";
import { applySmartPunctuation, punctuateTokens } from "./typography.ts";

export type { MarkdownContext };
export { applySmartPunctuation };

/** A text as HTML, and what was found in it. */
export interface RenderedMarkdown {
  readonly html: Html;
  /** The number of words, footnotes and code included. */
  readonly wordCount: number;
  /** Without duplicates, in the order of the text. */
  readonly pictures: readonly PublishedImage[];
  /** Documents to which it links; without duplicates. */
  readonly documents: readonly PublishedFile[];
  readonly links: readonly SiteLink[];
  /** Links to places in pages of the site, this one among them. */
  readonly anchorLinks: readonly AnchorLink[];
  /** The ids of headings and footnotes, in the order of the text. */
  readonly ids: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Renders an author's markdown to HTML that is valid below the h1 of a page and safe for any input: raw HTML becomes
 * text, links have an allowed scheme or lead into the content, nothing is loaded from other sites, and there are no
 * style attributes.
 */
export function renderMarkdown(text: string, context: MarkdownContext): RenderedMarkdown {
  const characterProblems = findInvalidCharacters(text, context);
  const parsedTokens = parseMarkdown(characterProblems.length > 0 ? removeInvalidCharacters(text) : text);
  const state: MarkdownState = {
    context,
    lines: text.split("\n"),
    definitions: new Map(),
    search: createSearchBudget(text),
    pictures: [],
    documents: [],
    links: [],
    anchorLinks: [],
    problems: [...characterProblems],
  };
  const tokens = resolveDefinitions(parsedTokens, state);
  reportExcessiveNesting(tokens, state);
  reportUnclosedFences(tokens, state);
  const conflictLines = reportLeftovers(tokens, state);
  const earlierProblems = state.problems.length;
  const wordCount = rewriteTokens(tokens, state);
  const blocks = moveFootnotesToEnd(tokens, state);
  adjustHeadings(blocks);
  const html = renderTokens([...rewriteTables(addAttributions(blocks), state)]);
  return {
    // Entities can produce invalid characters and carriage returns too: &#12; &#13;
    html: (text.includes("&") ? removeInvalidCharacters(html).replaceAll("\r", "\n") : html) as Html,
    wordCount,
    pictures: [...new Map(state.pictures.map((picture) => [picture.stem, picture])).values()],
    documents: [...new Map(state.documents.map((document) => [document.path, document])).values()],
    links: state.links,
    anchorLinks: state.anchorLinks,
    // Quotation marks in an author's text are escaped, so that only our own elements match.
    ids: html.includes(' id="') ? Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id = ""]) => id) : [],
    problems: state.problems.filter(({ at }, i) => i < earlierProblems || !conflictLines.has(at.line)),
  };
}

// markdown-it silently drops content that is nested more deeply.
function reportExcessiveNesting(tokens: readonly Token[], state: MarkdownState): void {
  const tooDeep = tokens.find(({ nesting, block, level }) => nesting === 1 && block && level >= maxNesting - 1);
  if (!tooDeep) return;
  state.problems.push({
    at: locateText(state, "", tooDeep.map?.[0] ?? 0),
    what: "text: quotes or lists are nested too deeply, and the innermost would be lost.",
    advice: "Remove some of the markers (>, -, 1.) before this text.",
  });
}

/** Rewrites the inline tokens and code blocks of a text in place. Returns the number of words. */
function rewriteTokens(tokens: Token[], state: MarkdownState): number {
  let line = 0;
  let wordCount = 0;
  tokens.forEach((token, i) => {
    line = token.map?.[0] ?? line;
    if (token.type === "inline") {
      if (tokens[i - 1]?.type === "heading_open") reportEmptyHeading(token.children ?? [], line, state);
      reportUnsupportedMarks(token.children ?? [], getBlockKind(tokens, i), line, state);
      rewriteInlineTokens(token.children ?? [], unwrapPictureParagraph(tokens, i), line, state);
      wordCount += countWords(toPlainText(token.children ?? []));
    } else if (token.type === "fence" || token.type === "code_block") {
      wordCount += countWords(token.content);
      tokens[i] = createHtmlToken(`<pre tabindex="0"><code>${escapeHtml(token.content)}</code></pre>\n`);
    }
  });
  return wordCount;
}

function reportEmptyHeading(inlineTokens: readonly Token[], line: number, state: MarkdownState): void {
  if (!isBlank(toPlainText(inlineTokens)) || inlineTokens.some(({ type }) => type === "image")) return;
  state.problems.push({
    at: locateText(state, "", line),
    what: "text: a heading is empty.",
    advice: "Write its words, or delete the line.",
  });
}

function getBlockKind(tokens: readonly Token[], i: number): BlockKind {
  if (tokens[i - 1]?.type !== "paragraph_open") return "other";
  return tokens[i - 2]?.type === "list_item_open" ? "item" : "paragraph";
}

function rewriteInlineTokens(inlineTokens: Token[], isFigure: boolean, firstLine: number, state: MarkdownState): void {
  punctuateTokens(inlineTokens, state.context.language);
  reportMissingFootnotes(inlineTokens, firstLine, state);
  reportUnparsedLinks(inlineTokens, firstLine, state);
  let line = firstLine;
  inlineTokens.forEach((token, i) => {
    if (token.type === "softbreak" || token.type === "hardbreak") line += 1;
    if (token.type === "link_open") rewriteLink(token, line, state);
    if (token.type === "image") inlineTokens[i] = createPictureToken(token, isFigure, line, state);
    if (token.type === "text_special") token.type = "text";
  });
}

// A paragraph that consists only of pictures is unwrapped: each picture becomes a figure. Returns whether it was.
function unwrapPictureParagraph(tokens: readonly Token[], i: number): boolean {
  const [open, inline, close] = tokens.slice(i - 1, i + 2);
  if (open?.type !== "paragraph_open" || close?.type !== "paragraph_close") return false;
  const pictures = inline?.children ?? [];
  if (!pictures.length || !pictures.every(({ type }) => type === "image" || type === "softbreak")) return false;
  open.hidden = true;
  close.hidden = true;
  return true;
}

function countWords(text: string): number {
  let count = 0;
  wordPattern.lastIndex = 0;
  while (wordPattern.test(text)) count++;
  return count;
}

// A run of characters that are not space or punctuation; apostrophes and hyphens are allowed inside. It excludes
// separators, because Unicode classes of letters and digits take seven times as long: with them, counting words took a
// third of the time for a text (2026-11).
const wordPattern =
  /[^\s!-/:-@[-`{-~\u00A0-\u00BF\u2000-\u206F\u3000-\u303F](?:[^\s!-/:-@[-`{-~\u00A0-\u00BF\u2000-\u206F\u3000-\u303F]|['’-])*/g;

import { createHtmlToken, createInlineToken, type Token } from "./tokens.ts";

/**
 * Turns each quote that ends with a line such as "— Dmitry Peskov, to Zvezda TV" into a figure: the quote, and that
 * line as its caption. The line may be a paragraph of its own, or the last line of the last paragraph.
 */
export function addAttributions(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ type }) => type === "blockquote_open")) return tokens;
  const output: Token[] = [];
  const starts: number[] = [];
  for (const token of tokens) {
    if (token.type === "blockquote_open") starts.push(output.length);
    output.push(token);
    if (token.type === "blockquote_close") attributeQuote(output, starts.pop() ?? 0);
  }
  return output;
}

// The tokens end with a quote, which begins at `start`: open, …, paragraph open, inline, paragraph close, close.
function attributeQuote(output: Token[], start: number): void {
  const [open, inline, close] = output.slice(-4, -1);
  if (open?.type !== "paragraph_open" || open.level !== (output[start]?.level ?? 0) + 1) return;
  if (close?.type !== "paragraph_close" || !inline?.children) return;
  const lineStart = findLastLineStart(inline.children);
  const isOwnParagraph = lineStart === 0;
  if (!isAttribution(inline.children[lineStart]) || (isOwnParagraph && output.length - start === 5)) return;
  const speaker = createInlineToken(normalizeDash(inline.children.slice(lineStart)));
  if (isOwnParagraph) output.splice(-4, 3);
  else inline.children = inline.children.slice(0, lineStart - 1);
  output.splice(start, 0, createHtmlToken('<figure class="quote">\n'));
  output.push(createHtmlToken("<figcaption>"), speaker, createHtmlToken("</figcaption>\n</figure>\n"));
}

function findLastLineStart(inlineTokens: readonly Token[]): number {
  return inlineTokens.findLastIndex(({ type }) => type === "softbreak" || type === "hardbreak") + 1;
}

const leadingDash = /^(?:—|–|--)\s*(?=[^\s\d–—-])/;

function isAttribution(first: Token | undefined): boolean {
  return first?.type === "text" && (leadingDash.test(first.content) || /^(?:—|–|--)\s*$/.test(first.content));
}

function normalizeDash([first, ...others]: readonly Token[]): Token[] {
  if (!first) return [];
  first.content = first.content.replace(/^(?:—|–|--)\s*/, "— ");
  return [first, ...others];
}

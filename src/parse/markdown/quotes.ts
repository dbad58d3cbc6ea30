import { htmlToken, inlineToken, type Token } from "./tokens.ts";

/**
 * Makes a figure of each quote that ends with a line such as "— Dmitry Peskov, to Zvezda TV": the quote, and beneath it
 * who said it. The line may be a paragraph of its own, or the last of the quote's.
 */
export function withAttributions(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ type }) => type === "blockquote_open")) return tokens;
  const written: Token[] = [];
  const starts: number[] = [];
  for (const token of tokens) {
    if (token.type === "blockquote_open") starts.push(written.length);
    written.push(token);
    if (token.type === "blockquote_close") attribute(written, starts.pop() ?? 0);
  }
  return written;
}

// The tokens end with a quote, which starts at `start`: open, …, paragraph open, words, paragraph close, close.
function attribute(written: Token[], start: number): void {
  const [open, words, close] = written.slice(-4, -1);
  if (open?.type !== "paragraph_open" || open.level !== (written[start]?.level ?? 0) + 1) return;
  if (close?.type !== "paragraph_close" || !words?.children) return;
  const line = lastLine(words.children);
  const alone = line === 0;
  if (!isAttribution(words.children[line]) || (alone && written.length - start === 5)) return;
  const speaker = inlineToken(withDash(words.children.slice(line)));
  if (alone) written.splice(-4, 3);
  else words.children = words.children.slice(0, line - 1);
  written.splice(start, 0, htmlToken('<figure class="quote">\n'));
  written.push(htmlToken("<figcaption>"), speaker, htmlToken("</figcaption>\n</figure>\n"));
}

function lastLine(words: readonly Token[]): number {
  return words.findLastIndex(({ type }) => type === "softbreak" || type === "hardbreak") + 1;
}

const leadingDash = /^(?:—|–|--)\s*(?=[^\s\d–—-])/;

function isAttribution(first: Token | undefined): boolean {
  return first?.type === "text" && (leadingDash.test(first.content) || /^(?:—|–|--)\s*$/.test(first.content));
}

function withDash([first, ...others]: readonly Token[]): Token[] {
  if (!first) return [];
  first.content = first.content.replace(/^(?:—|–|--)\s*/, "— ");
  return [first, ...others];
}

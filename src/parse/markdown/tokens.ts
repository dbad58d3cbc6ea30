// The one file that knows markdown-it. In: markdown. Out: tokens, and HTML from tokens.
import MarkdownIt, { type Token } from "markdown-it";
import TokenMade from "markdown-it/lib/token.mjs";
import footnotes from "markdown-it-footnote";

/**
 * A piece of a text: the start or the end of an element, or words. Blocks follow one another; a token of type "inline"
 * holds the words of its block as children.
 */
export type { Token };

/** How deep quotes and lists may stand in one another. What stands deeper is cut off by markdown-it, whose bound this is. */
export const mostNesting = 100;

/** The tokens of a text, with links and picture paths as the author wrote them. */
export function tokensOf(text: string): Token[] {
  return markdown.parse(text, {});
}

/** The HTML of tokens. Safe: markdown-it escapes words and attributes, and only our own code makes `htmlToken`s. */
export function htmlOf(tokens: Token[]): string {
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** A token that stands for HTML of our own: a whole line among blocks, or a piece among words. */
export function htmlToken(html: string): Token {
  const token = new TokenMade("html_inline", "", 0);
  token.content = html;
  return token;
}

/** A token for words with children of their own, such as a paragraph's. */
export function inlineToken(children: Token[]): Token {
  const token = new TokenMade("inline", "", 0);
  token.children = children;
  return token;
}

/** A URL in ASCII, as it can stand in an attribute: its host in Punycode, all else percent-encoded where need be. */
export function encodedUrl(url: string): string {
  return encode(url);
}

// Raw HTML is off by default, so `<script>` is text. Footnotes written in place (`^[...]`) are off, for the plugin reads
// nested ones without a bound; the tail of footnotes is ours (markdown-footnotes.ts), and so is typography.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
  .use(footnotes)
  .disable(["footnote_inline", "footnote_tail", "text_join"]);

const encode = markdown.normalizeLink.bind(markdown);

// Every link becomes a token, as written, and markdown-links.ts says which may stay: markdown-it itself would turn a link
// that it refuses into text, and no author would hear of it.
markdown.normalizeLink = (url) => url;
markdown.validateLink = () => true;

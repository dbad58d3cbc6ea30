// The only file that uses markdown-it, with its rules in rules/. In: markdown. Out: tokens, and HTML from tokens.
import MarkdownIt, { type Token } from "markdown-it";
import MarkdownItToken from "markdown-it/lib/token.mjs";
import footnotes from "markdown-it-footnote";
import { addAddressRule } from "./rules/address-rule.ts";
import { addDefinitionRule } from "./rules/definition-rule.ts";
import { limitFootnoteReferences, locateFootnotes } from "./rules/footnote-rule.ts";

/**
 * A token of markdown-it: the start or the end of an element, or text. Block tokens form a flat list; a token of type
 * "inline" holds the inline tokens of its block as children.
 */
export type { Token };

/** The maximum nesting depth of quotes and lists: markdown-it's own limit, beyond which it drops content. */
export const maxNesting = 100;

/**
 * Parses markdown into tokens. Links and picture paths stay as the author wrote them. Each link definition is a
 * paragraph of its own (rules/definition-rule.ts), which must be removed or replaced before the tokens are rendered.
 */
export function parseMarkdown(text: string): Token[] {
  return markdown.parse(text, {});
}

/** Parses the text of one block into inline tokens. */
export function parseInlineMarkdown(text: string): Token[] {
  return markdown.parseInline(text, {})[0]?.children ?? [];
}

/** Renders tokens to HTML. Safe: markdown-it escapes text and attributes, and only our own code creates HTML tokens. */
export function renderTokens(tokens: Token[]): string {
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** Creates a token that is rendered as the given HTML, without escaping. It may be a block token or an inline token. */
export function createHtmlToken(html: string): Token {
  const token = new MarkdownItToken("html_inline", "", 0);
  token.content = html;
  return token;
}

/** Creates a token of type "inline" that contains the given inline tokens. */
export function createInlineToken(children: Token[]): Token {
  const token = new MarkdownItToken("inline", "", 0);
  token.children = children;
  return token;
}

/** Encodes a URL in ASCII: its host in Punycode, everything else percent-encoded where necessary. */
export function encodeUrl(url: string): string {
  return encode(url);
}

// Raw HTML is off, so `<script>` is text. Inline footnotes (`^[...]`) are off, because the plugin parses nested ones
// without a depth limit. footnotes.ts renders the list of footnotes, and typography.ts the punctuation.
function createParser(): MarkdownIt {
  const parser = new MarkdownIt({ html: false, linkify: false, typographer: false })
    .use(footnotes)
    .disable(["footnote_inline", "footnote_tail", "text_join"]);
  addDefinitionRule(parser);
  limitFootnoteReferences(parser);
  locateFootnotes(parser);
  return parser;
}

const markdown = createParser();
const addressParser = createParser();
addAddressRule(markdown, addressParser);

const encode = markdown.normalizeLink.bind(markdown);

// Every link becomes a token, as written, and links.ts validates it: markdown-it would silently turn a link that it
// rejects into text.
for (const parser of [markdown, addressParser]) {
  parser.normalizeLink = (url) => url;
  parser.validateLink = () => true;
}

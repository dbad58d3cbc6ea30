// The only file that uses markdown-it for the markdown of other generators. In: a text. Out: its blocks.
import MarkdownIt, { type Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import type { RootContent } from "mdast";
import { convertHtml, footnoteElement } from "./html-to-markdown.ts";
import type { TextReport } from "./report.ts";

/** A block of a text: a paragraph, a list, a footnote. */
export interface TextBlock {
  /** As its author wrote it, if that can stay: without HTML, and without links that another line defines. */
  readonly source: string | undefined;
  /** The label of a footnote, if it is the text of one. */
  readonly note: string | undefined;
  /** The addresses of its links and pictures. */
  readonly links: readonly string[];
  readonly pictures: readonly { readonly url: string; readonly alt: string }[];
  /** What it says, as nodes of markdown. Made when it is needed: most blocks can stay as they are. */
  readonly getNodes: () => readonly RootContent[];
}

/** Splits a text in markdown, with HTML, into its blocks. */
export function splitMarkdown(text: string, report: TextReport): readonly TextBlock[] {
  const environment: { readonly references?: Readonly<Record<string, unknown>> } = {};
  const tokens = parser.parse(text, environment);
  const lines = text.split("\n");
  const hasReferences = Object.keys(environment.references ?? {}).length > 0;
  return groupTokens(tokens).flatMap((group) => createBlocks(group, lines, hasReferences, report));
}

/** Splits a text in HTML into its blocks. */
export function splitHtml(html: string, report: TextReport): readonly TextBlock[] {
  return convertHtml(html, report).map((node) => createNodeBlock([node]));
}

function createParser(): MarkdownIt {
  const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false })
    .use(footnotes)
    .disable(["footnote_inline", "footnote_tail"]);
  markdown.normalizeLink = (url) => url;
  markdown.validateLink = () => true;
  markdown.renderer.rules.footnote_ref = (tokens, i) => {
    const label = markdown.utils.escapeHtml(String(tokens[i]?.meta?.label ?? ""));
    return `<${footnoteElement} name="${label}"></${footnoteElement}>`;
  };
  for (const rule of ["footnote_reference_open", "footnote_reference_close"]) markdown.renderer.rules[rule] = () => "";
  return markdown;
}

const parser = createParser();

/** Groups tokens by their outermost block. HTML that opens an element goes on to the block that closes it. */
function groupTokens(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const groups: Token[][] = [];
  let depth = 0;
  let openElements = 0;
  let group: Token[] = [];
  for (const token of tokens) {
    group.push(token);
    depth += token.nesting;
    if (token.type === "html_block") openElements = Math.max(0, openElements + countOpenElements(token.content));
    if (depth > 0 || openElements > 0) continue;
    groups.push(group);
    group = [];
  }
  return group.length === 0 ? groups : [...groups, group];
}

const voidElements = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|td|tr|th)$/i;

/** How many elements a piece of HTML opens more than it closes. Those whose end may be left out do not count. */
function countOpenElements(html: string): number {
  const tags = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .matchAll(/<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi);
  let count = 0;
  for (const [, slash, name = "", rest = ""] of tags) {
    if (voidElements.test(name) || rest.endsWith("/")) continue;
    count += slash === "" ? 1 : -1;
  }
  return count;
}

function createBlocks(
  group: readonly Token[],
  lines: readonly string[],
  hasReferences: boolean,
  report: TextReport,
): readonly TextBlock[] {
  const inlineTokens = group.flatMap(({ children }) => children ?? []);
  const isHtml =
    group.some(({ type }) => type === "html_block") || inlineTokens.some(({ type }) => type === "html_inline");
  const links = inlineTokens.filter(({ type }) => type === "link_open");
  const pictures = inlineTokens.filter(({ type }) => type === "image");
  const html = () => parser.renderer.render([...group], parser.options, {});
  // Each block of a piece of HTML stands by itself, so that a fault in one does not change the others.
  if (group[0]?.type === "html_block") return splitHtml(html(), report);
  const note = group[0]?.type === "footnote_reference_open" ? String(group[0].meta?.label ?? "") : undefined;
  const canStay = !isHtml && !(hasReferences && links.length + pictures.length > 0);
  let nodes: readonly RootContent[] | undefined;
  return [
    {
      source: canStay ? sliceSource(group, lines) : undefined,
      note,
      links: links.map((token) => String(token.attrGet("href") ?? "")),
      pictures: pictures.map((token) => ({ url: String(token.attrGet("src") ?? ""), alt: token.content.trim() })),
      getNodes: () => (nodes ??= convertHtml(html(), report)),
    },
  ];
}

function createNodeBlock(nodes: readonly RootContent[]): TextBlock {
  return { source: undefined, note: undefined, links: [], pictures: [], getNodes: () => nodes };
}

function sliceSource(group: readonly Token[], lines: readonly string[]): string | undefined {
  const maps = group.flatMap(({ map }) => (map ? [map] : []));
  if (maps.length === 0) return undefined;
  const isNote = group[0]?.type === "footnote_reference_open";
  let start = Math.min(...maps.map(([first]) => first));
  // The plugin gives a note no lines of its own: its text begins on the line of its mark, or below it.
  while (isNote && start > 0 && !/^ {0,3}\[\^/.test(lines[start] ?? "")) start--;
  return lines
    .slice(start, Math.max(...maps.map(([, end]) => end)))
    .join("\n")
    .replace(/\s+$/, "");
}

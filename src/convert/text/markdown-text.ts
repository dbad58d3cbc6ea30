// The only file that writes markdown. In: its nodes. Out: its text.
import type { RootContent } from "mdast";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { defaultHandlers, type Handle, type Options, toMarkdown } from "mdast-util-to-markdown";

/** Which characters of words get a backslash: those that could be markup, those that other dialects know, or all. */
export type EscapeLevel = "markdown" | "dialects" | "all";

/** Writes nodes as markdown that reads as exactly these nodes. */
export function writeMarkdown(nodes: readonly RootContent[], escapes: EscapeLevel): string {
  return toMarkdown({ type: "root", children: [...nodes] }, optionsByLevel[escapes]).trim();
}

const writeText: Handle = (node, parent, state, info) => defaultHandlers.text(node, parent, state, info);

// A mark that is closed by nothing else than itself: its name has no letter that could be markup.
const writeFootnoteMark = Object.assign((node: { readonly identifier: string }) => `[^${node.identifier}]`, {
  peek: () => "[",
});

function createOptions(characters: RegExp | undefined): Options {
  return {
    bullet: "-",
    bulletOther: "*",
    emphasis: "*",
    rule: "-",
    fences: true,
    listItemIndent: "one",
    resourceLink: false,
    extensions: [gfmStrikethroughToMarkdown(), gfmTableToMarkdown({ tablePipeAlign: false })],
    handlers: {
      footnoteReference: writeFootnoteMark,
      text: (node, parent, state, info) => escapeMore(writeText(node, parent, state, info), characters),
    },
  };
}

/** Puts a backslash before more characters, except where one stands already, and in the references of characters. */
function escapeMore(text: string, characters: RegExp | undefined): string {
  if (characters === undefined) return text;
  return text.replace(/\\[!-/:-@[-`{-~]|&#?\w+;|[\s\S]/g, (piece) =>
    piece.length === 1 && characters.test(piece) ? `\\${piece}` : piece,
  );
}

const optionsByLevel: Readonly<Record<EscapeLevel, Options>> = {
  markdown: createOptions(undefined),
  dialects: createOptions(/[{}<>=+|%~^$`[\]*_#&@\\:/]/),
  all: createOptions(/[!-/:-@[-`{-~]/),
};

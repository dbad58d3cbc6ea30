import type MarkdownIt from "markdown-it";
import { findRule } from "./find-rule.ts";

/** The maximum length of the name of a footnote. Without it, the time for unclosed references grows with the square. */
export const maxFootnoteName = 100;

/** Gives each note the lines on which it stands, as markdown-it gives them to all other blocks. */
export function locateFootnotes(markdown: MarkdownIt): void {
  const rules = markdown.block.ruler;
  const parseNote = findRule(rules, "footnote_def");
  rules.at(
    "footnote_def",
    (state, startLine, endLine, silent) => {
      const start = state.tokens.length;
      const isParsed = parseNote(state, startLine, endLine, silent);
      const open = state.tokens[start];
      if (isParsed && open) open.map = [startLine, state.line];
      return isParsed;
    },
    { alt: ["paragraph", "reference"] },
  );
}

/** Makes the plugin's rule for references look no further for their end than a name may reach. */
export function limitFootnoteReferences(markdown: MarkdownIt): void {
  const rules = markdown.inline.ruler;
  const parseReference = findRule(rules, "footnote_ref");
  rules.at("footnote_ref", (state, silent) => {
    if (!state.src.startsWith("[^", state.pos)) return false;
    const reference = state.src.slice(state.pos, state.pos + maxFootnoteName + "[^]".length);
    return reference.includes("]") && parseReference(state, silent);
  });
}

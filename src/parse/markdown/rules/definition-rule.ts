import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { findRule } from "./find-rule.ts";

/** A line such as "[1]: https://example.org/", which gives the address of a link elsewhere in the text. */
export interface LinkDefinition {
  readonly label: string;
  readonly destination: string;
  /** Whether an earlier line has the same label: then no link leads here. */
  readonly isDuplicate: boolean;
  readonly isUsed: () => boolean;
}

/** The type of the token that stands for a definition until it is known whether a link uses it. */
export const definitionType = "definition";

/**
 * Keeps each link definition as a paragraph with one token of type "definition", whose content is its source and whose
 * meta is the `LinkDefinition`. markdown-it drops all definitions, also those that no link uses: "[Update]: Postponed."
 */
export function addDefinitionRule(markdown: MarkdownIt): void {
  const rules = markdown.block.ruler;
  const parseDefinition = findRule(rules, "reference");
  rules.at("reference", (state, startLine, endLine, silent) => {
    if (!parseDefinition(state, startLine, endLine, silent)) return false;
    if (!silent) pushDefinition(state, startLine);
    return true;
  });
}

function pushDefinition(state: StateBlock, startLine: number): void {
  const source = state.getLines(startLine, state.line, state.blkIndent, false).trim();
  const [, label = "", inBrackets, word = ""] = definitionParts.exec(source) ?? [];
  const map: [number, number] = [startLine, state.line];
  state.push("paragraph_open", "p", 1).map = map;
  const token = state.push(definitionType, "", 0);
  token.map = map;
  token.content = source;
  token.meta = watchDefinition(state, label, inBrackets ?? word);
  state.push("paragraph_close", "p", -1);
}

const definitionParts = /^\[((?:\\[\s\S]|[^\]\\])*)\]:\s*(?:<([^<>\n]*)>|(\S*))/;

// markdown-it reads the address of a definition only for a link that uses it.
function watchDefinition(state: StateBlock, label: string, destination: string): LinkDefinition {
  const key = state.md.utils.normalizeReference(label);
  const labels: Set<string> = state.env.definedLabels ?? new Set<string>();
  state.env.definedLabels = labels;
  const isDuplicate = labels.has(key);
  let isUsed = false;
  if (!isDuplicate) {
    const reference: { href: string } = state.env.references[key];
    const { href } = reference;
    Object.defineProperty(reference, "href", {
      get: () => {
        isUsed = true;
        return href;
      },
    });
  }
  labels.add(key);
  return { label, destination, isDuplicate, isUsed: () => isUsed };
}

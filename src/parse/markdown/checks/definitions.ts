import { inQuotes, type ProblemText } from "../../../values/problem.ts";
import { locateText, type MarkdownState } from "../reading.ts";
import { definitionType, type LinkDefinition } from "../rules/definition-rule.ts";
import { createInlineToken, parseInlineMarkdown, type Token } from "../tokens.ts";

/**
 * Replaces the definitions among the tokens. One that a link uses is removed. One that nothing uses is shown as the text
 * that it was meant to be ("[Update]: Postponed."), or reported if it has the address of a link.
 */
export function resolveDefinitions(tokens: Token[], state: MarkdownState): Token[] {
  if (!tokens.some(({ type }) => type === definitionType)) return tokens;
  const removed = new Set<Token>();
  const resolvedTokens = tokens.map((token, i) => {
    if (token.type !== definitionType) return token;
    const definition: LinkDefinition = token.meta;
    const line = token.map?.[0] ?? 0;
    const at = locateText(state, definition.destination, line);
    if (!state.definitions.has(definition.destination)) state.definitions.set(definition.destination, at);
    const problem = definition.isUsed() ? undefined : describeUnusedDefinition(definition);
    if (!definition.isUsed() && problem === undefined) return showDefinition(token);
    if (problem) state.problems.push({ at: locateText(state, "[", line), ...problem });
    for (const part of tokens.slice(i - 1, i + 2)) removed.add(part);
    return token;
  });
  return resolvedTokens.filter((token) => !removed.has(token));
}

function showDefinition({ content, map }: Token): Token {
  const inline = createInlineToken(parseInlineMarkdown(content));
  inline.content = content;
  inline.map = map;
  return inline;
}

/** Undefined if the definition is words of the text: no address begins like them. */
function describeUnusedDefinition({ label, destination, isDuplicate }: LinkDefinition): ProblemText | undefined {
  const mark = `[${label}]:`;
  if (label.startsWith("^"))
    return {
      what: `text: ${inQuotes(mark)} is not a footnote: its name has a space.`,
      advice: `Write ${formatFootnoteMark(label)} here, and where it belongs.`,
    };
  if (!looksLikeAddress.test(destination)) return undefined;
  if (label === "//" || /^(?:#|<?>?)$/.test(destination))
    return {
      what: `text: ${inQuotes(mark)} is a comment of another dialect, and no reader would see it.`,
      advice: "Delete it: notes to editors do not belong in what is published.",
    };
  const advice = `Write [words][${label}] where it belongs, or delete the line; to show it as text, begin it with \\[`;
  if (isDuplicate)
    return {
      what: `text: there are two link definitions ${inQuotes(mark)}, and the second would be lost.`,
      advice: "Delete it, or give it another name; to show it as text, begin it with \\[",
    };
  return { what: `text: nothing uses the link definition ${inQuotes(mark)}, so no reader would see it.`, advice };
}

/** The mark of a footnote whose name has no spaces: "[^a-b]" for the label "^a b". */
function formatFootnoteMark(label: string): string {
  return `[${label.trim().replace(/\s+/g, "-")}]`;
}

const looksLikeAddress = /^(?:[a-z][a-z\d+.-]*:\D|www\.|[^\s@]+@[^\s@]+\.|#|$)|\/|\.[a-z]{2,5}$|\.html?#/i;

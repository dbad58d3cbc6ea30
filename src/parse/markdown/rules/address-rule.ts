import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { type BareAddress, findAddresses } from "../addresses.ts";

/**
 * Makes links of bare addresses, and keeps each as typed: no mark inside it is emphasis, and no typography changes it.
 * This replaces markdown-it's own linkify, which finds an address only after its parts have been parsed as text.
 */
export function addAddressRule(markdown: MarkdownIt): void {
  const rules = markdown.inline.ruler;
  const parseText = rules.getRules("")[0];
  if (parseText === undefined) throw new Error("Expected markdown-it to have a rule for text.");
  rules.at("text", (state, silent) => {
    const next = findNextAddress(state);
    if (next === undefined) return parseText(state, silent);
    if (next.start === state.pos) return parseAddress(state, silent, next);
    const max = state.posMax;
    state.posMax = Math.min(max, next.start);
    const isParsed = parseText(state, silent);
    state.posMax = max;
    return isParsed;
  });
}

// The types of markdown-it lack its count of the links that are open.
function parseAddress(
  state: StateInline & { readonly linkLevel?: number },
  silent: boolean,
  { start, end, href }: BareAddress,
): boolean {
  if (!silent) {
    const typed = state.md.utils.unescapeAll(state.src.slice(start, end));
    const isLink = href !== undefined && state.linkLevel === 0;
    if (isLink) {
      const open = state.push("link_open", "a", 1);
      open.attrs = [["href", state.md.utils.unescapeAll(href)]];
      open.markup = "linkify";
      open.info = "auto";
    }
    const text = state.push("text_special", "", 0);
    text.content = typed;
    text.info = "auto";
    if (isLink) state.push("link_close", "a", -1).info = "auto";
  }
  state.pos = end;
  return true;
}

/** The first address that begins at the position of the state or after it, and ends before the end of the state. */
function findNextAddress(state: StateInline): BareAddress | undefined {
  let addresses = addressesByState.get(state);
  if (addresses === undefined) {
    addresses = findAddresses(state.src);
    addressesByState.set(state, addresses);
  }
  let low = 0;
  let high = addresses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((addresses[middle]?.start ?? 0) < state.pos) low = middle + 1;
    else high = middle;
  }
  const next = addresses[low];
  return next !== undefined && next.end <= state.posMax ? next : undefined;
}

const addressesByState = new WeakMap<StateInline, readonly BareAddress[]>();

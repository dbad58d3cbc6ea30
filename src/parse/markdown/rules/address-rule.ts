import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { type BareAddress, findAddresses } from "../addresses.ts";
import { findRule } from "./find-rule.ts";

/**
 * Makes links of bare addresses, and keeps each as typed: no mark inside it is emphasis, and no typography changes it.
 * This replaces markdown-it's own linkify, which finds an address only after its parts have been parsed as text.
 *
 * The rule is called for every word, and most blocks have no bare address: they stay with the parser as it is.
 *
 * @param parser parses the blocks without bare addresses, and hands over the others
 * @param addressParser the same parser again, which gets the rule
 */
export function addAddressRule(parser: MarkdownIt, addressParser: MarkdownIt): void {
  const rules = addressParser.inline.ruler;
  const parseText = findRule(rules, "text");
  rules.at("text", (state, silent) => {
    const next = findNextAddress(state, getAddresses(state));
    if (next === undefined) return parseText(state, silent);
    if (next.start === state.pos) return parseAddress(state, silent, next);
    const max = state.posMax;
    state.posMax = Math.min(max, next.start);
    const isParsed = parseText(state, silent);
    state.posMax = max;
    return isParsed;
  });
  const parseInline = parser.inline.parse.bind(parser.inline);
  parser.inline.parse = (text, _, environment, tokens) => {
    if (findAddresses(text).some((address) => !isDestination(text, address)))
      addressParser.inline.parse(text, addressParser, environment, tokens);
    else parseInline(text, parser, environment, tokens);
  };
}

/** Whether an address is that of a link, "[words](address)" or "<address>". */
function isDestination(text: string, { start, end }: BareAddress): boolean {
  if (text[start - 1] === "<") return text[end] === ">";
  return text[start - 1] === "(" && text[start - 2] === "]" && /[\s)]/.test(text.charAt(end));
}

// The types of markdown-it lack its count of the links that are open.
function parseAddress(
  state: StateInline & { readonly linkLevel?: number },
  silent: boolean,
  { start, end, getHref }: BareAddress,
): boolean {
  if (!silent) {
    const href = getHref();
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
function findNextAddress(state: StateInline, addresses: readonly BareAddress[]): BareAddress | undefined {
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

// The rule is called for every word: comparing with the last state takes less time than a look-up.
let last: { readonly state: StateInline; readonly addresses: readonly BareAddress[] } | undefined;

function getAddresses(state: StateInline): readonly BareAddress[] {
  if (last?.state === state) return last.addresses;
  const addresses = addressesByState.get(state) ?? findAddresses(state.src);
  addressesByState.set(state, addresses);
  last = { state, addresses };
  return addresses;
}

// The description of a picture is parsed with a state of its own, and then the parser goes on with the one around it.
const addressesByState = new WeakMap<StateInline, readonly BareAddress[]>();

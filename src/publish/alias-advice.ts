import type { Address } from "../values/address.ts";

/** An entry of `aliases` in site.yaml. */
export interface SiteEntry {
  readonly from: Address;
  readonly to: Address;
}

/** Names the first addresses of a list, and how many there are: "/a/, /b/, /c/ and 4 more were". */
export function nameAddresses(addresses: readonly Address[]): string {
  const rest = addresses.length - shownAddresses;
  if (rest > 0) return `${addresses.slice(0, shownAddresses).join(", ")} and ${rest} more were`;
  const last = addresses.at(-1) ?? "";
  return addresses.length > 1 ? `${addresses.slice(0, -1).join(", ")} and ${last} were` : `${last} was`;
}

const shownAddresses = 3;

/** Adds aliases to those that are there, each once. */
export function mergeAliases(aliases: readonly string[], added: readonly string[]): readonly string[] {
  return [...new Set([...aliases, ...added])];
}

/** Writes a list in YAML. */
export function writeList(texts: readonly string[]): string {
  return `[${texts.map((text) => JSON.stringify(text)).join(", ")}]`;
}

/** Writes the whole key `aliases` of site.yaml in one line, so that it is right in any style of YAML. */
export function writeSiteAliases(aliases: readonly SiteEntry[], added: readonly SiteEntry[]): string {
  const targets = new Map([...aliases, ...added].map(({ from, to }) => [from, to]));
  return `aliases: {${[...targets].map(([from, to]) => `${JSON.stringify(from)}: ${JSON.stringify(to)}`).join(", ")}}`;
}

import type { Address } from "./address.ts";

/**
 * Text that is already HTML and safe to show. Links to the site's own addresses stand in it as `"site:/2024/07/11/x/"`,
 * because the same text is shown at several places: its page, its feeds. No author can write that form: a quote mark in
 * an author's text is escaped, and `site:` is no scheme that the markdown reader lets through.
 */
export type Html = string & { readonly brand: "Html" };

/** The key under which the HTML of a text is kept: a hash of all that it was made from. */
export type BodyKey = string & { readonly brand: "BodyKey" };

/** The key of a text that was made from all of `parts`: hashes, and names without a space. */
export function bodyKey(...parts: readonly string[]): BodyKey {
  return parts.join(" ") as BodyKey;
}

/** Finds the HTML of a text. */
export type Bodies = (key: BodyKey) => Html;

/** The form that a link to an address of the site has inside `Html`. */
export function siteLink(address: Address): string {
  return `site:${address}`;
}

/** The same HTML with every link to the site's own addresses written as `write` says: relative, or absolute for a feed. */
export function linked(html: Html, write: (address: Address) => string): Html {
  return html.replace(siteLinks, (_, before: string, address: string) => before + write(address as Address)) as Html;
}

// In attributes (after a quote mark), and after the comma of a srcset.
const siteLinks = /(["]|, )site:(\/[^"#\s,]*)/g;

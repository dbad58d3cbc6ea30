import type { Address } from "../address.ts";
import type { Utf8 } from "./utf8.ts";

/**
 * Text that is already HTML and safe to show. Addresses of the site stand in its href, src and srcset as
 * `"site:/2024/07/11/x/"`, because the same text is shown at several places: its page, its feeds. No author can write that
 * form: a quote mark in an author's text is escaped, so no such attribute can be made of it, and `site:` is no scheme
 * that the markdown reader lets through. Nor does it hold a character that XML forbids, or another line end than "\n".
 */
export type Html = string & { readonly brand: "Html" };

/** The key under which the HTML of a text is kept: a hash of all that it was made from. */
export type BodyKey = string & { readonly brand: "BodyKey" };

/** Finds the HTML of a text. */
export interface Bodies {
  readonly html: (key: BodyKey) => Html;
  /** As it is kept: for what copies it and does not look at its characters. */
  readonly utf8: (key: BodyKey) => Html & Utf8;
}

/** The form that a link to an address of the site has inside `Html`. */
export function siteLink(address: Address): string {
  return `site:${address}`;
}

/**
 * The same HTML with every link to the site's own addresses written as `write` says: relative, or absolute for a feed. A
 * fragment stays behind what is written; each picture of a srcset is written by itself.
 */
export function linked<H extends Html>(html: H, write: (address: Address) => string): H {
  return html.replace(siteAttributes, (_, before: string, value: string) => before + written(value, write)) as H;
}

// The attribute's name is part of the form: an alt, a title or an aria-label that begins with "site:/" is an author's text.
const siteAttributes = /( (?:href|src|srcset)=")(site:[^"]*)/g;

function written(value: string, write: (address: Address) => string): string {
  return value.replace(siteLinks, (_, before: string, address: string) => before + write(address as Address));
}

// At the start, and after the comma of a srcset: no address or fragment holds a space.
const siteLinks = /(^|, )site:(\/[^#\s]*)/g;

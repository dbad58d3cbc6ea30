import { type Address, restoreAddress } from "../address.ts";
import { bytesToUtf8, type Utf8 } from "./utf8.ts";

/**
 * Safe HTML. Its href, src and srcset attributes contain addresses of the site as `"site:/2024/07/11/x/"`, because the
 * same HTML is published on its page and in feeds, with different URLs. An author cannot write that form: quotation
 * marks in text are escaped, and the markdown parser does not allow the scheme `site:`. The HTML contains no characters
 * that XML forbids, and its line ends are "\n".
 */
export type Html = string & { readonly brand: "Html" };

/** The key of the HTML of a text. It covers everything that the HTML depends on, and begins with the path of the text. */
export type BodyKey = string & { readonly brand: "BodyKey" };

/**
 * Creates the key of the HTML of a text.
 *
 * @param hash of the bytes of the file
 * @param stems the addresses of its pictures and documents: their names contain their hashes
 */
export function createBodyKey(path: string, hash: string, stems: readonly Address[]): BodyKey {
  return [path, hash, ...stems].join(" ") as BodyKey;
}

/** The path of the text that a key belongs to; only the part before the first space, if the path contains one. */
export function getBodyPath(key: BodyKey): string {
  return key.split(" ", 1)[0] ?? "";
}

/** Restores HTML from its stored bytes. There is no check. */
export function restoreHtml(bytes: Buffer): Html {
  return bytes.toString() as Html;
}

/** Restores HTML from its stored bytes as a text of UTF-8, without decoding it. */
export function restoreHtmlAsUtf8(bytes: Buffer): Html & Utf8 {
  return bytesToUtf8(bytes) as Html & Utf8;
}

/** The HTML of an empty text. */
export const emptyHtml = "" as Html;

/** Reads the HTML of texts. */
export interface BodyReader {
  readonly readHtml: (key: BodyKey) => Html;
  /** The same in UTF-8, as stored: for code that only copies it. */
  readonly readUtf8: (key: BodyKey) => Html & Utf8;
}

/** The form of an address inside `Html`: "site:/2024/07/11/x/". */
export function toSiteLink(address: Address): string {
  return `site:${address}`;
}

/**
 * Replaces each `site:` address in the attributes of HTML with its URL: relative on a page, absolute in a feed. A
 * fragment after the address stays; every address of a srcset is replaced.
 *
 * @param toUrl gives the URL of what a link leads to
 * @param toPictureUrl gives the URL of a picture, if that has another form
 */
export function resolveSiteLinks<H extends Html>(
  html: H,
  toUrl: (address: Address) => string,
  toPictureUrl: (file: Address) => string = toUrl,
): H {
  return html.replace(
    siteLinkAttributes,
    (_, start: string, value: string) =>
      start + resolveAttributeValue(value, start.startsWith(" href") ? toUrl : toPictureUrl),
  ) as H;
}

// The name of the attribute matters: an alt, a title or an aria-label that begins with "site:/" is an author's text.
const siteLinkAttributes = /( (?:href|src|srcset)=")(site:[^"]*)/g;

function resolveAttributeValue(value: string, toUrl: (address: Address) => string): string {
  return value.replace(
    siteLinks,
    (_, separator: string, address: string) => separator + toUrl(restoreAddress(address)),
  );
}

// At the start, and after the comma in a srcset: addresses and fragments do not contain spaces.
const siteLinks = /(^|, )site:(\/[^#\s]*)/g;

import type { Language } from "./language.ts";

/**
 * The path of a page or file from the root of the site: "/2024/07/11/summit/" (a page, published as index.html in that
 * folder) or "/rss.xml" (a file). Lower-case ASCII, so it is the same on every file system and in every URL; but static
 * files keep the names that publishers give them: "/CNAME", "/%D0%BE%D1%82%D1%87%D1%91%D1%82.pdf".
 */
export type Address = string & { readonly brand: "Address" };

/** The form of links between pages: to the folder (`../12/`), or to the file in it (`../12/index.html`). */
export type LinkStyle = "folder" | "file";

/** What a relative link depends on: the address of the page that contains it, and the link style. */
export interface LinkBase {
  readonly address: Address;
  readonly linkStyle: LinkStyle;
}

/** Joins folder names to the address of a page: `toPageAddress("tags", "russia")` is "/tags/russia/". */
export function toPageAddress(...folders: readonly string[]): Address {
  return (folders.length === 0 ? "/" : `/${folders.join("/")}/`) as Address;
}

/** The address of a file in a page's folder: `toFileAddress("/tags/russia/", "rss.xml")` is "/tags/russia/rss.xml". */
export function toFileAddress(folder: Address, name: string): Address {
  return `${folder}${name}` as Address;
}

/** The address of a folder in a page's folder: `toSubfolder("/daily/", "archive", "2024-07")`. */
export function toSubfolder(folder: Address, ...names: readonly string[]): Address {
  return `${folder}${names.join("/")}/` as Address;
}

/** The address of a page of a list that is split: `toNumberedAddress("/tags/russia/", 2)` is "/tags/russia/page/2/". */
export function toNumberedAddress(folder: Address, number: number): Address {
  return toSubfolder(folder, "page", String(number));
}

/** Appends to the name of a file: `appendToName("/2024/07/11/map", "-640.jpg")` is "/2024/07/11/map-640.jpg". */
export function appendToName(stem: Address, suffix: string): Address {
  return `${stem}${suffix}` as Address;
}

/** Adds the version of a file to its address or URL, as a query: hosts send the same file without it. */
export function addVersion<T extends Address | string>(address: T, version: string): T {
  return `${address}?v=${version}` as T;
}

/** The parent of the folder of a page: "/2024/07/11/" for "/2024/07/11/summit/". */
export function getParentFolder(address: Address): Address {
  return address.slice(0, address.lastIndexOf("/", address.length - 2) + 1) as Address;
}

/**
 * The address of a file by its path in the site, percent-encoded: "/annual%20report.pdf" for "annual report.pdf". Disks
 * differ in how they store accents, so they are composed (NFC). An "index.html" is the page of its folder.
 */
export function toPathAddress(path: string): Address {
  const names = path.normalize("NFC").replace(loneSurrogates, "\ufffd").split("/").map(encodeURIComponent);
  return `/${names.join("/")}`.replace(/\/index\.html$/, "/") as Address;
}

// They cannot be encoded.
const loneSurrogates = /\p{Surrogate}/gu;

/** Decodes the percent-encoding of a path or address; it stays as it is where it is not valid. */
export function decodePath(path: string): string {
  if (!path.includes("%")) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** An address for messages: with letters of all scripts, and still a link that an author can write. */
export function toReadableAddress(address: string): string {
  return address.replace(/(?:%[89a-f][\da-f])+/gi, decodePath);
}

/** Restores an address from a text that this program made of an address: there is no check. */
export function restoreAddress(text: string): Address {
  return text as Address;
}

/**
 * Adds the prefix of a language to an address. The site's own language has no prefix; the prefix of every other one is
 * its code: "/uk/tags/russia/".
 */
export function addLanguagePrefix(language: Language, siteLanguage: Language, address: Address): Address {
  return language === siteLanguage ? address : (`/${language}${address}` as Address);
}

/** Removes the prefix of a language from an address that has it; the site's own language has none. */
export function removeLanguagePrefix(language: Language, siteLanguage: Language, address: Address): Address {
  return language === siteLanguage ? address : (address.slice(language.length + 1) as Address);
}

/**
 * Parses an address that an author wrote in `aliases`: "/old/story/" or "/old/story.html".
 *
 * @returns undefined if no page can be published at that address: the text does not start with "/", or has an empty or
 *   dot segment, a character other than ASCII letters, digits and `-._~`, a folder named like a file, or a file that
 *   hosts do not serve as HTML
 */
export function parseAddress(text: string): Address | undefined {
  return isPageAddress(text) ? parseAnyFile(text) : undefined;
}

/** Parses the address of a file that is not a page, such as a feed: "/blog/atom.xml", "/feed". As `parseAddress`. */
export function parseFileAddress(text: string): Address | undefined {
  return isPageAddress(text) ? undefined : parseAnyFile(text);
}

/** Whether hosts serve what stands at an address as a page: a folder, or a file that is named as HTML. */
export function isPageAddress(text: string): boolean {
  return /(?:\/|.\.html?)$/.test(text);
}

function parseAnyFile(text: string): Address | undefined {
  const names = text.split("/").slice(1);
  const isWellFormed = /^\/(?:[\w.~-]+\/)*[\w.~-]*$/.test(text);
  const isUnusable = (name: string, i: number) =>
    /^\.\.?$/.test(name) || (i < names.length - 1 && siteFileExtensions.test(name));
  return isWellFormed && !names.some(isUnusable) ? (text as Address) : undefined;
}

/**
 * Parses an address of this site that an author links to: a page, "/tags/russia/", or a file, "/rss.xml". Whether it is
 * published is another question.
 *
 * @returns undefined if the text has another form; the address of the page for its file: "/tags/russia/index.html"
 */
export function parseSiteAddress(text: string): Address | undefined {
  const isWellFormed = /^\/(?:[\w.~-]+\/)*(?:[\w.~-]+\.\w+)?$/.test(text);
  const hasDotSegment = text.split("/").some((folder) => /^\.\.?$/.test(folder));
  return isWellFormed && !hasDotSegment ? (text.replace(/\/index\.html$/, "/") as Address) : undefined;
}

// The site has, or could have, files with these extensions: a folder of the same name would collide with them.
const siteFileExtensions = /\.(?:html?|xml|json|opml|txt|css|js|jpe?g|png|webp|avif)$/i;

/** The path of an address's file in the output folder: "2024/07/index.html", "rss.xml". It does not start with "/". */
export function toOutputPath(address: Address): string {
  return decodePath((address.endsWith("/") ? `${address}index.html` : address).slice(1));
}

/**
 * Whether a path stays inside the folder that it is relative to, with "/" on every system. Paths from files that somebody
 * else could have written (cache, journal, record) are checked with it before they are used.
 */
export function isInnerPath(path: string): boolean {
  return !outerPath.test(path);
}

// An empty, "." or ".." segment, which includes a "/" at the start or the end; a separator, drive or stream of Windows; a
// NUL.
const outerPath = /(?:^|\/)\.{0,2}(?:\/|$)|[\\:\0]/;

/** The absolute URL of an address. `siteUrl` ends with "/" and may have a path. */
export function toAbsoluteUrl(siteUrl: string, address: Address): string {
  return siteUrl + address.slice(1);
}

/**
 * The URL of an address relative to the page that links to it, so that the site works under any base path.
 *
 * @returns `../12/`, or `../12/index.html` with link style "file"; `./` or `index.html` for the page itself
 */
export function toRelativeUrl(base: LinkBase, target: Address): string {
  const baseFolder = base.address.slice(0, base.address.lastIndexOf("/") + 1);
  let sharedLength = 0;
  for (let i = 0; i < baseFolder.length && baseFolder.charCodeAt(i) === target.charCodeAt(i); i++) {
    if (baseFolder.charCodeAt(i) === slashCode) sharedLength = i + 1;
  }
  let url = target.slice(sharedLength);
  for (let i = sharedLength; i < baseFolder.length; i++) if (baseFolder.charCodeAt(i) === slashCode) url = `../${url}`;
  if (!target.endsWith("/")) return url;
  if (base.linkStyle === "file") return `${url}index.html`;
  return url === "" ? "./" : url;
}

const slashCode = 47;

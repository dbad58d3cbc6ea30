import type { Language } from "./language.ts";

/**
 * Where something stands on the site, from its root: "/2024/07/11/summit/" (a page, kept as index.html in that folder)
 * or "/rss.xml" (a file). Lower-case ASCII, so it is the same on every disk and in every URL.
 */
export type Address = string & { readonly brand: "Address" };

/** How links between pages are written: to the folder (`../12/`), or to the file in it (`../12/index.html`). */
export type LinkStyle = "folder" | "file";

/** Where a page stands, and how it links from there. */
export interface Here {
  readonly address: Address;
  readonly links: LinkStyle;
}

/** The address of a page from the names of the folders that lead to it: `pageAddress("tags", "russia")` is "/tags/russia/". */
export function pageAddress(...folders: readonly string[]): Address {
  return (folders.length === 0 ? "/" : `/${folders.join("/")}/`) as Address;
}

/** The address of a file in a page's folder: `fileIn("/tags/russia/", "rss.xml")` is "/tags/russia/rss.xml". */
export function fileIn(folder: Address, name: string): Address {
  return `${folder}${name}` as Address;
}

/** The address under a language's prefix: the site's own language lives at the root, each other under its code. */
export function addressIn(language: Language, own: Language, address: Address): Address {
  return language === own ? address : (`/${language}${address}` as Address);
}

/**
 * An address as an author may write it in `aliases`: "/old/story/" or "/old/story.html".
 *
 * @returns undefined where the text is no address at which a page can answer: it does not start with "/", has empty or dot
 *   segments, characters other than ASCII letters, digits, and `-._~`, a folder named like a file, or a file that hosts do
 *   not serve as HTML
 */
export function addressFrom(text: string): Address | undefined {
  const folders = text.split("/").slice(1, -1);
  const isWhole = /^\/(?:[\w.~-]+\/)*(?:[\w.~-]+\.html?)?$/.test(text);
  const isOdd = (folder: string) => /^\.\.?$/.test(folder) || fileEndings.test(folder);
  return isWhole && !folders.some(isOdd) ? (text as Address) : undefined;
}

// At such a name the site has files of its own, or could have: no folder can stand there.
const fileEndings = /\.(?:html?|xml|json|opml|txt|css|js|jpe?g|png|webp|avif)$/i;

/** The file in the output folder that answers for an address: "2024/07/index.html", "rss.xml". Never starts with "/". */
export function outputFile(address: Address): string {
  return (address.endsWith("/") ? `${address}index.html` : address).slice(1);
}

/** The absolute URL of an address on a site whose URL ends with "/" and may have a path of its own. */
export function absolute(siteUrl: string, address: Address): string {
  return siteUrl + address.slice(1);
}

/**
 * The link from one page to another address, relative to the page's document, so that it holds at any base path.
 *
 * @returns `../12/`, or `../12/index.html` where links name files; `./` or `index.html` for the page itself
 */
export function relativeTo(here: Here, to: Address): string {
  const from = here.address.slice(0, here.address.lastIndexOf("/") + 1);
  let shared = 0;
  for (let i = 0; i < from.length && from.charCodeAt(i) === to.charCodeAt(i); i++) {
    if (from.charCodeAt(i) === slash) shared = i + 1;
  }
  let folder = to.slice(shared);
  for (let i = shared; i < from.length; i++) if (from.charCodeAt(i) === slash) folder = `../${folder}`;
  if (!to.endsWith("/")) return folder;
  if (here.links === "file") return `${folder}index.html`;
  return folder === "" ? "./" : folder;
}

const slash = 47;

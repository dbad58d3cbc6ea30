// All names under which the site itself publishes: the plan builds its addresses from them, and no text may take one.
import { type Address, toFileAddress, toPageAddress } from "./address.ts";
import { isLanguage } from "./language.ts";

/** The folders of the site's own pages, feeds and sitemaps, at its root and below the prefix of each language. */
const ownFolders = [
  "archive",
  "authors",
  "corrections",
  "daily",
  "feeds",
  "lite",
  "pages",
  "people",
  "places",
  "sitemaps",
  "storylines",
  "tags",
] as const;

/** The name of a folder of the site's own. A new kind of page or feed needs its folder in the list above. */
export type OwnFolder = (typeof ownFolders)[number];

// Nothing is published there, but "index" is the home page to some hosts, and a site may get a search page.
const reservedNames: readonly string[] = [...ownFolders, "index", "search"];

/** Whether the site itself publishes pages under this name, at its root or below a language prefix: a year, "tags". */
export function isOwnName(name: string): boolean {
  return /^\d{4}$/.test(name) || isLanguage(name) || reservedNames.includes(name);
}

/** The address of one of the site's own pages: `toOwnAddress("tags", "russia")` is "/tags/russia/". */
export function toOwnAddress(folder: OwnFolder, ...subfolders: readonly string[]): Address {
  return toPageAddress(folder, ...subfolders);
}

/** The files at the root of the site that hosts, browsers, search engines and feed readers request by these names. */
export const ownFiles = {
  /** The square picture that feed readers show beside a feed. */
  icon: toFileAddress(toPageAddress(), "icon.png"),
  logo: toFileAddress(toPageAddress(), "logo.png"),
  missing: toFileAddress(toPageAddress(), "404.html"),
  robots: toFileAddress(toPageAddress(), "robots.txt"),
  sitemap: toFileAddress(toPageAddress(), "sitemap.xml"),
  /** At a permanent address: an old copy of a page on a mirror still finds it. */
  stylesheet: toFileAddress(toPageAddress(), "style.css"),
} as const;

/** The file with the list of all feeds, at the root and below the prefix of each language. */
export const opmlFile = "feeds.opml";

/** The files of the newsletter of an edition, in the folder of the edition. */
export const newsletterFiles = { html: "newsletter.html", text: "newsletter.txt" } as const;

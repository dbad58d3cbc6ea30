import { type Address, decodePath } from "../values/address.ts";
import { isLanguage } from "../values/language.ts";
import { compareText } from "../values/memory/compare.ts";
import { findNearest } from "../values/nearest.ts";
import { toSlug } from "../values/slug.ts";

/**
 * Creates the search for the address that an author most likely meant by one at which nothing is published: without its
 * query, with the "/" that it lacks, in lower case, with the nearest name in its folder, or the only page of its name.
 *
 * @param listAll lists all addresses of the site; it is called only if something is searched
 */
export function createAddressSearch(listAll: () => readonly Address[]): (written: string) => Address | undefined {
  let tree: Tree | undefined;
  return (written) => {
    tree ??= createTree(listAll());
    const names = splitNames(written);
    return findByNames(tree, names) ?? tree.pagesByName.get(getNameKey(names));
  };
}

/** A folder or file of the site. */
interface Node {
  readonly children: Map<string, Node>;
  address: Address | undefined;
}

interface Tree {
  readonly root: Node;
  /** Pages and files by their language and the last part of their address; undefined if several have it. */
  readonly pagesByName: Map<string, Address | undefined>;
}

// In a fixed order, so that builds with and without cache find the same among equally near names.
function createTree(addresses: readonly Address[]): Tree {
  const root: Node = { children: new Map(), address: undefined };
  const pagesByName = new Map<string, Address | undefined>();
  for (const address of [...addresses].sort(compareText)) {
    const names = decodePath(address)
      .toLowerCase()
      .split("/")
      .filter((name) => name !== "");
    let node = root;
    for (const name of names) {
      const child = node.children.get(name) ?? { children: new Map(), address: undefined };
      node.children.set(name, child);
      node = child;
    }
    node.address = address;
    const key = getNameKey(names);
    if (/\D/.test(names.at(-1) ?? "")) pagesByName.set(key, pagesByName.has(key) ? undefined : address);
  }
  return { root, pagesByName };
}

function getNameKey(names: readonly string[]): string {
  const [first = ""] = names;
  return `${isLanguage(first) ? first : ""}/${dropPageExtension(names.at(-1) ?? "")}`;
}

/** The name of a page: "summit" for "summit.html", as other sites call it, or "summit.md", as its file is called. */
function dropPageExtension(name: string): string {
  return name.replace(/\.(?:html?|md|php)$/, "");
}

/** The names in a path: "/Tags/./russia/index.html?page=2" has "tags" and "russia". */
function splitNames(written: string): readonly string[] {
  const names: string[] = [];
  for (const name of decodePath(written.replace(/[?#].*$/s, ""))
    .toLowerCase()
    .split(/[/\\]/)) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return /^(?:index|default)\.(?:html?|php)$/.test(names.at(-1) ?? "") ? names.slice(0, -1) : names;
}

function findByNames({ root }: Tree, names: readonly string[]): Address | undefined {
  const [first = ""] = names;
  // The site's own language has no prefix.
  const ownNames = isLanguage(first) && !root.children.has(first) ? names.slice(1) : names;
  let node: Node | undefined = root;
  for (const name of ownNames) node = node && findChild(node, name);
  return node?.address ?? root.children.get(ownNames.at(-1) ?? "")?.address;
}

function findChild({ children }: Node, name: string): Node | undefined {
  const child = children.get(name) ?? children.get(otherNames[name] ?? "") ?? children.get(dropPageExtension(name));
  if (child) return child;
  // Another year, month or day is not a slip.
  if (/^\d+$/.test(name)) return children.get(name.padStart(2, "0"));
  const slug = toSlug(name);
  const nearest =
    name.length < minNameLength || children.size > maxNames ? undefined : findNearest(name, [...children.keys()]);
  return (slug && children.get(slug)) ?? (nearest === undefined ? undefined : children.get(nearest));
}

// One letter of another is a slip only where there are more; "ua" for the language "uk" is one.
const minNameLength = 2;
// So that time grows with the number of links alone.
const maxNames = 2000;

/** The names of files of this site by those that other generators give them. */
const otherNames: Readonly<Record<string, string>> = {
  feed: "rss.xml",
  rss: "rss.xml",
  "feed.xml": "rss.xml",
  "feed.rss": "rss.xml",
  "index.xml": "rss.xml",
  "index.rss": "rss.xml",
  "rss2.xml": "rss.xml",
  atom: "atom.xml",
  "feed.atom": "atom.xml",
  "index.atom": "atom.xml",
  "index.json": "feed.json",
  opml: "feeds.opml",
  subscribe: "feeds",
  sitemap: "sitemap.xml",
  "sitemap-index.xml": "sitemap.xml",
  "sitemap_index.xml": "sitemap.xml",
};

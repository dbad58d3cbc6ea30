import { fileAt, type PublishedFolder } from "../sites/published.ts";
import { htmlPage } from "./html-reader.ts";
import { readXml, type XmlElement } from "./xml-reader.ts";

/** A URL as it stands in a published file. */
export interface Found {
  /** The address of the file that it stands in. */
  readonly in: string;
  /** The element and attribute that hold it, or the key in JSON: "a href", "sitemap:loc", "feed_url". */
  readonly from: string;
  readonly url: string;
}

/** Every URL in a published file, whatever its format: HTML with its JSON-LD, feeds with the HTML in them, sitemaps, robots.txt. */
export function linksIn(site: PublishedFolder, address: string): readonly Found[] {
  const read = readers.find(({ ending }) => fileAt(address).endsWith(ending))?.read ?? (() => []);
  return read(site.text(address)).map(([from, url]) => ({ in: address, from, url }));
}

/** The links that lead to no file of the site, or to no such place in it, in lines. Other hosts' are not asked. */
export function missing(site: PublishedFolder, siteUrl: string): readonly string[] {
  const ids = new Map(site.pages.map((address) => [fileAt(address), new Set(site.page(address).ids())]));
  const files = new Set(site.files);
  const broken = ({ in: from, url }: Found) => {
    const to = target(from, url, siteUrl);
    if (to === undefined) return false;
    const named = to.fragment === "" || ids.get(fileAt(to.address))?.has(to.fragment);
    return !files.has(fileAt(to.address)) || !named;
  };
  const all = site.files.flatMap((file) => linksIn(site, `/${file}`));
  return inLines(all.filter(broken));
}

/** A line a URL, for whoever has to mend them: "https://dispatch.example/suport/ (a href in /about/ and 3 more)". */
export function inLines(links: readonly Found[]): readonly string[] {
  return [...new Set(links.map(({ url }) => url))].map((url) => {
    const [first, ...more] = links.filter((each) => each.url === url);
    return `${url} (${first?.from} in ${first?.in}${more.length > 0 ? ` and ${more.length} more` : ""})`;
  });
}

/** The address of every file, as "/2024/index.html", that is reached from some by following links and loading what pages load. */
export function reached(site: PublishedFolder, siteUrl: string, from: readonly string[]): ReadonlySet<string> {
  const files = new Set(site.files);
  const found = new Set<string>();
  const next = from.map((address) => `/${fileAt(address)}`);
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (found.has(at) || !files.has(fileAt(at))) continue;
    found.add(at);
    for (const { in: here, url } of linksIn(site, at)) {
      const to = target(here, url, siteUrl);
      if (to) next.push(`/${fileAt(to.address)}`);
    }
  }
  return found;
}

type Named = readonly [from: string, url: string];

const readers: readonly { readonly ending: string; readonly read: (text: string) => readonly Named[] }[] = [
  { ending: ".html", read: inHtml },
  { ending: ".xml", read: (text) => inXml(readXml(text)) },
  { ending: ".opml", read: (text) => inXml(readXml(text)) },
  { ending: ".json", read: (text) => inJson("", JSON.parse(text)) },
  {
    ending: "robots.txt",
    read: (text) => [...text.matchAll(/^Sitemap: (.*)$/gm)].map(([, url = ""]) => ["Sitemap", url]),
  },
];

function inHtml(text: string): readonly Named[] {
  const page = htmlPage(text);
  const written = page.references().map(({ from, url }): Named => [from, url]);
  return [...written, ...page.schemas().flatMap((schema) => inJson("schema", schema))];
}

function inXml({ name, attributes, children, text }: XmlElement): readonly Named[] {
  return [
    ...Object.entries(attributes).flatMap(([key, value]) =>
      key.startsWith("xmlns") ? [] : inText(`${name} ${key}`, value),
    ),
    ...inText(name, text.trim()),
    ...children.flatMap(inXml),
  ];
}

function inJson(key: string, value: unknown): readonly Named[] {
  if (typeof value === "string") return inText(key, value);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === "@context" ? [] : inJson(`${key} ${name}`.trim(), part),
  );
}

// A text that is one URL, or HTML that holds some; anything else is words.
function inText(from: string, text: string): readonly Named[] {
  if (/^https?:\/\/\S+$/.test(text)) return [[from, text]];
  return text.includes("<") ? inHtml(text).map(([inner, url]) => [`${from} ${inner}`, url]) : [];
}

// Relative links are tried at the site's own URL; what then lies elsewhere is another's.
function target(from: string, url: string, siteUrl: string): { address: string; fragment: string } | undefined {
  const at = new URL(url, new URL(from.slice(1), siteUrl));
  if (!at.href.startsWith(siteUrl)) return undefined;
  return {
    address: `/${decodeURI(at.href.slice(siteUrl.length).split(/[?#]/)[0] ?? "")}`,
    fragment: decodeURI(at.hash.slice(1)),
  };
}

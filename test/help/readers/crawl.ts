import { type PublishedFolder, toFilePath } from "../sites/published.ts";
import { readHtml } from "./html-reader.ts";
import { readXml, type XmlElement } from "./xml-reader.ts";

/** A URL as written in a published file. */
export interface SiteLink {
  /** The address of the file that contains it. */
  readonly in: string;
  /** The element and attribute that contain it, or the key in JSON: "a href", "sitemap:loc", "feed_url". */
  readonly from: string;
  readonly url: string;
}

/**
 * Every URL in a published file of any format: HTML with its JSON-LD, feeds with their HTML, OPML, sitemaps,
 * robots.txt.
 */
export function findLinks(site: PublishedFolder, address: string): readonly SiteLink[] {
  const read = linkReaders.find(({ ending }) => toFilePath(address).endsWith(ending))?.read ?? (() => []);
  return read(site.text(address)).map(([from, url]) => ({ in: address, from, url }));
}

/**
 * Finds links within the site whose file or fragment does not exist, as lines. Links to other hosts are not requested.
 */
export function findBrokenLinks(site: PublishedFolder, siteUrl: string): readonly string[] {
  const ids = new Map(site.pages.map((address) => [toFilePath(address), new Set(site.page(address).ids())]));
  const files = new Set(site.files);
  const isBroken = ({ in: from, url }: SiteLink) => {
    const target = resolveTarget(from, url, siteUrl);
    if (target === undefined) return false;
    const hasFragment = target.fragment === "" || ids.get(toFilePath(target.address))?.has(target.fragment);
    return !files.has(toFilePath(target.address)) || !hasFragment;
  };
  const links = site.files.flatMap((file) => findLinks(site, `/${file}`));
  return formatLinks(links.filter(isBroken));
}

/** Formats one line a URL, with where it is used: "https://dispatch.example/suport/ (a href in /about/ and 3 more)". */
export function formatLinks(links: readonly SiteLink[]): readonly string[] {
  return [...new Set(links.map(({ url }) => url))].map((url) => {
    const [first, ...more] = links.filter((link) => link.url === url);
    return `${url} (${first?.from} in ${first?.in}${more.length > 0 ? ` and ${more.length} more` : ""})`;
  });
}

/** The paths of all files that can be reached from some addresses by links and subresources: "/2024/index.html". */
export function findReachableFiles(
  site: PublishedFolder,
  siteUrl: string,
  from: readonly string[],
): ReadonlySet<string> {
  const files = new Set(site.files);
  const reachable = new Set<string>();
  const queue = from.map((address) => `/${toFilePath(address)}`);
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reachable.has(file) || !files.has(toFilePath(file))) continue;
    reachable.add(file);
    for (const { in: linkingFile, url } of findLinks(site, file)) {
      const target = resolveTarget(linkingFile, url, siteUrl);
      if (target) queue.push(`/${toFilePath(target.address)}`);
    }
  }
  return reachable;
}

type SourcedUrl = readonly [from: string, url: string];

const linkReaders: readonly { readonly ending: string; readonly read: (text: string) => readonly SourcedUrl[] }[] = [
  { ending: ".html", read: findUrlsInHtml },
  { ending: ".xml", read: (text) => findUrlsInXml(readXml(text)) },
  { ending: ".opml", read: (text) => findUrlsInXml(readXml(text)) },
  { ending: ".json", read: (text) => findUrlsInJson("", JSON.parse(text)) },
  {
    ending: "robots.txt",
    read: (text) => [...text.matchAll(/^Sitemap: (.*)$/gm)].map(([, url = ""]) => ["Sitemap", url]),
  },
];

function findUrlsInHtml(text: string): readonly SourcedUrl[] {
  const page = readHtml(text);
  const sourcedUrls = page.references().map(({ from, url }): SourcedUrl => [from, url]);
  return [...sourcedUrls, ...page.schemas().flatMap((schema) => findUrlsInJson("schema", schema))];
}

function findUrlsInXml({ name, attributes, children, text }: XmlElement): readonly SourcedUrl[] {
  return [
    ...Object.entries(attributes).flatMap(([key, value]) =>
      key.startsWith("xmlns") ? [] : findUrlsInText(`${name} ${key}`, value),
    ),
    ...findUrlsInText(name, text.trim()),
    ...children.flatMap(findUrlsInXml),
  ];
}

function findUrlsInJson(key: string, value: unknown): readonly SourcedUrl[] {
  if (typeof value === "string") return findUrlsInText(key, value);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === "@context" ? [] : findUrlsInJson(`${key} ${name}`.trim(), part),
  );
}

// A text is one URL, or HTML that may contain URLs, or plain words.
function findUrlsInText(from: string, text: string): readonly SourcedUrl[] {
  if (/^https?:\/\/\S+$/.test(text)) return [[from, text]];
  return text.includes("<") ? findUrlsInHtml(text).map(([inner, url]) => [`${from} ${inner}`, url]) : [];
}

// Relative links are resolved against the site's URL. The result is undefined for a URL outside the site.
function resolveTarget(from: string, url: string, siteUrl: string): { address: string; fragment: string } | undefined {
  const targetUrl = new URL(url, new URL(from.slice(1), siteUrl));
  if (!targetUrl.href.startsWith(siteUrl)) return undefined;
  return {
    address: `/${decodeURI(targetUrl.href.slice(siteUrl.length).split(/[?#]/)[0] ?? "")}`,
    fragment: decodeURI(targetUrl.hash.slice(1)),
  };
}

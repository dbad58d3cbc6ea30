import type { FeedFormat } from "../../../src/feeds/feeds.ts";
import type { PublishedFolder } from "../sites/published.ts";
import { readFeeds } from "./feed-reader.ts";
import { elementsAt, readXml, type XmlElement } from "./xml-reader.ts";

/** A feed's document by its place in the archive (RFC 5005), as a program that walks through it sees it. */
export interface FeedDocument {
  /** Its address on the site. */
  readonly at: string;
  readonly ids: readonly string[];
  readonly previous: string | undefined;
  readonly current: string | undefined;
  /** Whether it says that it is a document of an archive. JSON Feed has no word for that. */
  readonly isArchive: boolean;
}

/** The documents from a feed back to its oldest, in the order of the walk. A way in a circle, or to nowhere, throws. */
export function walkBack(site: PublishedFolder, format: FeedFormat, from: string): readonly FeedDocument[] {
  const walked: FeedDocument[] = [];
  for (let at: string | undefined = from; at !== undefined; at = walked.at(-1)?.previous) {
    if (walked.some((document) => document.at === at)) throw new Error(`${at} comes twice.`);
    walked.push(documentAt(site, format, at));
  }
  return walked;
}

/** One document of a feed. */
export function documentAt(site: PublishedFolder, format: FeedFormat, at: string): FeedDocument {
  const text = site.text(at);
  const [read] = readFeeds([text]);
  if (read === undefined || read.complaints.length > 0) throw new Error(`${at}: ${read?.complaints}`);
  const ids = read.items.map(({ id }) => String(id));
  return { at, ids, ...(format === "json" ? inJson(text) : inXml(readXml(text), format)) };
}

type Links = Omit<FeedDocument, "at" | "ids">;

function inJson(text: string): Links {
  const { next_url, feed_url }: { next_url?: string; feed_url?: string } = JSON.parse(text);
  return { previous: addressOf(next_url), current: addressOf(feed_url), isArchive: false };
}

function inXml(root: XmlElement, format: "rss" | "atom"): Links {
  const [feed = root] = format === "rss" ? elementsAt(root, "channel") : [root];
  const linked = (rel: string) => {
    const links = elementsAt(feed, "atom:link").filter(({ attributes }) => attributes.rel === rel);
    if (links.length > 1) throw new Error(`${rel} stands twice.`);
    return addressOf(links[0]?.attributes.href);
  };
  return {
    previous: linked("prev-archive"),
    current: linked("current"),
    isArchive: elementsAt(feed, "fh:archive").length === 1,
  };
}

function addressOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const { origin, pathname } = new URL(url);
  if (origin !== "https://dispatch.example") throw new Error(`${url} is no absolute URL of the site.`);
  return pathname;
}

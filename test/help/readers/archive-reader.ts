import type { FeedFormat } from "../../../src/feeds/feeds.ts";
import type { PublishedFolder } from "../sites/published.ts";
import { readFeeds } from "./feed-reader.ts";
import { findElements, readXml, type XmlElement } from "./xml-reader.ts";

/** A document of a feed and its links to other documents of the feed's archive (RFC 5005), as a client sees it. */
export interface FeedDocument {
  /** The document's address on the site. */
  readonly address: string;
  readonly ids: readonly string[];
  readonly previous: string | undefined;
  readonly current: string | undefined;
  /** Whether it is marked as an archive document. JSON Feed cannot mark it: always false there. */
  readonly isArchive: boolean;
}

/**
 * Follows a feed's `previous` links to its oldest document. Returns the newest first; throws on a cycle or a missing
 * file.
 */
export function walkArchive(site: PublishedFolder, format: FeedFormat, from: string): readonly FeedDocument[] {
  const documents: FeedDocument[] = [];
  for (let address: string | undefined = from; address !== undefined; address = documents.at(-1)?.previous) {
    if (documents.some((document) => document.address === address)) throw new Error(`${address} is linked twice.`);
    documents.push(readFeedDocument(site, format, address));
  }
  return documents;
}

/** Reads one document of a feed. Throws if it breaks the rules of its format. */
export function readFeedDocument(site: PublishedFolder, format: FeedFormat, address: string): FeedDocument {
  const text = site.text(address);
  const [feed] = readFeeds([text]);
  if (feed === undefined || feed.complaints.length > 0) throw new Error(`${address}: ${feed?.complaints}`);
  const ids = feed.items.map(({ id }) => String(id));
  return { address, ids, ...(format === "json" ? readJsonLinks(text) : readXmlLinks(readXml(text), format)) };
}

type ArchiveLinks = Pick<FeedDocument, "previous" | "current" | "isArchive">;

function readJsonLinks(text: string): ArchiveLinks {
  const { next_url, feed_url }: { next_url?: string; feed_url?: string } = JSON.parse(text);
  return { previous: toAddress(next_url), current: toAddress(feed_url), isArchive: false };
}

function readXmlLinks(root: XmlElement, format: "rss" | "atom"): ArchiveLinks {
  const [feed = root] = format === "rss" ? findElements(root, "channel") : [root];
  const findLink = (rel: string) => {
    const links = findElements(feed, "atom:link").filter(({ attributes }) => attributes.rel === rel);
    if (links.length > 1) throw new Error(`Two links have rel ${rel}.`);
    return toAddress(links[0]?.attributes.href);
  };
  return {
    previous: findLink("prev-archive"),
    current: findLink("current"),
    isArchive: findElements(feed, "fh:archive").length === 1,
  };
}

function toAddress(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const { origin, pathname } = new URL(url);
  if (origin !== "https://dispatch.example") throw new Error(`${url} is not an absolute URL of the site.`);
  return pathname;
}

import type { Feed, FeedItem } from "./feed.ts";
import type { FeedFormat } from "./feeds.ts";

/** A link of a feed's to something about itself, as Atom and, by Atom's element, RSS write it. */
export interface RelatedLink {
  readonly rel: string;
  readonly type: string | undefined;
  readonly href: string;
}

/**
 * Where a feed itself lives, its hub (W3C WebSub), and what leads back through its archive (RFC 5005, section 4), all in
 * the feed's own format: a reader of one need not know another. The RFC would have a link onward too (`next-archive`,
 * "SHOULD"), but that would change a document of a closed month when the next month closes; who comes from the feed knows
 * the way.
 */
export function relatedLinks({ self, hub, archive }: Feed, format: FeedFormat, type: string): readonly RelatedLink[] {
  const places = [
    ["self", self],
    ["current", archive.current],
    ["prev-archive", archive.previous],
  ] as const;
  return [
    ...places.flatMap(([rel, place]) => (place?.[format] ? [{ rel, type, href: place[format] }] : [])),
    ...(hub ? [{ rel: "hub", type: undefined, href: hub }] : []),
  ];
}

/** A link to where an item was read: "a resource that is the source of the information provided" (RFC 4287, 4.2.7.2). */
export interface SourceLink {
  readonly rel: "via";
  readonly href: string;
  readonly title: string;
}

/** A link to each of an item's sources that has an address; its text names them all. */
export function sourceLinks({ sources }: FeedItem): readonly SourceLink[] {
  const links: SourceLink[] = [];
  for (const { name, url } of sources) if (url !== undefined) links.push({ rel: "via", href: url, title: name });
  return links;
}

/** The namespace in which a document of an archive says that it is one (RFC 5005). */
export const historyNamespace = "http://purl.org/syndication/history/1.0";

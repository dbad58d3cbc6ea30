import type { Feed, FeedFormat, FeedItem, FeedLicence } from "./feed.ts";

/** An `atom:link` of a feed document to a related document, in Atom and RSS. */
export interface RelatedLink {
  readonly rel: string;
  readonly type: string | undefined;
  readonly href: string;
}

/**
 * Lists the links of a feed document to itself, to its archive (RFC 5005, section 4) and to its hub (W3C WebSub). All
 * links stay in one format, so that a client needs to know only that format. The RFC also recommends a forward link
 * (`next-archive`, "SHOULD"), but that would change the archive document of a closed month when the next month closes;
 * a client that starts at the subscription feed does not need it.
 *
 * @param type the media type of the format
 */
export function listRelatedLinks(
  { self, hub, archive }: Feed,
  format: FeedFormat,
  type: string,
): readonly RelatedLink[] {
  const targets = [
    ["self", self],
    ["current", archive.current],
    ["prev-archive", archive.previous],
  ] as const;
  return [
    ...targets.flatMap(([rel, urls]) => (urls?.[format] ? [{ rel, type, href: urls[format] }] : [])),
    ...(hub ? [{ rel: "hub", type: undefined, href: hub }] : []),
  ];
}

/** A link from an item to a source: "a resource that is the source of the information provided" (RFC 4287, 4.2.7.2). */
export interface SourceLink {
  readonly rel: "via";
  readonly href: string;
  readonly title: string;
}

/** Lists a link for each source of an item that has a URL; the item's content names all sources. */
export function listSourceLinks({ sources }: FeedItem): readonly SourceLink[] {
  const links: SourceLink[] = [];
  for (const { name, url } of sources) if (url !== undefined) links.push({ rel: "via", href: url, title: name });
  return links;
}

/** Lists the link from a feed or an item to its licence (RFC 4946). */
export function listLicenceLinks(
  licence: FeedLicence | undefined,
): readonly { readonly rel: "license"; readonly href: string }[] {
  return licence?.url === undefined ? [] : [{ rel: "license", href: licence.url }];
}

/** Formats a licence for people, with its URL if it has one: "CC BY 4.0, https://creativecommons.org/…". */
export function formatLicence({ text, url }: FeedLicence): string {
  return url === undefined ? text : `${text}, ${url}`;
}

/** The XML namespace of the element that marks an archive document (RFC 5005). */
export const historyNamespace = "http://purl.org/syndication/history/1.0";

/**
 * The permanent id of a feed item: a `tag:` URI (RFC 4151). It is not a link, so it stays the same when the title,
 * address or host changes.
 */
export type FeedId = string & { readonly brand: "FeedId" };

/**
 * Mints an id: "tag:dispatch.example,2024:/2024/07/11/summit/".
 *
 * @param authority the tagging entity of RFC 4151: a domain and a date, "dispatch.example,2024"
 * @param specific an address or any other text; characters that RFC 4151 does not allow are percent-encoded
 */
export function mintFeedId(authority: string, specific: string): FeedId {
  // encodeURI throws at a lone surrogate, which has no UTF-8 form; a "#" would start a fragment.
  const wellFormed = specific.replace(/\p{Surrogate}/gu, "\ufffd");
  return `tag:${authority}:${encodeURI(wellFormed).replaceAll("#", "%23")}` as FeedId;
}

/** Parses a tag URI; undefined if it does not have the form of RFC 4151: `tag:name,date:specific`. */
export function parseFeedId(text: string): FeedId | undefined {
  return /^tag:(?:[\w.-]+@)?[A-Za-z\d.-]+,\d{4}(?:-\d\d){0,2}:(?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-Fa-f]{2})*$/.test(text)
    ? (text as FeedId)
    : undefined;
}

/** Replaces the authority of an id that was minted from it; any other id stays as it is. */
export function replaceAuthority(id: FeedId, authority: string, newAuthority: string): FeedId {
  const start = `tag:${authority}:`;
  return id.startsWith(start) ? (`tag:${newAuthority}:${id.slice(start.length)}` as FeedId) : id;
}

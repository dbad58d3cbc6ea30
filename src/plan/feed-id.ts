import type { FeedId, Site } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";

/** The permanent id of what stands at an address: a `tag:` URI (RFC 4151) of the site's authority, equal on all mirrors. */
export function feedId(site: Site, address: Address): FeedId {
  return `tag:${site.authority}:${address}` as FeedId;
}

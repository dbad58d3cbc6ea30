/** A feed item's permanent id: a `tag:` URI (RFC 4151). Never a link: it stays when title, address or host change. */
export type FeedId = string & { readonly brand: "FeedId" };

/**
 * The id that an authority mints for a thing of its own: "tag:dispatch.example,2024:/2024/07/11/summit/".
 *
 * @param specific an address, or any text; what RFC 4151 does not allow in an id is percent-encoded
 */
export function mintedId(authority: string, specific: string): FeedId {
  // A half of a surrogate pair has no UTF-8 form, and a "#" would begin a fragment.
  const whole = specific.replace(/\p{Surrogate}/gu, "\ufffd");
  return `tag:${authority}:${encodeURI(whole).replaceAll("#", "%23")}` as FeedId;
}

/** @returns the text as an id, or undefined where it does not have the form of RFC 4151: `tag:name,date:specific` */
export function feedIdFrom(text: string): FeedId | undefined {
  return /^tag:(?:[\w.-]+@)?[A-Za-z\d.-]+,\d{4}(?:-\d\d){0,2}:(?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-Fa-f]{2})*$/.test(text)
    ? (text as FeedId)
    : undefined;
}

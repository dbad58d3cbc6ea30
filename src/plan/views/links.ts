import type { Address } from "../../values/address.ts";

/** A link to a page of the site. */
export interface Link {
  readonly title: string;
  readonly address: Address;
}

/** A link to a feed of the site. */
export interface FeedLink {
  readonly title: string;
  readonly address: Address;
  /** The name of its format, for people. */
  readonly label: string;
  /** The media type by which feed readers discover it. */
  readonly mediaType: string;
}

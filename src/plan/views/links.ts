import type { Address } from "../../values/address.ts";

/** A link to a page of the site. */
export interface Link {
  readonly title: string;
  readonly address: Address;
}

/** The licence of a text, with the URL of its terms; without one, all rights are reserved. */
export interface LicenceView {
  readonly text: string;
  readonly url: string | undefined;
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

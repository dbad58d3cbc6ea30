import type { Address } from "../../values/address.ts";

export interface Link {
  readonly title: string;
  readonly address: Address;
}

export interface FeedLink {
  readonly title: string;
  readonly address: Address;
  /** What people call its format, and the media type by which feed readers find it. */
  readonly label: string;
  readonly mediaType: string;
}

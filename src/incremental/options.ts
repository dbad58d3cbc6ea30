import type { LinkStyle } from "../values/address.ts";
import type { Instant } from "../values/instant.ts";

/** What a build is made from: where the content is, what overrides its settings, and when it is. */
export interface Wanted {
  /** The folder that authors write in. */
  readonly content: string;
  /** Where what can be made again is kept between builds. */
  readonly cache: string;
  /** Overrides `links` of site.yaml. */
  readonly links: LinkStyle | undefined;
  readonly now: Instant;
}

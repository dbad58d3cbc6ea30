import type { LinkStyle } from "../values/address.ts";
import type { Instant } from "../values/instant.ts";

/** What every command that reads a site needs: the folders, an override of a setting, and the time. */
export interface SiteOptions {
  /** The folder of the authors' files. */
  readonly content: string;
  /** The folder of the cache: it can be deleted at any time. */
  readonly cache: string;
  /** Overrides `links` of site.yaml. */
  readonly links: LinkStyle | undefined;
  /** The time of the build: articles with a later date are scheduled. */
  readonly now: Instant;
}

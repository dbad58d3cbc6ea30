import type { FeedId, Shown } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import type { Instant } from "../values/instant.ts";
import type { Language } from "../values/language.ts";
import type { BodyKey } from "../values/text/html.ts";
import type { FeedFormat } from "./feeds.ts";

/** A feed, whatever its format. Every URL is absolute. */
export interface Feed {
  readonly id: FeedId;
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  /** The page whose news it carries. */
  readonly page: string;
  /** Where the feed itself lives, in each format that it is published in. */
  readonly self: FeedPlaces;
  readonly archive: FeedArchive;
  /** Where a subscriber's program can ask to be told at once (W3C WebSub). */
  readonly hub: string | undefined;
  /** Pictures for lists of feeds: as wide as high, and twice as wide as high. */
  readonly icon: string;
  readonly logo: { readonly url: string; readonly width: number; readonly height: number };
  /** That of its newest item's `updated`; of the Unix epoch's start where it has no item. Never a build's time. */
  readonly updated: Instant;
  readonly author: FeedAuthor;
  /** The URL of the site, against which links in texts are made absolute. */
  readonly siteUrl: string;
  /** What came out or changed last first, by (updated, id). */
  readonly items: readonly FeedItem[];
}

/** Where one feed lives, in each format that it is published in. */
export type FeedPlaces = { readonly [F in FeedFormat]?: string };

/**
 * A feed's place in its archive (RFC 5005, section 4): who goes from the feed to the document before it, and so on, comes
 * to the first item.
 */
export interface FeedArchive {
  readonly previous: FeedPlaces | undefined;
  /** Of a document of the archive: the feed that people subscribe to. undefined of that feed itself. */
  readonly current: FeedPlaces | undefined;
}

export interface FeedAuthor {
  readonly name: string;
  readonly url: string | undefined;
  readonly email: string | undefined;
}

export interface FeedItem {
  readonly id: FeedId;
  readonly url: string;
  readonly title: string;
  /** undefined where no more than the title may be carried. */
  readonly summary: string | undefined;
  readonly published: Instant;
  readonly updated: Instant;
  readonly language: Language;
  readonly categories: readonly FeedCategory[];
  /** Where the digest read it. */
  readonly sources: readonly { readonly name: string; readonly url: string | undefined }[];
  readonly image: FeedImage | undefined;
  /** What the reader sees; undefined where no more than title and summary are carried. */
  readonly content: FeedContent | undefined;
}

/** A tag: its slug, the page about it (the scheme is the page of all tags), its title. */
export interface FeedCategory {
  readonly term: string;
  readonly scheme: string;
  readonly label: string;
}

/** An article's own picture, in the JPEG that any reader shows. */
export interface FeedImage {
  readonly picture: Shown;
  /** The one of its published files that feeds name. */
  readonly file: Address;
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: string;
}

/** What was wrong in an article, or why it was taken back. Of several a retraction stands first. */
export interface FeedCorrection {
  readonly heading: string;
  readonly text: string;
}

/** The full text of an article; what was wrong in one whose text may not be carried; or the contents of an edition. */
export type FeedContent =
  | {
      readonly kind: "article";
      readonly body: BodyKey;
      readonly corrections: readonly FeedCorrection[];
      readonly sources: {
        readonly heading: string;
        readonly list: readonly {
          readonly name: string;
          readonly url: string | undefined;
          readonly published: string | undefined;
        }[];
      };
    }
  | {
      readonly kind: "corrected";
      readonly corrections: readonly FeedCorrection[];
      readonly summary: string | undefined;
    }
  | {
      readonly kind: "edition";
      readonly note: BodyKey | undefined;
      readonly sections: readonly {
        readonly title: string | undefined;
        readonly articles: readonly {
          readonly title: string;
          readonly url: string;
          readonly summary: string | undefined;
          readonly corrections: readonly FeedCorrection[];
        }[];
      }[];
    };

import type { FeedId, PublishedImage } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import type { Instant } from "../values/instant.ts";
import type { Language } from "../values/language.ts";
import type { BodyKey } from "../values/text/html.ts";

/** All feed formats, in the order in which pages offer them. */
export const feedFormats = ["rss", "atom", "json"] as const;

/** A format that feeds are published in. */
export type FeedFormat = (typeof feedFormats)[number];

/** A feed, independent of its format. Every URL is absolute. */
export interface Feed {
  readonly id: FeedId;
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  /** The URL of the page that the feed belongs to. */
  readonly page: string;
  /** The URLs of the feed itself. */
  readonly self: FeedUrls;
  readonly archive: FeedArchive;
  /** The URL of the hub that notifies subscribers of updates (W3C WebSub). */
  readonly hub: string | undefined;
  /** Pictures for lists of feeds: a square `icon`, and a `logo` that is twice as wide as high. */
  readonly icon: string;
  readonly logo: { readonly url: string; readonly width: number; readonly height: number };
  /** The latest `updated` of its items, or the Unix epoch if it has none. Never the time of the build. */
  readonly updated: Instant;
  readonly author: FeedAuthor;
  readonly licence: FeedLicence | undefined;
  /** The URL of the site, against which links in texts are resolved. */
  readonly siteUrl: string;
  /** Ordered by `updated`, newest first; those of the same moment in the order of their edition. */
  readonly items: readonly FeedItem[];
}

/** The URLs of one feed, by format; only the formats that it is published in. */
export type FeedUrls = { readonly [F in FeedFormat]?: string };

/**
 * The position of a feed document in an archived feed (RFC 5005, section 4): a client that follows `previous` from
 * document to document reaches the first item.
 */
export interface FeedArchive {
  readonly previous: FeedUrls | undefined;
  /** For an archive document: the subscription feed. undefined for the subscription feed itself. */
  readonly current: FeedUrls | undefined;
}

/** An author of a feed or an item: the publisher, or whom an article names. */
export interface FeedAuthor {
  readonly name: string;
  readonly url: string | undefined;
  readonly email: string | undefined;
}

/** Under which terms a text may be used: the name of a licence and its URL, or that all rights are reserved. */
export interface FeedLicence {
  readonly text: string;
  readonly url: string | undefined;
}

/** An item of a feed, independent of the format. Every URL is absolute. */
export interface FeedItem {
  readonly id: FeedId;
  /** Its id, and the hashes of the texts that it is made from. Items of one build that have the same key are equal. */
  readonly key: string;
  readonly url: string;
  readonly title: string;
  /** Plain text; undefined if the article's rights allow the title only. */
  readonly summary: string | undefined;
  readonly published: Instant;
  readonly updated: Instant;
  readonly language: Language;
  /** Empty if nobody is named: the author of the feed is then that of the item. */
  readonly authors: readonly FeedAuthor[];
  /** Undefined if it is that of the feed. */
  readonly licence: FeedLicence | undefined;
  readonly categories: readonly FeedCategory[];
  /** The sources of the article. */
  readonly sources: readonly { readonly name: string; readonly url: string | undefined }[];
  readonly image: FeedImage | undefined;
  /** The full content; undefined if the item has only title and summary. */
  readonly content: FeedContent | undefined;
}

/** A tag: its slug, the URL of the page of all tags, and its title. */
export interface FeedCategory {
  readonly term: string;
  readonly scheme: string;
  readonly label: string;
}

/** An article's picture as a JPEG, which every feed reader shows. */
export interface FeedImage {
  readonly picture: PublishedImage;
  /** The address of the published variant that feeds link to. */
  readonly file: Address;
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: string;
}

/** A correction or a retraction of an article, as plain text. In lists, the retraction comes first. */
export interface FeedCorrection {
  readonly heading: string;
  readonly text: string;
}

/**
 * The full text of an article; the corrections of an article whose text may not be shared; or the contents of an
 * edition.
 */
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

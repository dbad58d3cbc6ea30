import type { FeedId } from "../parse/parse.ts";
import type { BodyKey } from "../values/html.ts";
import type { Instant } from "../values/instant.ts";
import type { Language } from "../values/language.ts";
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
  readonly self: { readonly [F in FeedFormat]?: string };
  /** That of its newest item's `updated`; of the Unix epoch's start where it has no item. Never a build's time. */
  readonly updated: Instant;
  readonly author: FeedAuthor;
  /** The URL of the site, against which links in texts are made absolute. */
  readonly siteUrl: string;
  /** Newest first, by (published, id). */
  readonly items: readonly FeedItem[];
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
  readonly summary: string;
  readonly published: Instant;
  readonly updated: Instant;
  readonly language: Language;
  readonly categories: readonly FeedCategory[];
  readonly image: FeedImage | undefined;
  /** What the reader sees; undefined in a feed of titles and summaries. */
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
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: string;
}

/** The full text of an article, or the contents of an edition. */
export type FeedContent =
  | {
      readonly kind: "article";
      readonly body: BodyKey;
      readonly corrections: readonly { readonly heading: string; readonly text: string }[];
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
      readonly kind: "edition";
      readonly note: BodyKey | undefined;
      readonly sections: readonly {
        readonly title: string | undefined;
        readonly articles: readonly { readonly title: string; readonly url: string; readonly summary: string }[];
      }[];
    };

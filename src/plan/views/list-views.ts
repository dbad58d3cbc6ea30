import type { Address } from "../../values/address.ts";
import type { FeedLink, Link } from "./links.ts";
import type { Headline, NeighbourLinks, PictureView } from "./views.ts";

// The data of list pages. Long lists are split into pages, so that no page exceeds its size budget.

/** One page of the articles of a tag, a person or a place. */
export interface ListingView {
  readonly title: string;
  readonly description: string | undefined;
  /** Newest first, by day. */
  readonly days: readonly {
    readonly iso: string;
    readonly date: string;
    readonly edition: Address;
    readonly headlines: readonly Headline[];
  }[];
  readonly pager: PagerView;
  /** The feeds of the topic; empty if it has none. */
  readonly feeds: readonly FeedLink[];
}

/** One page of the articles of an author. Only the newest page of the list shows who that is. */
export interface AuthorView extends ListingView {
  readonly profile:
    | {
        readonly role: string | undefined;
        readonly picture: Pick<PictureView, "width" | "height" | "stem"> | undefined;
        readonly links: readonly { readonly url: string; readonly text: string }[];
        /** "@anna@social.example" */
        readonly fediverse: string | undefined;
      }
    | undefined;
}

/** The position of a page in a long list. Pages are numbered from the oldest; the newest page has no number. */
export interface PagerView {
  readonly number: number | undefined;
  readonly newer: Address | undefined;
  readonly older: Address | undefined;
}

/** One page of the timeline of a storyline, oldest step first. */
export interface StorylineView {
  readonly title: string;
  readonly description: string | undefined;
  readonly steps: readonly {
    readonly iso: string;
    readonly date: string;
    readonly headline: Headline;
    /** Number of days without news since the previous step, if it is at least 7; otherwise undefined. */
    readonly quietDays: number | undefined;
  }[];
  readonly pager: PagerView;
  readonly feeds: readonly FeedLink[];
}

/** One page of the list of all tags, storylines, people, places, authors or plain pages. */
export interface IndexView {
  readonly title: string;
  readonly entries: readonly {
    readonly title: string;
    readonly address: Address;
    readonly description: string | undefined;
    /** Undefined for a plain page. */
    readonly storyCount: number | undefined;
  }[];
  readonly neighbours: NeighbourLinks;
}

/** One page of the list of all corrections. */
export interface CorrectionsView {
  /** Newest first. */
  readonly corrections: readonly {
    readonly iso: string;
    readonly date: string;
    readonly text: string;
    readonly article: Link;
  }[];
  readonly pager: PagerView;
}

/** The page on how to subscribe: topics with their feeds, in groups. */
export interface FeedsView {
  readonly groups: readonly {
    readonly title: string;
    readonly topics: readonly {
      readonly title: string;
      /** The page whose articles the feeds contain. */
      readonly page: Address;
      readonly feeds: readonly FeedLink[];
      readonly advice: string | undefined;
    }[];
  }[];
}

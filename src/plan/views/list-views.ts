import type { Address } from "../../values/address.ts";
import type { FeedLink, Link } from "./links.ts";
import type { Headline, Neighbours } from "./views.ts";

// What pages that list things show. Long lists are paged, so that no page passes its budget.

/** One page of a list of articles: a tag's, a person's, a place's. */
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
  readonly pager: Pager;
  /** The topic's own feeds, where it has some. */
  readonly feeds: readonly FeedLink[];
}

/** Where a page stands in a long list. Pages are numbered from the oldest; the newest has no number. */
export interface Pager {
  readonly number: number | undefined;
  readonly newer: Address | undefined;
  readonly older: Address | undefined;
}

/** One page of a timeline. Oldest first, as one would print it. */
export interface StorylineView {
  readonly title: string;
  readonly description: string | undefined;
  readonly steps: readonly {
    readonly iso: string;
    readonly date: string;
    readonly headline: Headline;
    /** How many days passed without news since the step before: said where it is more than a week. */
    readonly quietDays: number | undefined;
  }[];
  readonly pager: Pager;
  readonly feeds: readonly FeedLink[];
}

/** All tags, storylines, people or places. */
export interface IndexView {
  readonly title: string;
  readonly entries: readonly {
    readonly title: string;
    readonly address: Address;
    readonly description: string | undefined;
    readonly stories: number;
  }[];
  readonly neighbours: Neighbours;
}

export interface CorrectionsView {
  /** Newest first. */
  readonly corrections: readonly {
    readonly iso: string;
    readonly date: string;
    readonly text: string;
    readonly article: Link;
  }[];
  readonly pager: Pager;
}

/** How to subscribe: each topic with its feeds, in groups. */
export interface FeedsView {
  readonly groups: readonly {
    readonly title: string;
    readonly topics: readonly {
      readonly title: string;
      /** Whose news the feeds carry. */
      readonly page: Address;
      readonly feeds: readonly FeedLink[];
      readonly advice: string | undefined;
    }[];
  }[];
}

import type { Feed, FeedFormat } from "../feeds/feeds.ts";
import type { Shown } from "../parse/parse.ts";
import type { Address, Here } from "../values/address.ts";
import type { BodyKey } from "../values/html.ts";
import type { Language } from "../values/language.ts";

/**
 * What is published at one address: the layout that shows it, and exactly the data which it shows. From the list of all
 * pages follow the sitemap, the link check, what must be rendered again, and which addresses were ever published.
 */
export type Page =
  | Framed<"home", EditionView>
  | Framed<"edition", EditionView>
  | Framed<"article", ArticleView>
  | Framed<"month", MonthView>
  | Framed<"year", YearView>
  | Framed<"archive", ArchiveView>
  | Framed<"tag", ListingView>
  | Framed<"person", ListingView>
  | Framed<"place", ListingView>
  | Framed<"storyline", StorylineView>
  | Framed<"index", IndexView>
  | Framed<"corrections", CorrectionsView>
  | Framed<"feeds", FeedsView>
  | Framed<"plain", PlainView>
  | Framed<"missing", MissingView>
  | Bare<"redirect", RedirectView>
  | Bare<"feed", { readonly format: FeedFormat; readonly feed: Feed }>
  | Bare<"opml", OpmlView>
  | Bare<"sitemap", SitemapView>
  | Bare<"sitemaps", SitemapsView>
  | Bare<"robots", { readonly sitemap: string }>
  | Bare<"stylesheet", Record<never, never>>;

/** A page for people: it stands in the frame. */
interface Framed<L extends string, S> {
  readonly layout: L;
  readonly address: Address;
  readonly frame: Frame;
  readonly shows: S;
}

/** A file for programs. */
interface Bare<L extends string, S> {
  readonly layout: L;
  readonly address: Address;
  readonly shows: S;
}

/** What every page for people says of itself, in its head and around its text. */
export interface Frame {
  readonly here: Here;
  readonly language: Language;
  /** Of the document; the site's title follows it except on the home page. */
  readonly title: string;
  readonly description: string;
  /** Absolute. */
  readonly canonical: string;
  /** This page in other languages (itself among them, first); empty where there is no other. For hreflang and the switcher. */
  readonly translations: readonly { readonly language: Language; readonly address: Address; readonly url: string }[];
  /** For autodiscovery, the page's own topic first. */
  readonly feeds: readonly FeedLink[];
  /** For Open Graph. */
  readonly kind: "article" | "website";
  readonly image:
    | { readonly url: string; readonly width: number; readonly height: number; readonly alt: string }
    | undefined;
  /** schema.org, as JSON-LD; undefined on a page that is not to be indexed. */
  readonly schema: Readonly<Record<string, unknown>> | undefined;
  /** `published` and `modified` as RFC 3339, for Open Graph's article:… */
  readonly times: { readonly published: string; readonly modified: string } | undefined;
  readonly site: SiteFrame;
}

/** What is the same around every page of a language. */
export interface SiteFrame {
  readonly title: string;
  readonly home: Address;
  readonly stylesheet: Address;
  /** Sections, then storylines, archive, subscribe. */
  readonly navigation: readonly Link[];
  /** Corrections, all tags, people, places, plain pages. */
  readonly foot: readonly Link[];
  /** The home page in each language of the site; empty where there is one language only. */
  readonly languages: readonly { readonly language: Language; readonly address: Address }[];
  readonly mirrors: readonly string[];
  readonly support:
    | {
        readonly title: string;
        readonly text: string;
        readonly url: string | undefined;
        readonly risk: { readonly date: string; readonly text: string } | undefined;
      }
    | undefined;
}

export interface Link {
  readonly title: string;
  readonly address: Address;
}

export interface FeedLink {
  readonly title: string;
  readonly address: Address;
  readonly format: FeedFormat;
}

/** A day as the masthead shows it: weekday, numeral, month with year, each in the page's language. */
export interface DayView {
  /** "2024-07-11", for machines. */
  readonly iso: string;
  /** "Thursday" */
  readonly weekday: string;
  /** "11" */
  readonly numeral: string;
  /** "July 2024" */
  readonly month: string;
  /** "11 July 2024" */
  readonly long: string;
}

/** Said only in a preview: what is not yet for readers. */
export type Mark = "draft" | "scheduled" | undefined;

/** An article as a list shows it. */
export interface Headline {
  readonly address: Address;
  readonly title: string;
  /** undefined where the list is too long to give more than titles. */
  readonly summary: string | undefined;
  /** The dateline: "Moscow". */
  readonly place: string | undefined;
  readonly minutes: number;
  readonly sources: number;
  /** When it was updated or corrected, in words: "updated 12 July, 14:10". */
  readonly updated: string | undefined;
  readonly mark: Mark;
}

/** One of the two or three steps before or after, as a link: the day, edition, article or page. */
export interface Neighbours {
  readonly earlier: Link | undefined;
  readonly later: Link | undefined;
}

export interface EditionView {
  readonly day: DayView;
  /** The edition's own address: the home page shows it too. */
  readonly address: Address;
  /** Total of stories and of minutes to read them. */
  readonly stories: number;
  readonly minutes: number;
  readonly neighbours: Neighbours;
  readonly calendar: Calendar;
  readonly note: { readonly title: string | undefined; readonly body: BodyKey } | undefined;
  readonly lead: Headline;
  readonly leadSection: Link | undefined;
  readonly leadImage: PictureView | undefined;
  readonly leadStoryline: StorylineStrip | undefined;
  readonly sections: readonly { readonly tag: Link | undefined; readonly headlines: readonly Headline[] }[];
  /** Whether no later edition is out: the end then says when the next one comes. */
  readonly latest: boolean;
  /** "06:00, Eastern European Time" */
  readonly comesOut: string;
}

/** The newest few steps of a storyline, oldest first, with where we are. */
export interface StorylineStrip {
  readonly title: string;
  readonly address: Address;
  readonly steps: readonly {
    readonly iso: string;
    readonly date: string;
    readonly title: string;
    readonly address: Address;
    readonly current: boolean;
  }[];
  /** How many steps the whole storyline has. */
  readonly total: number;
}

/** A month as weeks from Monday to Sunday; undefined where a cell belongs to another month. */
export interface Calendar {
  readonly title: string;
  readonly iso: string;
  readonly address: Address;
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  readonly weeks: readonly (readonly (CalendarDay | undefined)[])[];
}

export interface CalendarDay {
  readonly numeral: string;
  readonly iso: string;
  readonly long: string;
  /** undefined where the day has no edition. */
  readonly address: Address | undefined;
  readonly current: boolean;
  readonly lead: string | undefined;
  readonly stories: number;
}

export interface MonthView {
  readonly title: string;
  readonly calendar: Calendar;
  readonly editions: number;
  readonly stories: number;
  readonly neighbours: Neighbours;
  readonly year: Link;
}

export interface YearView {
  readonly title: string;
  readonly editions: number;
  readonly stories: number;
  readonly months: readonly { readonly calendar: Calendar; readonly stories: number }[];
  readonly neighbours: Neighbours;
}

export interface ArchiveView {
  readonly editions: number;
  readonly stories: number;
  /** Newest first. */
  readonly years: readonly {
    readonly title: string;
    readonly address: Address;
    readonly stories: number;
    readonly months: readonly { readonly title: string; readonly address: Address; readonly stories: number }[];
  }[];
}

export interface ArticleView {
  readonly day: DayView;
  readonly edition: Address;
  readonly section: Link | undefined;
  readonly title: string;
  readonly summary: string;
  readonly place: Link | undefined;
  /** RFC 3339, and in words on the site's clock: "11 July 2024, 06:00". */
  readonly published: { readonly iso: string; readonly text: string };
  readonly updated: { readonly iso: string; readonly text: string } | undefined;
  readonly minutes: number;
  readonly image: PictureView | undefined;
  readonly body: BodyKey;
  readonly sources: readonly {
    readonly name: string;
    readonly url: string | undefined;
    readonly published: { readonly iso: string; readonly text: string } | undefined;
  }[];
  /** Oldest first; `id` is the fragment under which it can be linked to. */
  readonly corrections: readonly {
    readonly id: string;
    readonly iso: string;
    readonly date: string;
    readonly text: string;
  }[];
  readonly storyline: StorylineStrip | undefined;
  readonly tags: readonly Link[];
  readonly people: readonly Link[];
  readonly places: readonly Link[];
  readonly neighbours: Neighbours;
  readonly mark: Mark;
}

/** A picture in the formats and widths in which it is published. */
export interface PictureView {
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: string;
  readonly width: number;
  readonly height: number;
  /** The author's picture, from which the published variants follow (`variantsOf`). */
  readonly stem: Address;
}

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
  readonly opml: Address;
  readonly lite: Address;
  readonly groups: readonly {
    readonly title: string;
    readonly topics: readonly { readonly title: string; readonly page: Address; readonly feeds: readonly FeedLink[] }[];
  }[];
}

export interface PlainView {
  readonly title: string;
  readonly summary: string;
  readonly body: BodyKey;
}

/** Served from any depth, so it links by absolute URLs and brings its style along. */
export interface MissingView {
  readonly homeUrl: string;
  readonly archiveUrl: string;
}

/** An old address that leads to where the thing now is. */
export interface RedirectView {
  readonly here: Here;
  readonly language: Language;
  readonly to: Address;
  readonly title: string;
  /** Absolute. */
  readonly canonical: string;
}

export interface OpmlView {
  readonly title: string;
  readonly updated: string;
  readonly groups: readonly {
    readonly title: string;
    readonly feeds: readonly {
      readonly title: string;
      readonly url: string;
      readonly page: string;
      readonly language: Language;
    }[];
  }[];
}

/** Every URL is absolute. `modified` is RFC 3339, of the content, never of the build. */
export interface SitemapView {
  readonly pages: readonly {
    readonly url: string;
    readonly modified: string | undefined;
    readonly translations: readonly { readonly language: Language; readonly url: string }[];
  }[];
}

export interface SitemapsView {
  readonly sitemaps: readonly { readonly url: string; readonly modified: string | undefined }[];
}

/** All that is to be published. */
export interface Plan {
  readonly pages: readonly Page[];
  /** The pictures that its pages show, each once: none of a draft. */
  readonly pictures: readonly Shown[];
}

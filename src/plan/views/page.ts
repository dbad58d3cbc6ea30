import type { Feed, FeedFormat, OpmlDocument, Sitemap, SitemapIndex } from "../../feeds/feeds.ts";
import type { Address, Here } from "../../values/address.ts";
import type { Language } from "../../values/language.ts";
import type { FeedLink, Link } from "./links.ts";
import type { CorrectionsView, FeedsView, IndexView, ListingView, StorylineView } from "./list-views.ts";
import type { NewsletterView } from "./newsletter-view.ts";
import type {
  ArchiveView,
  ArticleView,
  EditionView,
  MissingView,
  MonthView,
  PlainView,
  RedirectView,
  YearView,
} from "./views.ts";

export type * from "./links.ts";
export type * from "./list-views.ts";
export type * from "./newsletter-view.ts";
export type * from "./views.ts";

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
  | Bare<"newsletter", NewsletterView>
  | Bare<"newsletter-text", NewsletterView>
  | Bare<"feed", { readonly format: FeedFormat; readonly feed: Feed }>
  | Bare<"opml", OpmlDocument>
  | Bare<"sitemap", Sitemap>
  | Bare<"sitemaps", SitemapIndex>
  | Bare<"robots", { readonly sitemap: string }>
  | Bare<"stylesheet", Record<never, never>>
  | Bare<"picture", { readonly file: "icon.png" | "logo.png" }>;

/** The pages that one layout shows: `Planned<"edition">`. */
export type Planned<L extends Page["layout"]> = Extract<Page, { readonly layout: L }>;

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

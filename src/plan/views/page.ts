import type { Feed, FeedFormat, OpmlDocument, Sitemap, SitemapIndex } from "../../feeds/feeds.ts";
import type { Address, LinkBase } from "../../values/address.ts";
import type { Language } from "../../values/language.ts";
import type { FeedLink, LicenceView, Link } from "./links.ts";
import type { AuthorView, CorrectionsView, FeedsView, IndexView, ListingView, StorylineView } from "./list-views.ts";
import type { NewsletterView } from "./newsletter-view.ts";
import type {
  ArchiveView,
  ArticleView,
  EditionPartView,
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
 * One published file: its address, its layout, and exactly the data that the layout shows. The sitemap, the link check,
 * the decision what to render again, and the list of published addresses are all derived from the pages.
 */
export type Page =
  | FramedPage<"home", EditionView>
  | FramedPage<"edition", EditionView>
  | FramedPage<"edition-part", EditionPartView>
  | FramedPage<"article", ArticleView>
  | FramedPage<"month", MonthView>
  | FramedPage<"year", YearView>
  | FramedPage<"archive", ArchiveView>
  | FramedPage<"tag", ListingView>
  | FramedPage<"person", ListingView>
  | FramedPage<"place", ListingView>
  | FramedPage<"author", AuthorView>
  | FramedPage<"storyline", StorylineView>
  | FramedPage<"index", IndexView>
  | FramedPage<"corrections", CorrectionsView>
  | FramedPage<"feeds", FeedsView>
  | FramedPage<"plain", PlainView>
  | FramedPage<"missing", MissingView>
  | BareFile<"redirect", RedirectView>
  | BareFile<"newsletter", NewsletterView>
  | BareFile<"moved-text", { readonly to: Address; readonly text: string }>
  | BareFile<"copy", { readonly of: CopiedFile }>
  | CopiedFile;

/** The files that stand at an old address too, byte by byte. */
export type CopiedFile =
  | BareFile<"newsletter-text", NewsletterView>
  | BareFile<"feed", { readonly format: FeedFormat; readonly feed: Feed }>
  | BareFile<"opml", OpmlDocument>
  | BareFile<"sitemap", Sitemap>
  | BareFile<"sitemaps", SitemapIndex>
  | BareFile<"robots", { readonly sitemap: string }>
  | BareFile<"stylesheet", Record<never, never>>
  | BareFile<"picture", { readonly file: "icon.png" | "logo.png" }>;

/** The page type of one layout: `PageOf<"edition">`. */
export type PageOf<L extends Page["layout"]> = Extract<Page, { readonly layout: L }>;

/** A page for people, with navigation and metadata around its content. */
interface FramedPage<L extends string, S> {
  readonly layout: L;
  readonly address: Address;
  readonly frame: Frame;
  readonly shows: S;
}

/** A file without a frame: for programs, a redirect, or an email. */
interface BareFile<L extends string, S> {
  readonly layout: L;
  readonly address: Address;
  readonly shows: S;
}

/** The metadata and navigation of a page for people: its `<head>`, and what surrounds its content. */
export interface Frame {
  readonly linkBase: LinkBase;
  readonly language: Language;
  /** The document title. Layouts append the site's title, except on the home page. */
  readonly title: string;
  readonly description: string;
  /** The absolute URL of this page. */
  readonly canonical: string;
  /** This page in all languages, itself first; empty if there is only one. For hreflang and the language switcher. */
  readonly translations: readonly { readonly language: Language; readonly address: Address; readonly url: string }[];
  /** Feeds for autodiscovery, those of the page's topic first. */
  readonly feeds: readonly FeedLink[];
  /** `og:type` of Open Graph. */
  readonly kind: "article" | "website";
  readonly image:
    | { readonly url: string; readonly width: number; readonly height: number; readonly alt: string }
    | undefined;
  /** The schema.org object, written as JSON-LD; undefined on a page that search engines should not index. */
  readonly schema: Readonly<Record<string, unknown>> | undefined;
  /** RFC 3339 timestamps for Open Graph's `article:published_time` and `article:modified_time`. */
  readonly times: { readonly published: string; readonly modified: string } | undefined;
  /** The authors of an article: the URL of the page of each, and the account in the Fediverse. */
  readonly authors: readonly { readonly url: string; readonly fediverse: string | undefined }[];
  readonly site: SiteFrame;
}

/** The part of the frame that all pages of a language share. */
export interface SiteFrame {
  readonly title: string;
  readonly home: Address;
  readonly stylesheet: Address;
  /** Sections, then storylines, archive, subscribe. */
  readonly navigation: readonly Link[];
  /** Corrections, all tags, people, places, authors, plain pages. */
  readonly footer: readonly Link[];
  /** The home page in each language of the site; empty if there is only one language. */
  readonly languages: readonly { readonly language: Language; readonly address: Address }[];
  /** The licence of texts that do not set their own. */
  readonly licence: LicenceView | undefined;
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

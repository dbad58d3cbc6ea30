import type { Address } from "../values/address.ts";
import type { Day } from "../values/day.ts";
import type { FeedId } from "../values/feed-id.ts";
import type { Instant } from "../values/instant.ts";
import type { Language } from "../values/language.ts";
import type { Location } from "../values/problem.ts";
import type { Slug } from "../values/slug.ts";
import type { BodyKey } from "../values/text/html.ts";

export type { FeedId };

/** An article, checked, with defaults filled in. Plain data; the HTML of its text is stored under the key `body`. */
export interface Article {
  readonly file: string;
  readonly address: Address;
  /** Identifies the article together with its translations: "2024/07/11/summit". */
  readonly stem: string;
  readonly aliases: readonly Address[];
  /** The location of each alias in the file. */
  readonly aliasLocations: readonly Location[];
  readonly id: FeedId;
  readonly language: Language;
  readonly day: Day;
  /** Without a mark of a retraction: the model adds it once the retraction is due. */
  readonly title: string;
  readonly summary: string;
  /** Slugs of known tags, in the author's order, without duplicates. */
  readonly tags: readonly Slug[];
  /** The section that lists it on the front page: the first of its tags that is a section of the site. */
  readonly section: Slug | undefined;
  /** Who wrote it, or its original. Empty if nobody is named: it is then the publisher's. */
  readonly authors: readonly Name[];
  /** False if it has the authors of the text that it translates, because its own front matter names none. */
  readonly hasOwnAuthors: boolean;
  /** Whether it is own reporting; only then can it have no sources. */
  readonly original: boolean;
  readonly sources: readonly SourceCredit[];
  readonly date: Instant;
  /** The moments of its update, corrections and retraction, oldest first. Some may be in the future. */
  readonly changes: readonly Instant[];
  /** The latest of `changes`. */
  readonly updated: Instant | undefined;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
  /** When and why it was retracted. */
  readonly retracted: Correction | undefined;
  readonly lead: boolean;
  readonly draft: boolean;
  readonly rights: Rights;
  /** Undefined if neither it nor the site says any. */
  readonly licence: Licence | undefined;
  readonly storyline: Slug | undefined;
  readonly people: readonly Name[];
  /** The first is the article's dateline. */
  readonly places: readonly Name[];
  readonly image: Figure | undefined;
  readonly body: BodyKey;
  /** Number of words in its text. */
  readonly wordCount: number;
  /** Pictures in its text. */
  readonly pictures: readonly PublishedImage[];
  /** Documents beside it to which its text links. */
  readonly documents: readonly PublishedFile[];
  /** Links in its text to pages of this site. */
  readonly links: readonly SiteLink[];
  /** Those to places in pages of this site, its own among them. */
  readonly anchorLinks: readonly AnchorLink[];
  /** The ids of places in its text: headings and footnotes. */
  readonly ids: readonly string[];
}

/** How much of an article may leave the pages of this site: all of it, its title and summary, or its title alone. */
export type Rights = (typeof rights)[number];

/** Under which terms others may use a text: those of a licence, or none, that is, all rights are reserved. */
export type Licence = { readonly name: string; readonly url: string } | "none";

/** All levels of rights, most permissive first. */
export const rights = ["full", "excerpt", "link"] as const;

/** A source that the article is based on. */
export interface SourceCredit {
  readonly name: string;
  readonly url: string | undefined;
  readonly published: Day | undefined;
}

/** A correction, or the reason for a retraction. */
export interface Correction {
  readonly date: Instant;
  readonly text: string;
}

/** The name of a person, a place or an author, as written. Spellings with the same slug are the same one. */
export interface Name {
  readonly name: string;
  readonly slug: Slug;
}

/** A picture as it is published: one file per width and format, each named after the source file and its hash. */
export interface PublishedImage {
  /** Path of the source file, relative to the content folder. */
  readonly path: string;
  /** The same file as messages name it. */
  readonly file: string;
  readonly hash: string;
  /** Address without width and extension: "/2024/07/11/map-1f0c9a2e". */
  readonly stem: Address;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** A file that is published byte for byte: a document to which a text links, or a static file. */
export interface PublishedFile {
  /** Path of the source file, relative to the content folder. */
  readonly path: string;
  /** The same file as messages name it. */
  readonly file: string;
  readonly hash: string;
  readonly address: Address;
}

/** The main picture of an article. */
export interface Figure {
  readonly picture: PublishedImage;
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: string;
}

/** A link to a page of this site, and its location in the source file. */
export interface SiteLink {
  readonly to: Address;
  readonly at: Location;
  /** The old address that leads there, by site.yaml; absent from a link in a text. */
  readonly from?: Address;
}

/** A link to a place in a page of this site, such as "../10/summit.md#sources", and its location in the source file. */
export interface AnchorLink extends SiteLink {
  /** The id of the place: the part after the "#", decoded. */
  readonly id: string;
}

/** The editor's note that opens the edition of a day. */
export interface Note {
  readonly file: string;
  readonly language: Language;
  readonly day: Day;
  readonly title: string | undefined;
  readonly body: BodyKey;
  /** Length of its HTML, in UTF-16 code units. */
  readonly length: number;
  readonly pictures: readonly PublishedImage[];
  readonly documents: readonly PublishedFile[];
  readonly links: readonly SiteLink[];
  readonly anchorLinks: readonly AnchorLink[];
  readonly ids: readonly string[];
}

/** A page that does not belong to a day, such as about or contact. */
export interface PlainPage {
  readonly file: string;
  readonly address: Address;
  /** Identifies the page together with its translations: "pages/about". */
  readonly stem: string;
  readonly aliases: readonly Address[];
  /** The location of each alias in the file. */
  readonly aliasLocations: readonly Location[];
  readonly language: Language;
  readonly title: string;
  readonly summary: string;
  readonly body: BodyKey;
  readonly pictures: readonly PublishedImage[];
  readonly documents: readonly PublishedFile[];
  readonly links: readonly SiteLink[];
  readonly anchorLinks: readonly AnchorLink[];
  readonly ids: readonly string[];
}

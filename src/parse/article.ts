import type { Address } from "../values/address.ts";
import type { Day } from "../values/day.ts";
import type { FeedId } from "../values/feed-id.ts";
import type { Instant } from "../values/instant.ts";
import type { Language } from "../values/language.ts";
import type { Place } from "../values/problem.ts";
import type { Slug } from "../values/slug.ts";
import type { BodyKey } from "../values/text/html.ts";

export type { FeedId };

/** An article as we know it: checked, with its defaults filled in. Plain data; its text is kept apart, under `body`. */
export interface Article {
  readonly file: string;
  readonly address: Address;
  /** What it shares with its translations: "2024/07/11/summit". */
  readonly stem: string;
  readonly aliases: readonly Address[];
  /** Where in the file each of them was written. */
  readonly aliasesAt: readonly Place[];
  readonly id: FeedId;
  readonly language: Language;
  readonly day: Day;
  /** As readers see it: that of a retracted article begins by saying so. */
  readonly title: string;
  readonly summary: string;
  /** Slugs of known tags, in the author's order, each once. */
  readonly tags: readonly Slug[];
  /** The tag that it stands under on the front page: the first of its tags that is one of the site's sections. */
  readonly section: Slug | undefined;
  readonly sources: readonly SourceCredit[];
  readonly date: Instant;
  /** The newest of `updated` and of the dates of corrections and retraction. */
  readonly updated: Instant | undefined;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
  /** When and why it was taken back. */
  readonly retracted: Correction | undefined;
  readonly lead: boolean;
  readonly draft: boolean;
  readonly rights: Rights;
  readonly storyline: Slug | undefined;
  readonly people: readonly Name[];
  /** The first is the article's dateline. */
  readonly places: readonly Name[];
  readonly image: Figure | undefined;
  readonly body: BodyKey;
  /** How many words its text has. */
  readonly words: number;
  /** Pictures that stand in its text. */
  readonly pictures: readonly Shown[];
  /** Where its text links to inside the site, and where in the file each link stands. */
  readonly links: readonly SiteLink[];
}

/** What of an article may leave the site's own pages: all of it, its title and summary, or its title alone. */
export type Rights = (typeof rights)[number];

/** All of them, the widest first. */
export const rights = ["full", "excerpt", "link"] as const;

/** Where the digest read it. */
export interface SourceCredit {
  readonly name: string;
  readonly url: string | undefined;
  readonly published: Day | undefined;
}

export interface Correction {
  readonly date: Instant;
  readonly text: string;
}

/** A person's or a place's name, and the slug by which all its spellings are one. */
export interface Name {
  readonly name: string;
  readonly slug: Slug;
}

/** A picture as it will be published: one file a width and a format, all named by what they show and by its hash. */
export interface Shown {
  /** The author's file. */
  readonly path: string;
  readonly file: string;
  readonly hash: string;
  /** Without width and ending: "/2024/07/11/map-1f0c9a2e". */
  readonly stem: Address;
  readonly width: number;
  readonly height: number;
}

/** An article's own picture. */
export interface Figure {
  readonly picture: Shown;
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: string;
}

export interface SiteLink {
  readonly to: Address;
  readonly at: Place;
}

/** The editor's note that opens a day. */
export interface Note {
  readonly file: string;
  readonly language: Language;
  readonly day: Day;
  readonly title: string | undefined;
  readonly body: BodyKey;
  /** How many characters its text has as HTML. */
  readonly length: number;
  readonly pictures: readonly Shown[];
  readonly links: readonly SiteLink[];
}

/** A page that belongs to no day: about, contact. */
export interface PlainPage {
  readonly file: string;
  readonly address: Address;
  /** What it shares with its translations: "pages/about". */
  readonly stem: string;
  readonly language: Language;
  readonly title: string;
  readonly summary: string;
  readonly body: BodyKey;
  readonly pictures: readonly Shown[];
  readonly links: readonly SiteLink[];
}

import type { Address, LinkBase } from "../../values/address.ts";
import type { Language } from "../../values/language.ts";
import type { BodyKey } from "../../values/text/html.ts";
import type { LicenceView, Link } from "./links.ts";

// The data of each kind of page: sorted, counted, and formatted in the page's language. Layouts only arrange it.

/** A day as the masthead shows it, in the page's language. */
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

/** Why readers cannot see an article yet. Always undefined outside a preview. */
export type PreviewStatus = "draft" | "scheduled" | undefined;

/** An article in a list. */
export interface Headline {
  readonly address: Address;
  readonly title: string;
  /** undefined in a list that is too long for summaries. */
  readonly summary: string | undefined;
  /** The dateline: "Moscow". */
  readonly place: string | undefined;
  readonly minutes: number;
  /** "3 sources", "Own reporting" */
  readonly sources: string;
  /** The time of the last update or correction: "updated 12 July, 14:10". */
  readonly updated: string | undefined;
  readonly mark: PreviewStatus;
}

/** Links to the previous and the next day, edition, article or page. */
export interface NeighbourLinks {
  readonly earlier: Link | undefined;
  readonly later: Link | undefined;
}

/** The edition of a day. */
export interface EditionView {
  readonly day: DayView;
  /** The address of the edition. It differs from the page's address on the home page. */
  readonly address: Address;
  /** The edition as an email, in two formats. */
  readonly newsletters: { readonly html: Address; readonly text: Address };
  /** Totals: number of stories, and reading time in minutes. */
  readonly storyCount: number;
  readonly minutes: number;
  readonly neighbours: NeighbourLinks;
  readonly calendar: CalendarView;
  readonly note: { readonly title: string | undefined; readonly body: BodyKey } | undefined;
  readonly lead: Headline;
  readonly leadSection: Link | undefined;
  readonly leadImage: PictureView | undefined;
  readonly leadStoryline: StorylineStrip | undefined;
  readonly sections: readonly SectionView[];
  /** The page on which a very long edition goes on; undefined if all of it is here. */
  readonly nextPart: Link | undefined;
  /** Whether this is the newest edition: its end then says when the next one is published. */
  readonly isLatest: boolean;
  /** The daily publication time: "06:00, Eastern European Time". */
  readonly publicationTime: string;
}

/** The stories of one section of an edition; those without a section have no tag. */
export interface SectionView {
  readonly tag: Link | undefined;
  readonly headlines: readonly Headline[];
}

/** A further page of a very long edition. */
export interface EditionPartView {
  /** "Page 2" */
  readonly title: string;
  readonly edition: Pick<
    EditionView,
    "day" | "address" | "newsletters" | "neighbours" | "isLatest" | "publicationTime"
  >;
  readonly sections: readonly SectionView[];
  readonly parts: NeighbourLinks;
}

/** A few steps of a storyline around an article, oldest first; `current` marks the article itself. */
export interface StorylineStrip {
  readonly title: string;
  readonly address: Address;
  readonly steps: readonly {
    readonly iso: string;
    readonly date: string;
    readonly title: string;
    readonly address: Address;
    readonly isCurrent: boolean;
  }[];
}

/** A month as weeks from Monday to Sunday. A cell outside the month is undefined. */
export interface CalendarView {
  readonly title: string;
  readonly iso: string;
  readonly address: Address;
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  readonly weeks: readonly (readonly (CalendarDayView | undefined)[])[];
}

/** A day in a calendar. */
export interface CalendarDayView {
  readonly numeral: string;
  readonly iso: string;
  readonly long: string;
  /** undefined if the day has no edition. */
  readonly address: Address | undefined;
  readonly isCurrent: boolean;
  readonly lead: string | undefined;
  readonly storyCount: number;
}

/** The page of a month. */
export interface MonthView {
  readonly title: string;
  readonly calendar: CalendarView;
  readonly editionCount: number;
  readonly storyCount: number;
  readonly neighbours: NeighbourLinks;
  readonly year: Link;
}

/** The page of a year. */
export interface YearView {
  readonly title: string;
  readonly editionCount: number;
  readonly storyCount: number;
  readonly months: readonly { readonly calendar: CalendarView; readonly storyCount: number }[];
  readonly neighbours: NeighbourLinks;
}

/** The archive: all years and months. */
export interface ArchiveView {
  readonly editionCount: number;
  readonly storyCount: number;
  /** Newest first. */
  readonly years: readonly {
    readonly title: string;
    readonly address: Address;
    readonly storyCount: number;
    readonly months: readonly { readonly title: string; readonly address: Address; readonly storyCount: number }[];
  }[];
}

/** The page of an article. */
export interface ArticleView {
  readonly day: DayView;
  readonly edition: Address;
  readonly section: Link | undefined;
  readonly title: string;
  readonly summary: string;
  readonly place: Link | undefined;
  /** "By Anna Example and Boris Example" in parts, each name with the page of the author; empty if nobody is named. */
  readonly byline: readonly { readonly text: string; readonly author: Address | undefined }[];
  /** RFC 3339, and as text in the site's time zone: "11 July 2024, 06:00". */
  readonly published: { readonly iso: string; readonly text: string };
  /** The last change: "Updated 12 July 2024, 14:10". */
  readonly updated: { readonly iso: string; readonly text: string } | undefined;
  readonly minutes: number;
  readonly image: PictureView | undefined;
  readonly body: BodyKey;
  /** "3 sources", "Own reporting" */
  readonly sourceCount: string;
  readonly sources: readonly {
    readonly name: string;
    readonly url: string | undefined;
    readonly published: { readonly iso: string; readonly text: string } | undefined;
  }[];
  /** Oldest first. `id` is the fragment of its URL. */
  readonly corrections: readonly {
    readonly id: string;
    readonly iso: string;
    readonly date: string;
    readonly text: string;
  }[];
  /** The retraction, shown before the text; undefined if the article is not retracted. */
  readonly retraction: { readonly iso: string; readonly date: string; readonly reason: string } | undefined;
  readonly storyline: StorylineStrip | undefined;
  readonly tags: readonly Link[];
  readonly people: readonly Link[];
  readonly places: readonly Link[];
  readonly licence: LicenceView | undefined;
  readonly neighbours: NeighbourLinks;
  readonly mark: PreviewStatus;
}

/** A picture with the attributes that a layout needs. */
export interface PictureView {
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: string;
  readonly width: number;
  readonly height: number;
  /** The address prefix of its published files (see `listVariants`). */
  readonly stem: Address;
}

/** A page without a date: about, contact. */
export interface PlainView {
  readonly title: string;
  readonly summary: string;
  readonly body: BodyKey;
}

/** The error page. Hosts serve it at any path, so it has absolute URLs and contains its style sheet. */
export interface MissingView {
  readonly homeUrl: string;
  readonly archiveUrl: string;
}

/** A redirect from an old address to the current one. */
export interface RedirectView {
  readonly linkBase: LinkBase;
  readonly language: Language;
  readonly to: Address;
  readonly title: string;
  /** The absolute URL of the target. */
  readonly canonical: string;
}

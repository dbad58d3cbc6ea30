import type { Address, Here } from "../../values/address.ts";
import type { Language } from "../../values/language.ts";
import type { BodyKey } from "../../values/text/html.ts";
import type { Link } from "./links.ts";

// What each kind of page shows: sorted, counted, and in the words of its language. Layouts only lay it out.

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
  /** The same as a mail. */
  readonly newsletters: { readonly html: Address; readonly text: Address };
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
  /** Why it was taken back: said before its text. */
  readonly retracted: { readonly iso: string; readonly date: string; readonly reason: string } | undefined;
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

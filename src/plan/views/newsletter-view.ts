import type { FeedImage } from "../../feeds/feeds.ts";
import type { Instant } from "../../values/instant.ts";
import type { Language } from "../../values/language.ts";
import type { BodyKey } from "../../values/text/html.ts";
import type { DayView, Mark } from "./views.ts";

/** An edition as a mail. It is read far from the site, so every URL in it is absolute. */
export interface NewsletterView {
  readonly language: Language;
  readonly day: DayView;
  /** Of the document: "Edition of 11 July 2024". */
  readonly title: string;
  /** What a list of mails shows behind the subject. */
  readonly preview: string;
  /** The edition on the site. */
  readonly url: string;
  readonly site: {
    readonly title: string;
    readonly description: string;
    /** Against which links in a text are made absolute; its front page in this language; how to subscribe. */
    readonly url: string;
    readonly home: string;
    readonly feeds: string;
  };
  /** Of the whole edition. */
  readonly stories: number;
  readonly minutes: number;
  /** Without its text where that is too long for a mail. */
  readonly note: { readonly title: string; readonly body: BodyKey | undefined } | undefined;
  readonly leadSection: string | undefined;
  readonly leadImage: Pick<FeedImage, "url" | "width" | "alt" | "caption" | "credit"> | undefined;
  readonly lead: NewsletterStory;
  readonly sections: readonly { readonly title: string; readonly stories: readonly NewsletterStory[] }[];
  /** How many stories there was no room for. */
  readonly left: number;
  /** Where a subscriber leaves; undefined where the site sends no mail. */
  readonly unsubscribe: string | undefined;
  /** What the head of the mail says (RFC 5322, RFC 2919). */
  readonly mail: {
    /** undefined where the site sends no mail. */
    readonly from: { readonly name: string; readonly address: string } | undefined;
    readonly subject: string;
    readonly date: Instant;
    /** Message-ID and List-Id, without their brackets. */
    readonly id: string;
    readonly list: string;
  };
}

/** An article as a mail tells of it: by no more than is in every list, so that its own page stays the place to read it. */
export interface NewsletterStory {
  readonly title: string;
  readonly url: string;
  /** Why it was taken back, where it was. undefined where its rights allow no more than the title. */
  readonly summary: string | undefined;
  /** The dateline: "Moscow". */
  readonly place: string | undefined;
  /** The names of its sources: "Reuters, RIA Novosti". Where that is too long, their number. */
  readonly sources: string;
  readonly mark: Mark;
}

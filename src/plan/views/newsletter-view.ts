import type { FeedImage } from "../../feeds/feeds.ts";
import type { Instant } from "../../values/instant.ts";
import type { Language } from "../../values/language.ts";
import type { BodyKey } from "../../values/text/html.ts";
import type { LicenceView } from "./links.ts";
import type { DayView, PreviewStatus } from "./views.ts";

/**
 * An edition as an email. Every link in it is absolute, because it is not read on the site. Its pictures are files of the
 * site: the mail carries them inside, and the page that shows the mail has them beside it.
 */
export interface NewsletterView {
  readonly language: Language;
  readonly day: DayView;
  /** The document title: "Edition of 11 July 2024". */
  readonly title: string;
  /** The text that mail programs show after the subject in the list of messages. */
  readonly preview: string;
  /** The URL of the edition on the site. */
  readonly url: string;
  readonly site: {
    readonly title: string;
    readonly description: string;
    /** The base URL for links in texts. */
    readonly url: string;
    /** The URL of the home page in this language. */
    readonly home: string;
    /** The URL of the page on how to subscribe. */
    readonly feeds: string;
    readonly licence: LicenceView | undefined;
  };
  /** Totals of the whole edition, including stories that the email omits. */
  readonly storyCount: number;
  readonly minutes: number;
  /** Without its body if that is too long for an email. */
  readonly note: { readonly title: string; readonly body: BodyKey | undefined } | undefined;
  readonly leadSection: string | undefined;
  readonly leadImage: Pick<FeedImage, "file" | "width" | "alt" | "caption" | "credit"> | undefined;
  readonly lead: NewsletterStory;
  readonly sections: readonly { readonly title: string; readonly stories: readonly NewsletterStory[] }[];
  /** Number of stories that did not fit into the size limit. */
  readonly omittedCount: number;
  /** The unsubscribe URL or mail address; undefined if the site sends no mail. */
  readonly unsubscribe: string | undefined;
  /** Header fields of the message (RFC 5322, RFC 2919). */
  readonly mail: {
    /** undefined if the site sends no mail. */
    readonly from: { readonly name: string; readonly address: string } | undefined;
    readonly subject: string;
    /** The time of publication, or of the last change after it. */
    readonly date: Instant;
    /** The parts of the Message-ID around what tells one version of the mail from another: "name.version@host". */
    readonly messageId: { readonly name: string; readonly host: string };
    /** List-Id, without its angle brackets. */
    readonly listId: string;
  };
}

/** An article in the email: no more than a list entry, so that the article is read on its own page. */
export interface NewsletterStory {
  readonly title: string;
  readonly url: string;
  /** For a retracted article, the reason of the retraction. undefined if its rights allow only the title. */
  readonly summary: string | undefined;
  /** The dateline: "Moscow". */
  readonly place: string | undefined;
  /** "By Anna Example"; undefined if nobody is named. */
  readonly byline: string | undefined;
  /** The names of its sources: "Reuters, RIA Novosti". If that is too long, the number of sources. */
  readonly sources: string;
  readonly mark: PreviewStatus;
}

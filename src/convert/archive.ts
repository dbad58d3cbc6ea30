import type { Instant } from "../values/instant.ts";
import type { ReportLoss } from "./losses.ts";

/** What the settings of an archive say of its site. */
export interface ArchiveSite {
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Where the site lives, with a "/" at its end; undefined if the archive does not say. */
  readonly url: string | undefined;
  /** The code of its language: "en", "uk", "pt-br". */
  readonly language: string;
  readonly timezone: string;
}

/** A text of an archive: what its front matter says, and the text itself. */
export interface ArchiveText {
  readonly kind: "article" | "page";
  /** The path in the archive, for the report. */
  readonly file: string;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  /** Undefined for a page. */
  readonly date: Instant | undefined;
  readonly updated: Instant | undefined;
  readonly draft: boolean;
  readonly language: string | undefined;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  /** The name in the old address. */
  readonly slug: string;
  /** Paths from the root of the old site, its own first: "/2020/05/01/summit/". */
  readonly addresses: readonly string[];
  /** The id that the old feed gave it. */
  readonly feedId: string | undefined;
  /** The address of a source that it names. */
  readonly sourceUrl: string | undefined;
  readonly image: { readonly src: string; readonly alt: string | undefined } | undefined;
  /** With shortcodes written as markdown or HTML. */
  readonly body: string;
  readonly format: "markdown" | "html";
  /** The names by which other texts of the archive link to it. */
  readonly names: readonly string[];
}

/** An archive, read. */
export interface Archive {
  readonly site: ArchiveSite;
  readonly texts: readonly ArchiveText[];
  /** The names that tags had in old addresses, by their titles, where the archive says so. */
  readonly tagSlugs: ReadonlyMap<string, string>;
  /**
   * The folders in which a path of the old site is a file: static folders, and the root. Relative to the folder of the
   * archive, most likely first.
   */
  readonly staticFolders: readonly string[];
}

/** What a source is asked to read. */
export interface ArchiveRequest {
  readonly folder: string;
  /** What the user said of the site; it counts more than what the archive says. */
  readonly site: Partial<ArchiveSite>;
  readonly report: ReportLoss;
}

/** A program whose archives can be read. */
export interface ArchiveSource {
  readonly name: string;
  /** @throws UserError if the folder holds no archive of this kind */
  readonly read: (request: ArchiveRequest) => Archive;
}

/** A link of this scheme leads to the text of the archive with that name: shortcodes are written with it. */
export const nameScheme = "archive:";

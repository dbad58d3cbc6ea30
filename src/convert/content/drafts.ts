import type { Language } from "../../values/language.ts";
import type { ArchiveText } from "../archive.ts";
import type { TextBlock } from "../text/blocks.ts";
import type { Head } from "./head.ts";

/**
 * How a block is written. "source": as its author wrote it; "markdown": as markdown that says the same; "dialects" and
 * "all": with backslashes before what could be markup elsewhere, or before every mark; "code": as it is typed.
 */
export const blockForms = ["source", "markdown", "dialects", "all", "code"] as const;
export type BlockForm = (typeof blockForms)[number];

/** A block of a new text, and how it is written: this changes until Dateline's own check has nothing to say of it. */
export interface DraftBlock {
  readonly block: TextBlock;
  form: BlockForm;
  /** Which links within the site it has: all; those to pages, without the place in the page; none, but only their words. */
  links: "all" | "pages" | "none";
  /** Its text in this form, once it was written; undefined after a change. */
  written: string | undefined;
}

/** A text of the new content before it is written. */
export interface Draft {
  readonly text: ArchiveText;
  readonly language: Language;
  /** Relative to the content folder: "2024/07/11/summit.md". */
  readonly path: string;
  /** Its address in the new site: "/2024/07/11/summit/". */
  readonly address: string;
  readonly head: Head;
  readonly blocks: readonly DraftBlock[];
}

import type { Article } from "../parse/parse.ts";

// The parts of an article that may be published outside its own page: in feeds, search, mail and downloads. Its own
// page shows the whole article with any rights, because there readers see its author and its source.

/** Whether the summary may be published elsewhere. The title and the link always may. */
export function mayShareSummary({ rights }: Article): boolean {
  return rights !== "link";
}

/** Whether the text and the picture may be published elsewhere. */
export function mayShareText({ rights }: Article): boolean {
  return rights === "full";
}

import type { Article } from "../parse/parse.ts";

// What may leave an article's own page, for whatever carries it elsewhere: feeds, search, mail, downloads. On its page it
// stands whole, whatever its rights: there readers see whose it is, and where it was read.

/** Whether its summary may be carried. Title and link always may. */
export function sharesSummary({ rights }: Article): boolean {
  return rights !== "link";
}

/** Whether all of it may be carried: its text, its picture. */
export function sharesText({ rights }: Article): boolean {
  return rights === "full";
}

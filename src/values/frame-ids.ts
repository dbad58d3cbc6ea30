import type { Address } from "./address.ts";

// The ids that layouts give to elements around the text of an article. A heading of the text may not take one of them:
// a link to the id would lead to the wrong place.

/** Ids that a page has at most once. */
export const frameIds = {
  /** The main part of the page: the target of the link for keyboards that skips the navigation. */
  main: "text",
  sources: "sources",
  retraction: "retraction",
} as const;

/** The id of a correction of an article. Corrections are numbered from 1, the oldest. */
export function toCorrectionId(number: number): string {
  return `${correctionPrefix}${number}`;
}

/** Lists the ids that every page at such an address has around its text: those of an article, or of another page. */
export function listFrameIds(address: Address): readonly string[] {
  const isArticle = /^(?:\/[a-z]{2})?\/\d{4}\/\d\d\/\d\d\/./.test(address);
  return isArticle ? [frameIds.sources, frameIds.main] : [frameIds.main];
}

/** Whether layouts give this id to an element. */
export function isFrameId(id: string): boolean {
  return frameIdSet.has(id) || correctionId.test(id);
}

const frameIdSet: ReadonlySet<string> = new Set(Object.values(frameIds));
const correctionPrefix = "correction-";
const correctionId = new RegExp(`^${correctionPrefix}\\d+$`);

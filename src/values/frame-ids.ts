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

/** Whether layouts give this id to an element. */
export function isFrameId(id: string): boolean {
  return Object.values<string>(frameIds).includes(id) || correctionId.test(id);
}

const correctionPrefix = "correction-";
const correctionId = new RegExp(`^${correctionPrefix}\\d+$`);

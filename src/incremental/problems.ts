// An author wants all problems in one run. Some of them, dead links for example, are found only when all addresses are
// known; and a text with an error in it may lack addresses. A problem that could result from such an error alone is not
// reported in this run.
import { findContentAddress } from "../parse/parse.ts";
import { isStaticPath } from "../read/read.ts";
import type { Address } from "../values/address.ts";
import type { Language } from "../values/language.ts";
import type { Problem } from "../values/problem.ts";

/**
 * Whether content with these problems can still be planned: false if one of them is in a settings file or a folder.
 *
 * @param folder the content folder, as the problems name it
 */
export function canPlanWith(problems: readonly Problem[], folder: string): boolean {
  return problems.every(
    ({ at }) => isStaticPath(at.file.slice(folder.length + 1)) || /\.(?!yaml$)[^./]+$/.test(at.file),
  );
}

/** What is certain about addresses as long as some texts have problems. */
export interface Certainty {
  /**
   * Whether an unplanned address would certainly stay unplanned if the problems were fixed: only that of an article, which
   * depends on one file; the pages of days and tags depend on many.
   */
  readonly isUnused: (address: Address) => boolean;
  /** Whether the text of the page at an address has no problem, so that it has all its headings. */
  readonly isComplete: (address: Address) => boolean;
}

/**
 * Finds out what is certain about addresses if texts have these problems.
 *
 * @param folder the content folder, as the problems name it
 * @param siteLanguage the main language of the site
 */
export function createCertainty(problems: readonly Problem[], folder: string, siteLanguage: Language): Certainty {
  if (problems.length === 0) return { isUnused: () => true, isComplete: () => true };
  const faultyAddresses = new Set(
    problems.map(({ at }) => findContentAddress(at.file.slice(folder.length + 1), siteLanguage)),
  );
  const isComplete = (address: Address) => !faultyAddresses.has(address);
  return { isUnused: (address) => /\/\d{4}\/\d\d\/\d\d\/./.test(address) && isComplete(address), isComplete };
}

/** Appends further problems, except for fields that already have one at the same location. */
export function mergeProblems(problems: readonly Problem[], further: readonly Problem[]): readonly Problem[] {
  const reportedFields = new Set(problems.map(getFieldKey));
  return [...problems, ...further.filter((problem) => !reportedFields.has(getFieldKey(problem)))];
}

function getFieldKey({ at, what }: Problem): string {
  return `${at.file}:${at.line}:${at.column} ${what.split(":", 1)[0]}`;
}

// An author wants all problems in one run. Some of them, dead links for example, are found only when all addresses are
// known; and a text with an error in it may lack addresses. A problem that could result from such an error alone is not
// reported in this run.
import { findContentAddress } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import type { Language } from "../values/language.ts";
import type { Problem } from "../values/problem.ts";

/** Whether content with these problems can still be planned: false if one of them is in a settings file or a folder. */
export function canPlanWith(problems: readonly Problem[]): boolean {
  return problems.every(({ at }) => /\.(?!yaml$)[^./]+$/.test(at.file));
}

/**
 * Makes the check of whether an unplanned address would certainly stay unplanned if these problems were fixed. It is
 * certain only for the address of an article, which depends on one file; the pages of days and tags depend on many.
 *
 * @param folder the content folder, as the problems name it
 * @param siteLanguage the main language of the site
 */
export function createUnusedCheck(
  problems: readonly Problem[],
  folder: string,
  siteLanguage: Language,
): (address: Address) => boolean {
  if (problems.length === 0) return () => true;
  const faultyAddresses = new Set(
    problems.map(({ at }) => findContentAddress(at.file.slice(folder.length + 1), siteLanguage)),
  );
  return (address) => /\/\d{4}\/\d\d\/\d\d\/./.test(address) && !faultyAddresses.has(address);
}

/** Appends further problems, except for fields that already have one at the same location. */
export function mergeProblems(problems: readonly Problem[], further: readonly Problem[]): readonly Problem[] {
  const reportedFields = new Set(problems.map(getFieldKey));
  return [...problems, ...further.filter((problem) => !reportedFields.has(getFieldKey(problem)))];
}

function getFieldKey({ at, what }: Problem): string {
  return `${at.file}:${at.line}:${at.column} ${what.split(":", 1)[0]}`;
}

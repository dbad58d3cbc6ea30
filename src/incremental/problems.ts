// An author wants all problems in one run. Some of them, dead links for example, are found only when all addresses are
// known; and a text with an error in it may lack addresses. A problem that could result from such an error alone is not
// reported in this run.
import { findContentAddress } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import type { Language } from "../values/language.ts";
import { isOwnName } from "../values/own-addresses.ts";
import type { Problem } from "../values/problem.ts";
import { type Slug, toSlug } from "../values/slug.ts";

/**
 * Whether content with these problems can still be planned, so that dead links are found in the same run: false if the
 * whole folder cannot be read, or the language or the clock of the site is unknown.
 *
 * @param folder the content folder, as the problems name it
 */
export function canPlanWith(problems: readonly Problem[], folder: string): boolean {
  return problems.every(
    ({ at, what }) => at.file !== folder && (at.file !== `${folder}/site.yaml` || harmlessSettings.test(what)),
  );
}

// No address of a text depends on them.
const harmlessSettings =
  /^(?:title|description|url|authority|publisher|sections|links|rights|licence|byline|hub|support|newsletter|mirrors)\b|^\S+: is not a known key\./;

/** What is certain about addresses as long as some texts have problems. */
export interface Certainty {
  /**
   * Whether an unplanned address would certainly stay unplanned if the problems were fixed: only that of an article or a
   * plain page, which depends on one file; the pages of days and tags depend on many.
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
  const paths = [...new Set(problems.map(({ at }) => at.file.slice(folder.length + 1)))];
  const faultyAddresses = new Set(paths.map((path) => findContentAddress(path.replace(/\.md$/i, ".md"), siteLanguage)));
  // A text whose folder or name is wrong can move to any address that ends with its name.
  const misplacedNames = new Set(
    paths.flatMap((path) => {
      const [, name = ""] = /([^/]+?)(?:\.[a-z]{2})?\.[^./]+$/i.exec(path) ?? [];
      return /\.yaml$/.test(path) || findContentAddress(path, siteLanguage) ? [] : (toSlug(name) ?? []);
    }),
  );
  const folders = paths.filter((path) => !/\.[^./]+$/.test(path)).map((path) => `/${path.replace(/\/$/, "")}/`);
  const isComplete = (address: Address) => !faultyAddresses.has(address);
  const isUnused = (address: Address) => {
    const [name = ""] = /[^/]*(?=\/?$)/.exec(address) ?? [];
    const isOfOneFile = articleAddress.test(address) || (pageAddress.test(address) && !isOwnName(name));
    const isInFaultyFolder = folders.some(
      (path) => address.includes(path) || (path === "/pages/" && pageAddress.test(address)),
    );
    return isOfOneFile && isComplete(address) && !misplacedNames.has(name as Slug) && !isInFaultyFolder;
  };
  return { isUnused, isComplete };
}

const articleAddress = /\/\d{4}\/\d\d\/\d\d\/./;
const pageAddress = /^(?:\/[a-z]{2})?\/[a-z][^/]{2,}\/$/;

/** Appends further problems, except for fields that already have one at the same location. */
export function mergeProblems(problems: readonly Problem[], further: readonly Problem[]): readonly Problem[] {
  const reportedFields = new Set(problems.map(getFieldKey));
  return [...problems, ...further.filter((problem) => !reportedFields.has(getFieldKey(problem)))];
}

function getFieldKey({ at, what }: Problem): string {
  return `${at.file}:${at.line}:${at.column} ${what.split(":", 1)[0]}`;
}

import { type Address, addLanguagePrefix, toPageAddress } from "../values/address.ts";
import { type Day, describeYearOutside, parseDay, toDateFolders } from "../values/day.ts";
import { isLanguage, type Language, languages } from "../values/language.ts";
import { askWhetherMeant, findNearest } from "../values/nearest.ts";
import { isOwnName } from "../values/own-addresses.ts";
import { inQuotes, type ProblemText } from "../values/problem.ts";
import { parseSlug, type Slug, slugForm, toSlug } from "../values/slug.ts";
import { noteHiddenCharacter } from "../values/text/hidden-characters.ts";

/** What the path of a text means: the folder is the day of the edition, the file name is slug and language. */
export type ContentPath =
  | { readonly kind: "article"; readonly day: Day; readonly slug: Slug; readonly language: Language }
  | { readonly kind: "note"; readonly day: Day; readonly language: Language }
  | { readonly kind: "page"; readonly slug: Slug; readonly language: Language };

/** A parsed path and its problems. A wrong path still has a meaning if it can be guessed, so that the text is checked. */
export interface ParsedPath {
  readonly contentPath: ContentPath | undefined;
  readonly problems: readonly ProblemText[];
}

/**
 * Parses the path of a text: "2024/07/11/summit.ru.md" is the Russian article "summit" of 2024-07-11.
 *
 * @param path relative to the content folder, ending in ".md"
 * @param siteLanguage the language of files without a language suffix
 */
export function parsePath(path: string, siteLanguage: Language): ParsedPath {
  const folders = path.split("/").slice(0, -1);
  const name = path.slice(path.lastIndexOf("/") + 1, -".md".length);
  const { base, language, problems } = splitLanguageSuffix(name, siteLanguage);
  if (folders.length === 1 && folders[0] === "pages") return parsePagePath(base, language, problems);
  const [year = "", month = "", date = ""] = folders;
  const day = folders.length === 3 ? parseDay(year, month, date) : undefined;
  if (day === undefined) return { contentPath: undefined, problems: [describeWrongFolder(folders)] };
  if (base === "index") return { contentPath: { kind: "note", day, language }, problems };
  const { slug, problems: slugProblems } = parseNameSlug(base, name);
  return { contentPath: slug && { kind: "article", day, slug, language }, problems: [...problems, ...slugProblems] };
}

/** The address at which a text is published. A note has the address of the edition that it opens. */
export function toContentAddress(path: ContentPath, siteLanguage: Language): Address {
  return addLanguagePrefix(
    path.language,
    siteLanguage,
    toPageAddress(...(path.kind === "page" ? [path.slug] : listSegments(path))),
  );
}

/** The part of a path that all translations of a text share: "2024/07/11/summit", "pages/about". */
export function toStem(path: ContentPath): string {
  return (path.kind === "page" ? ["pages", path.slug] : listSegments(path)).join("/");
}

/** Finds the address of a content file from its path alone; undefined if the path is not that of a valid text. */
export function findContentAddress(path: string, siteLanguage: Language): Address | undefined {
  const { contentPath, problems } = parsePath(path, siteLanguage);
  return path.endsWith(".md") && problems.length === 0 && contentPath
    ? toContentAddress(contentPath, siteLanguage)
    : undefined;
}

function listSegments(path: Exclude<ContentPath, { kind: "page" }>): readonly string[] {
  return path.kind === "note" ? toDateFolders(path.day) : [...toDateFolders(path.day), path.slug];
}

function parsePagePath(base: string, language: Language, problems: readonly ProblemText[]): ParsedPath {
  const { slug, problems: slugProblems } = parseNameSlug(base, base);
  const reservedProblems = slug !== undefined && isOwnName(slug) ? [describeReservedName(slug)] : [];
  return {
    contentPath: slug && { kind: "page", slug, language },
    problems: [...problems, ...slugProblems, ...reservedProblems],
  };
}

function describeReservedName(slug: Slug): ProblemText {
  return {
    what: `the site itself has a page at /${slug}/.`,
    advice: `Give the file another name, such as about-${slug}.md.`,
  };
}

function describeWrongFolder(folders: readonly string[]): ProblemText {
  const folderName =
    folders.length === 0
      ? "the root of the content folder"
      : `the folder ${folders.join("/")}${noteHiddenCharacter(folders.join("/"))}`;
  const isDate = folders.length === 3 && folders.every((folder) => /^\d+$/.test(folder));
  const wrongYear = isDate ? describeYearOutside(folders.join("/")) : undefined;
  return {
    what: isDate
      ? `${folderName} ${wrongYear ?? "is not a calendar day."}`
      : `${folderName} is not a day: an article belongs to an edition.`,
    advice: isDate
      ? "Move it to the folder of its day: year, month and day, as in 2024/07/11."
      : "Move it to the folder of its day, as in 2024/07/11. A page that does not belong to a day goes into pages.",
  };
}

interface NameParts {
  readonly base: string;
  readonly language: Language;
  readonly problems: readonly ProblemText[];
}

/** Splits the language suffix from a file name: "summit.ru" is "summit" in Russian. */
function splitLanguageSuffix(name: string, siteLanguage: Language): NameParts {
  const [, base = name, suffix = ""] = /^(.*)\.([A-Za-z]{2,3}(?:-[A-Za-z]+)?|[\p{L}\p{Cf}]{2,4})$/u.exec(name) ?? [];
  if (suffix === "") return { base: name, language: siteLanguage, problems: [] };
  if (isLanguage(suffix)) return { base, language: suffix, problems: [] };
  const suggestion = findNearest(suffix, languages);
  const problem = {
    what: `the suffix ${inQuotes(`.${suffix}`)} is not a known language.`,
    advice: suggestion
      ? askWhetherMeant(suffix, suggestion, `.${suggestion}`)
      : `Known languages: ${languages.join(", ")}. The site's own, ${siteLanguage}, needs no suffix.`,
  };
  return { base, language: siteLanguage, problems: [problem] };
}

/** @param name the file name with its language suffix, for the advice */
function parseNameSlug(
  base: string,
  name: string,
): { readonly slug: Slug | undefined; readonly problems: readonly ProblemText[] } {
  const slug = parseSlug(base);
  if (slug !== undefined) return { slug, problems: [] };
  const suggestion = toSlug(base);
  const what = `the name ${inQuotes(base)} is not a slug: ${slugForm}.`;
  const advice = suggestion
    ? `Rename the file to ${suggestion}${name.slice(base.length)}.md`
    : "Name the file with a few words of its title, such as envoys-meet-in-vienna.md";
  return { slug: suggestion, problems: [{ what, advice }] };
}

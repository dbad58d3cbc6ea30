import { toDateFolders } from "../../values/day.ts";
import { type Instant, toDay } from "../../values/instant.ts";
import { isLanguage, type Language } from "../../values/language.ts";
import { isOwnName } from "../../values/own-addresses.ts";
import { toSlug } from "../../values/slug.ts";
import type { ArchiveText } from "../archive.ts";
import type { ReportLoss } from "../losses.ts";

/** Where a text of the archive stands in the new content. */
export interface DraftPlace {
  readonly text: ArchiveText;
  readonly language: Language;
  readonly slug: string;
  /** Relative to the content folder: "2024/07/11/summit.ru.md". */
  readonly path: string;
  readonly address: string;
}

/** Gives each text of an archive its place. A text that can have none is reported. */
export function assignPlaces(
  texts: readonly ArchiveText[],
  siteLanguage: Language,
  archiveLanguage: string,
  timezone: string,
  report: ReportLoss,
): readonly DraftPlace[] {
  const takenPaths = new Set<string>();
  return texts.flatMap((text) => {
    const language = findLanguage(text, siteLanguage, archiveLanguage);
    if (language === undefined) {
      report("language", text.file, text.language ?? "");
      return [];
    }
    const folder = findFolder(text, timezone);
    if (folder === undefined) {
      report("date", text.file, "has no date, and is not in the content");
      return [];
    }
    const suffix = language === siteLanguage ? "" : `.${language}`;
    const slug = chooseSlug(text, (name) => takenPaths.has(`${folder}/${name}${suffix}`));
    takenPaths.add(`${folder}/${slug}${suffix}`);
    if (slug !== text.slug) reportRenamed(text, slug, report);
    const prefix = suffix === "" ? "" : `/${language}`;
    const address = text.kind === "page" ? `${prefix}/${slug}/` : `${prefix}/${folder}/${slug}/`;
    return [{ text, language, slug, path: `${folder}/${slug}${suffix}.md`, address }];
  });
}

/** A text without a language is in the site's; one in a language that Dateline does not have has no place. */
function findLanguage(
  { language }: ArchiveText,
  siteLanguage: Language,
  archiveLanguage: string,
): Language | undefined {
  const code = (language ?? archiveLanguage).toLowerCase().replace(/[-_].*$/, "");
  if (language === undefined || code === archiveLanguage) return siteLanguage;
  return isLanguage(code) ? code : undefined;
}

function findFolder({ kind, date }: ArchiveText, timezone: string): string | undefined {
  if (kind === "page") return "pages";
  if (date === undefined) return undefined;
  return toDateFolders(toDayOf(date, timezone)).join("/");
}

function toDayOf(date: Instant, timezone: string) {
  return toDay(date, timezone);
}

function chooseSlug(text: ArchiveText, isTaken: (slug: string) => boolean): string {
  const base = toSlug(text.slug) ?? toSlug(text.title ?? "") ?? "text";
  const isReserved = base === "index" || (text.kind === "page" && isOwnName(base));
  const first = isReserved ? `about-${base}` : base;
  for (let i = 1; ; i++) {
    const slug = i === 1 ? first : `${first.slice(0, 75)}-${i}`;
    if (!isTaken(slug)) return slug;
  }
}

// A slug in other letters or capitals is the same name; what is told is a name that a number was added to.
function reportRenamed(text: ArchiveText, slug: string, report: ReportLoss): void {
  const plain = toSlug(text.slug);
  if (plain !== undefined && plain !== slug) report("renamed slug", text.file, `${text.slug} is ${slug}`);
}

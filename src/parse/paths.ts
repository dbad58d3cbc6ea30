import { type Address, addressIn, pageAddress } from "../values/address.ts";
import { type Day, dayFrom, foldersOf } from "../values/day.ts";
import { isLanguage, type Language, languages } from "../values/language.ts";
import { nearest } from "../values/nearest.ts";
import { quoted, type Slip } from "../values/problem.ts";
import { type Slug, slugFor, slugFrom } from "../values/slug.ts";

/** What a text's path says: the folder is the edition, the file's name its slug and language. */
export type ContentPath =
  | { readonly kind: "article"; readonly day: Day; readonly slug: Slug; readonly language: Language }
  | { readonly kind: "note"; readonly day: Day; readonly language: Language }
  | { readonly kind: "page"; readonly slug: Slug; readonly language: Language };

/** A path, and what is wrong with it. Where it can be told what was meant, that is given too: the text is looked at all the same. */
export interface ReadPath {
  readonly means: ContentPath | undefined;
  readonly slips: readonly Slip[];
}

/**
 * Reads a text's path: "2024/07/11/summit.ru.md" is the Russian article "summit" of that day.
 *
 * @param own the site's own language: that of files without a suffix
 */
export function readPath(path: string, own: Language): ReadPath {
  const folders = path.split("/").slice(0, -1);
  const name = path.slice(path.lastIndexOf("/") + 1, -".md".length);
  const { base, language, slips } = suffixed(name, own);
  if (folders.length === 1 && folders[0] === "pages") return page(base, language, slips);
  const [year = "", month = "", date = ""] = folders;
  const day = folders.length === 3 ? dayFrom(year, month, date) : undefined;
  if (day === undefined) return { means: undefined, slips: [nowhere(folders)] };
  if (base === "index") return { means: { kind: "note", day, language }, slips };
  const { slug, wrong } = slugged(base, name);
  return { means: slug && { kind: "article", day, slug, language }, slips: [...slips, ...wrong] };
}

/** The address at which a text is published, by what its path says. A note is published on the edition that it opens. */
export function addressOf(path: ContentPath, own: Language): Address {
  return addressIn(path.language, own, pageAddress(...(path.kind === "page" ? [path.slug] : segments(path))));
}

/** What a text shares with its translations: "2024/07/11/summit", "pages/about". */
export function stemOf(path: ContentPath): string {
  return (path.kind === "page" ? ["pages", path.slug] : segments(path)).join("/");
}

/** The address at which a file of the content is published, by the form of its path alone. */
export function addressAt(path: string, own: Language): Address | undefined {
  const { means, slips } = readPath(path, own);
  return path.endsWith(".md") && slips.length === 0 && means ? addressOf(means, own) : undefined;
}

function segments(path: Exclude<ContentPath, { kind: "page" }>): readonly string[] {
  return path.kind === "note" ? foldersOf(path.day) : [...foldersOf(path.day), path.slug];
}

function page(base: string, language: Language, slips: readonly Slip[]): ReadPath {
  const { slug, wrong } = slugged(base, base);
  const taken = slug !== undefined && isOwn(slug) ? [ownPage(slug)] : [];
  return { means: slug && { kind: "page", slug, language }, slips: [...slips, ...wrong, ...taken] };
}

/** Whether the site itself publishes under a name at its root, or below a language's prefix. */
function isOwn(slug: Slug): boolean {
  return /^\d{4}$/.test(slug) || isLanguage(slug) || ownNames.includes(slug);
}

const ownNames: readonly string[] = [
  "archive",
  "corrections",
  "daily",
  "feeds",
  "index",
  "lite",
  "people",
  "places",
  "search",
  "sitemaps",
  "storylines",
  "tags",
];

function ownPage(slug: Slug): Slip {
  return {
    what: `the site has a page of its own at /${slug}/.`,
    advice: `Name the file differently, such as about-${slug}.md.`,
  };
}

function nowhere(folders: readonly string[]): Slip {
  const where = folders.length === 0 ? "the root of the content folder" : `the folder ${folders.join("/")}`;
  const isDate = folders.length === 3 && folders.every((folder) => /^\d+$/.test(folder));
  return {
    what: isDate ? `${where} is no day of the calendar.` : `${where} is no day: an article belongs to an edition.`,
    advice: isDate
      ? "Move it to the folder of its day: year, month and day, as in 2024/07/11."
      : "Move it to the folder of its day, as in 2024/07/11; a page that belongs to no day goes into pages.",
  };
}

interface Suffixed {
  readonly base: string;
  readonly language: Language;
  readonly slips: readonly Slip[];
}

/** A file's name without its language: "summit.ru" is "summit" in Russian. */
function suffixed(name: string, own: Language): Suffixed {
  const [, base = name, suffix = ""] = /^(.*)\.([A-Za-z]{2,3}(?:-[A-Za-z]+)?)$/.exec(name) ?? [];
  if (suffix === "") return { base: name, language: own, slips: [] };
  if (isLanguage(suffix)) return { base, language: suffix, slips: [] };
  const near = nearest(suffix, languages);
  const slip = {
    what: `the suffix ${quoted(`.${suffix}`)} is no known language.`,
    advice: near
      ? `Did you mean ".${near}"?`
      : `Known are ${languages.join(", ")}; the site's own, ${own}, needs no suffix.`,
  };
  return { base, language: own, slips: [slip] };
}

/** @param name what is to be mended in the file's name, with its language */
function slugged(base: string, name: string): { readonly slug: Slug | undefined; readonly wrong: readonly Slip[] } {
  const slug = slugFrom(base);
  if (slug !== undefined) return { slug, wrong: [] };
  const meant = slugFor(base);
  const what = `the name ${quoted(base)} is no slug: lower-case Latin letters, digits and hyphens, at most 80.`;
  const advice = meant
    ? `Rename the file to ${meant}${name.slice(base.length)}.md`
    : "Name the file by a few words of its title, such as envoys-meet-in-vienna.md";
  return { slug: meant, wrong: [{ what, advice }] };
}

import { parseSlug, type Slug, toSlug } from "../../values/slug.ts";
import { formatValue } from "./head.ts";

/** A tag of the new content. */
export interface NewTag {
  readonly slug: Slug;
  readonly title: string;
  /** Other spellings. */
  readonly also: readonly string[];
}

/** The tags of an archive: each spelling has one slug. */
export interface NewTags {
  readonly list: readonly NewTag[];
  readonly find: (name: string) => Slug | undefined;
}

/**
 * Makes tags of the names that an archive uses. Names that differ only in capitals, accents or spaces are one tag, whose
 * title is the name that is used most.
 *
 * @param oldSlugs the names of tags in old addresses
 */
export function collectTags(
  names: readonly string[],
  oldSlugs: ReadonlyMap<string, string>,
  clean: (name: string) => string,
): NewTags {
  // For names in other alphabets alone: of two tags with one name, WordPress calls the second one "name-2".
  const slugs = new Map([...oldSlugs].reverse().map(([name, slug]) => [foldTagName(clean(name)), slug]));
  const toTagSlug = (name: string) =>
    (/^[\0-\x7f]*$/.test(name) ? undefined : parseSlug(slugs.get(foldTagName(name)) ?? "")) ?? makeTagSlug(name);
  const counts = new Map<string, number>();
  for (const name of names) counts.set(clean(name), (counts.get(clean(name)) ?? 0) + 1);
  const spellings = new Map<Slug, string[]>();
  const order = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  for (const name of order) {
    const slug = toTagSlug(name);
    if (slug !== undefined) spellings.set(slug, [...(spellings.get(slug) ?? []), name]);
  }
  const list = [...spellings]
    .map(([slug, [title = slug, ...also]]) => ({ slug, title, also: listOtherNames(also, title, slug) }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return { list, find: (name) => toTagSlug(clean(name)) };
}

// "C", "C++" and "C#" are three tags.
function makeTagSlug(name: string): Slug | undefined {
  return toSlug(name.replace(/\+/g, " plus ").replace(/#/g, " sharp ").replace(/&/g, " and ")) ?? parseSlug(name);
}

function listOtherNames(names: readonly string[], title: string, slug: string): readonly string[] {
  const known = new Set([foldTagName(title), foldTagName(slug)]);
  return names.filter((name) => !known.has(foldTagName(name)) && known.add(foldTagName(name)));
}

function foldTagName(name: string): string {
  return name.trim().normalize("NFC").toLowerCase();
}

/** Formats tags.yaml. */
export function formatTags(tags: readonly NewTag[]): string {
  const lines = tags.map(({ slug, title, also }) => {
    const others = also.length === 0 ? "" : `\n  also: [${also.map((name) => JSON.stringify(name)).join(", ")}]`;
    return `- slug: ${formatValue(slug)}\n  title: ${formatValue(title)}${others}`;
  });
  return `${lines.join("\n")}\n`;
}

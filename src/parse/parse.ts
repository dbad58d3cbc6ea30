// In: the texts and pictures of a content folder. Out: articles, notes, pages, terms and settings as we know them, and
// the HTML of every text; and all problems of all files.
import type { Content, Source } from "../read/read.ts";
import { groupedBy } from "../values/memory/group-by.ts";
import type { Problem } from "../values/problem.ts";
import type { Slug } from "../values/slug.ts";
import type { BodyKey, Html } from "../values/text/html.ts";
import type { Article, Note, PlainPage } from "./article.ts";
import { type Claims, doubleClaims } from "./collisions.ts";
import type { Context } from "./context.ts";
import { addressAt } from "./paths.ts";
import { picturesOf } from "./pictures.ts";
import type { Made } from "./result.ts";
import { type Called, knownTerms, meansTheSame } from "./settings/known-terms.ts";
import type { SettingsOfTexts, Site, Term } from "./settings/site.ts";
import { noSite, siteFrom, siteMissing } from "./settings/site-file.ts";
import { tagsMissing, termsFrom } from "./settings/terms-file.ts";
import { othersIn, type ParsedFile, parseText } from "./text.ts";

export type * from "./article.ts";
export type * from "./settings/site.ts";
export type { Called, Claims, Context, ParsedFile };
export { addressAt, doubleClaims, othersIn, parseText };

/** Everything that authors wrote, as we know it. */
export interface Manuscript {
  readonly site: Site;
  readonly tags: readonly Term[];
  readonly storylines: readonly Term[];
  readonly articles: readonly Article[];
  readonly notes: readonly Note[];
  readonly pages: readonly PlainPage[];
  readonly bodies: ReadonlyMap<BodyKey, Html>;
}

/** A content folder's settings: what its texts are read against. */
export interface Settings {
  readonly site: Site;
  readonly tags: readonly Term[];
  readonly storylines: readonly Term[];
  /** Whether the lists of tags and storylines could be read wholly. */
  readonly areAll: { readonly tags: boolean; readonly storylines: boolean };
}

/** A content folder as far as it is right. It may be published only where there are no problems. */
export function parse(content: Content): { readonly value: Manuscript; readonly problems: readonly Problem[] } {
  const settings = parseSettings(content);
  const made = [...groupedBy(content.texts, ({ path }) => groupOf(path))].flatMap(([group, texts]) =>
    group === settingsGroup ? [] : parseGroup(texts, contextOf(settings.value, group, content)),
  );
  const files = made.flatMap(({ value }) => value ?? []);
  const pages = files.flatMap((file) => (file.kind === "page" ? [file.page] : []));
  const claims = files.flatMap((file) => (file.kind === "article" ? [file.claims] : []));
  const { site, tags, storylines } = settings.value;
  return {
    value: {
      site,
      tags,
      storylines,
      articles: files.flatMap((file) => (file.kind === "article" ? [file.article] : [])),
      notes: files.flatMap((file) => (file.kind === "note" ? [file.note] : [])),
      pages,
      bodies: new Map(files.map(({ key, html }) => [key, html])),
    },
    problems: [
      ...settings.problems,
      ...made.flatMap(({ problems }) => problems),
      ...doubleClaims(claims, othersIn(files)),
    ],
  };
}

/** Reads the texts of one group against what they can refer to. */
export function parseGroup(texts: readonly Source[], context: Context): readonly Made<ParsedFile | undefined>[] {
  return texts.map((source) => parseText(source, context));
}

/**
 * The group of files that a path belongs to: a month ("2024/07"), the pages, the settings at the root. What a text shows
 * lies in its own group, so that nothing outside of a month changes how the month's texts are read.
 */
export function groupOf(path: string): string {
  const folders = path.split("/").slice(0, -1);
  if (folders.length > 0) return folders.slice(0, 2).join("/");
  // A text that strayed to the root is no setting, and must be told of.
  return path.endsWith(".yaml") ? settingsGroup : ".";
}

/** The group of the settings. */
export const settingsGroup = "";

/** What the texts of a group are read against. */
export function contextOf(
  { site, tags, storylines, areAll }: Settings,
  group: string,
  { pictures, unread }: Pick<Content, "pictures" | "unread">,
): Context {
  const own = (path: string) => groupOf(path) === group;
  return {
    site,
    tags: knownTerms(tags, areAll.tags),
    storylines: knownTerms(storylines, areAll.storylines),
    pictures: picturesOf(
      pictures.filter(({ path }) => own(path)),
      unread.filter(own),
    ),
  };
}

/** What texts are read against, beside the terms that they name: plain data. */
export function readAgainst({ site }: Settings): SettingsOfTexts {
  const { authority, language, timezone, hour, sections, rights } = site;
  return { authority, language, timezone, hour, sections, rights };
}

/** Every term that some texts name, as they call it. */
export function namedIn(files: readonly ParsedFile[]): readonly Called[] {
  const all = files.flatMap((file) => {
    if (file.kind !== "article") return [];
    const { tags, storyline } = file.article;
    const bySlug = (kind: Called["kind"]) => (slug: Slug) => ({ kind, name: slug, slug });
    return [...file.called, ...tags.map(bySlug("tag")), ...(storyline ? [bySlug("storyline")(storyline)] : [])];
  });
  return [...new Map(all.map((called) => [`${called.kind} ${called.name}`, called])).values()];
}

/** Whether every name still means what it meant to the texts in which it stands. */
export function stillMean(called: readonly Called[], { tags, storylines, areAll }: Settings): boolean {
  return meansTheSame(called, {
    tag: knownTerms(tags, areAll.tags),
    storyline: knownTerms(storylines, areAll.storylines),
  });
}

/** The settings of a content folder: site.yaml, tags.yaml, storylines.yaml. */
export function parseSettings({ folder, texts, unread }: Content): {
  readonly value: Settings;
  readonly problems: readonly Problem[];
} {
  const fileAt = (path: string): Source | undefined => texts.find((source) => source.path === path);
  const siteFile = fileAt("site.yaml");
  const plainSite = siteFile && siteFrom(siteFile);
  const own = plainSite?.value.language ?? noSite.language;
  const termsAt = (path: string, missing: readonly Problem[]) => {
    const file = fileAt(path);
    if (file) return termsFrom(file, own);
    const problems = unread.includes(path) ? [] : missing;
    return { value: [], areAll: problems.length === 0 && !unread.includes(path), problems };
  };
  const tags = termsAt("tags.yaml", [tagsMissing(folder)]);
  const storylines = termsAt("storylines.yaml", []);
  const checked = plainSite?.checked(knownTerms(tags.value, tags.areAll));
  const missing = siteFile || unread.includes("site.yaml") ? [] : [siteMissing(folder)];
  return {
    value: {
      site: checked?.value ?? noSite,
      tags: tags.value,
      storylines: storylines.value,
      areAll: { tags: tags.areAll, storylines: storylines.areAll },
    },
    problems: [...missing, ...(checked?.problems ?? []), ...tags.problems, ...storylines.problems],
  };
}

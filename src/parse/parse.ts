// In: the texts and pictures of a content folder. Out: checked articles, notes, pages, terms and settings, the HTML of
// every text, and the problems of all files.
import type { Content, SourceFile } from "../read/read.ts";
import type { Problem } from "../values/problem.ts";
import type { Slug } from "../values/slug.ts";
import { findCollisions, type UniqueKeys } from "./collisions.ts";
import type { TextContext } from "./context.ts";
import { findContentAddress } from "./paths.ts";
import { indexPictures, listKeptPictures } from "./pictures.ts";
import type { Parsed } from "./result.ts";
import { areReferencesUnchanged, indexTerms, type TermReference } from "./settings/known-terms.ts";
import type { SiteConfig, Term, TextSettings } from "./settings/site.ts";
import { createMissingSiteProblem, parseSiteFile, placeholderSite } from "./settings/site-file.ts";
import { createMissingTagsProblem, parseTermsFile } from "./settings/terms-file.ts";
import { getGroupMonth, getSourceGroup, settingsGroup } from "./source-groups.ts";
import { listOtherOwners, type ParsedFile, parseText } from "./text.ts";
import { removeMarkup } from "./unsupported/unsupported.ts";

export type * from "./article.ts";
export type * from "./settings/site.ts";
export type { ParsedFile, TermReference, TextContext, UniqueKeys };
export {
  findCollisions,
  findContentAddress,
  getGroupMonth,
  getSourceGroup,
  listKeptPictures,
  listOtherOwners,
  parseSiteFile,
  parseText,
  removeMarkup,
  settingsGroup,
};

/** The settings of a content folder (site.yaml, tags.yaml, storylines.yaml), which its texts are parsed with. */
export interface ContentSettings {
  readonly site: SiteConfig;
  readonly tags: readonly Term[];
  readonly storylines: readonly Term[];
  /** Whether the lists of tags and storylines could be read completely. */
  readonly isComplete: { readonly tags: boolean; readonly storylines: boolean };
}

/** Parses the texts of one source group, in their order. */
export function parseTexts(
  texts: readonly SourceFile[],
  context: TextContext,
): readonly Parsed<ParsedFile | undefined>[] {
  return texts.map((source) => parseText(source, context));
}

/** Creates the context for the texts of a source group: it has only the pictures of that group. */
export function createTextContext(
  { site, tags, storylines, isComplete }: ContentSettings,
  group: string,
  { pictures, unread }: Pick<Content, "pictures" | "unread">,
): TextContext {
  const isInGroup = (path: string) => getSourceGroup(path) === group;
  return {
    site,
    tags: indexTerms(tags, isComplete.tags),
    storylines: indexTerms(storylines, isComplete.storylines),
    pictures: indexPictures(
      pictures.filter(({ path }) => isInGroup(path)),
      unread.filter(isInGroup),
    ),
  };
}

/** Picks the site settings that parsed texts depend on. Plain data, so that it can be hashed as a cache key. */
export function pickTextSettings({ site }: ContentSettings): TextSettings {
  const { authority, language, timezone, hour, sections, rights } = site;
  return { authority, language, timezone, hour, sections, rights };
}

/** Lists every reference to a tag or storyline in these files, each kind and name once. */
export function listTermReferences(files: readonly ParsedFile[]): readonly TermReference[] {
  const references = files.flatMap((file) => {
    if (file.kind !== "article") return [];
    const { tags, storyline } = file.article;
    const toReference = (kind: TermReference["kind"]) => (slug: Slug) => ({ kind, name: slug, slug });
    return [
      ...file.termReferences,
      ...tags.map(toReference("tag")),
      ...(storyline ? [toReference("storyline")(storyline)] : []),
    ];
  });
  return [...new Map(references.map((reference) => [`${reference.kind} ${reference.name}`, reference])).values()];
}

/** Whether every reference still resolves to the same term, so that cached texts stay valid. */
export function areTermsUnchanged(
  references: readonly TermReference[],
  { tags, storylines, isComplete }: ContentSettings,
): boolean {
  return areReferencesUnchanged(references, {
    tag: indexTerms(tags, isComplete.tags),
    storyline: indexTerms(storylines, isComplete.storylines),
  });
}

/** Parses the settings of a content folder: site.yaml, tags.yaml, storylines.yaml. */
export function parseSettings({ folder, texts, unread }: Content): {
  readonly value: ContentSettings;
  readonly problems: readonly Problem[];
} {
  const findFile = (path: string): SourceFile | undefined => texts.find((source) => source.path === path);
  const siteFile = findFile("site.yaml");
  const parsedSite = siteFile && parseSiteFile(siteFile);
  const siteLanguage = parsedSite?.value.language ?? placeholderSite.language;
  const parseTerms = (path: string, missingProblems: readonly Problem[]) => {
    const file = findFile(path);
    if (file) return parseTermsFile(file, siteLanguage);
    const problems = unread.includes(path) ? [] : missingProblems;
    return { value: [], isComplete: problems.length === 0 && !unread.includes(path), problems };
  };
  const tags = parseTerms("tags.yaml", [createMissingTagsProblem(folder)]);
  const storylines = parseTerms("storylines.yaml", []);
  const siteConfig = parsedSite?.resolveSections(indexTerms(tags.value, tags.isComplete));
  const missingProblems = siteFile || unread.includes("site.yaml") ? [] : [createMissingSiteProblem(folder)];
  return {
    value: {
      site: siteConfig?.value ?? placeholderSite,
      tags: tags.value,
      storylines: storylines.value,
      isComplete: { tags: tags.isComplete, storylines: storylines.isComplete },
    },
    problems: [...missingProblems, ...(siteConfig?.problems ?? []), ...tags.problems, ...storylines.problems],
  };
}

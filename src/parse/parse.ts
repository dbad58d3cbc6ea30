// In: the texts and pictures of a content folder. Out: checked articles, notes, pages, terms and settings, the HTML of
// every text, and the problems of all files.
import type { Content, SourceFile } from "../read/read.ts";
import type { Problem } from "../values/problem.ts";
import type { Slug } from "../values/slug.ts";
import type { Author } from "./authors/author.ts";
import { parseAuthorsFile } from "./authors/authors-file.ts";
import { findCollisions, type UniqueKeys } from "./collisions.ts";
import type { TextContext } from "./context.ts";
import { indexDocuments, listKeptDocuments, listStaticFiles, toStaticAddress } from "./documents.ts";
import { findUnusedMedia, listUsedMedia } from "./media.ts";
import { findContentAddress } from "./paths.ts";
import { indexPictures, listKeptPictures } from "./pictures.ts";
import type { Parsed } from "./result.ts";
import { areReferencesUnchanged, indexTerms, type TermReference } from "./settings/known-terms.ts";
import { findMissingPages } from "./settings/named-pages.ts";
import type { SiteConfig, Term, TextSettings } from "./settings/site.ts";
import { createMissingSiteProblem, parseSiteFile, placeholderSite } from "./settings/site-file.ts";
import { createMissingTagsProblem, type ParsedTerms, parseTermsFile } from "./settings/terms-file.ts";
import { shareAuthors } from "./shared-authors.ts";
import { authorsGroup, getGroupMonth, getSourceGroup, settingsGroup } from "./source-groups.ts";
import { listOtherOwners, type ParsedFile, parseText } from "./text.ts";
import { removeMarkup } from "./unsupported/unsupported.ts";

export type * from "./article.ts";
export type * from "./authors/author.ts";
export type * from "./settings/site.ts";
export type { ParsedFile, TermReference, TextContext, UniqueKeys };
export {
  authorsGroup,
  findCollisions,
  findContentAddress,
  findMissingPages,
  findUnusedMedia,
  getGroupMonth,
  getSourceGroup,
  listKeptDocuments,
  listKeptPictures,
  listOtherOwners,
  listStaticFiles,
  listUsedMedia,
  parseSiteFile,
  parseText,
  removeMarkup,
  settingsGroup,
  shareAuthors,
  toStaticAddress,
};

/** The settings of a content folder (site.yaml, tags.yaml, storylines.yaml, authors.yaml), which its texts are parsed with. */
export interface ContentSettings {
  readonly site: SiteConfig;
  readonly tags: readonly Term[];
  readonly storylines: readonly Term[];
  readonly authors: readonly Author[];
  /** Whether the lists of tags, storylines and authors could be read completely. */
  readonly isComplete: { readonly tags: boolean; readonly storylines: boolean; readonly authors: boolean };
}

/** Parses the texts of one source group, in their order. */
export function parseTexts(
  texts: readonly SourceFile[],
  context: TextContext,
): readonly Parsed<ParsedFile | undefined>[] {
  return texts.map((source) => parseText(source, context));
}

/** Creates the context for the texts of a source group: it has only the pictures and documents of that group. */
export function createTextContext(
  { site, tags, storylines, authors, isComplete }: ContentSettings,
  group: string,
  { pictures, documents, unread }: Pick<Content, "pictures" | "documents" | "unread">,
): TextContext {
  const isInGroup = (path: string) => getSourceGroup(path) === group;
  return {
    site,
    tags: indexTerms(tags, isComplete.tags),
    storylines: indexTerms(storylines, isComplete.storylines),
    authors: indexTerms(authors, isComplete.authors),
    pictures: indexPictures(
      pictures.filter(({ path }) => isInGroup(path)),
      unread.filter(isInGroup),
    ),
    documents: indexDocuments(
      documents.filter(({ path }) => isInGroup(path)),
      unread.filter(isInGroup),
    ),
  };
}

/** Picks the site settings that parsed texts depend on. Plain data, so that it can be hashed as a cache key. */
export function pickTextSettings({ site }: ContentSettings): TextSettings {
  const { authority, language, timezone, hour, sections, rights, licence, byline } = site;
  return { authority, language, timezone, hour, sections, rights, licence, byline };
}

/** Lists every reference to a tag, storyline or author in these files, each kind and name once. */
export function listTermReferences(files: readonly ParsedFile[]): readonly TermReference[] {
  const references = files.flatMap((file) => {
    if (file.kind !== "article") return [];
    const { tags, storyline, authors } = file.article;
    const toReference = (kind: TermReference["kind"]) => (slug: Slug) => ({ kind, name: slug, slug });
    return [
      ...file.termReferences,
      ...tags.map(toReference("tag")),
      ...(storyline ? [toReference("storyline")(storyline)] : []),
      ...authors.map(({ name, slug }) => ({ kind: "author" as const, name, slug })),
    ];
  });
  return [...new Map(references.map((reference) => [`${reference.kind} ${reference.name}`, reference])).values()];
}

/** Whether every reference still resolves to the same term, so that cached texts stay valid. */
export function areTermsUnchanged(
  references: readonly TermReference[],
  { tags, storylines, authors, isComplete }: ContentSettings,
): boolean {
  return areReferencesUnchanged(references, {
    tag: indexTerms(tags, isComplete.tags),
    storyline: indexTerms(storylines, isComplete.storylines),
    author: indexTerms(authors, isComplete.authors),
  });
}

/**
 * Parses the settings of a content folder: site.yaml, tags.yaml, storylines.yaml, authors.yaml.
 *
 * @param content the texts of the settings group, and the pictures of authors
 */
export function parseSettings({ folder, texts, pictures, unread }: Content): {
  readonly value: ContentSettings;
  readonly problems: readonly Problem[];
} {
  const findFile = (path: string): SourceFile | undefined => texts.find((source) => source.path === path);
  const siteFile = findFile("site.yaml");
  const parsedSite = siteFile && parseSiteFile(siteFile);
  const siteLanguage = parsedSite?.value.language ?? placeholderSite.language;
  const parseTerms = <T extends Term>(
    path: string,
    missingProblems: readonly Problem[],
    parseFile: (file: SourceFile) => ParsedTerms<T>,
  ): ParsedTerms<T> => {
    const file = findFile(path);
    if (file) return parseFile(file);
    const problems = unread.includes(path) ? [] : missingProblems;
    return { value: [], isComplete: problems.length === 0 && !unread.includes(path), problems };
  };
  const parseTermFile = (file: SourceFile) => parseTermsFile(file, siteLanguage);
  const tags = parseTerms("tags.yaml", [createMissingTagsProblem(folder)], parseTermFile);
  const storylines = parseTerms("storylines.yaml", [], parseTermFile);
  const authorPictures = indexPictures(pictures, unread);
  const authors = parseTerms("authors.yaml", [], (file) => parseAuthorsFile(file, siteLanguage, authorPictures));
  const siteConfig = parsedSite?.resolveSections(indexTerms(tags.value, tags.isComplete));
  const missingProblems = siteFile || unread.includes("site.yaml") ? [] : [createMissingSiteProblem(folder)];
  return {
    value: {
      site: siteConfig?.value ?? placeholderSite,
      tags: tags.value,
      storylines: storylines.value,
      authors: authors.value,
      isComplete: { tags: tags.isComplete, storylines: storylines.isComplete, authors: authors.isComplete },
    },
    problems: [
      ...missingProblems,
      ...(siteConfig?.problems ?? []),
      ...tags.problems,
      ...storylines.problems,
      ...authors.problems,
    ],
  };
}

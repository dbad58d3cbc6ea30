import type { MonthReader, MonthSummary, SiteSettings } from "../model/model.ts";
import {
  authorsGroup,
  type ContentSettings,
  findMissingPages,
  getGroupMonth,
  getSourceGroup,
  parseSettings,
  pickTextSettings,
  settingsGroup,
  type TermReference,
} from "../parse/parse.ts";
import { findContentFiles, readContentFiles } from "../read/read.ts";
import { type Cache, hash, hashParserCode, type MonthRecord } from "../store/store.ts";
import type { Month } from "../values/day.ts";
import type { Problem } from "../values/problem.ts";
import type { Slug } from "../values/slug.ts";
import { type BodyKey, type BodyReader, getBodyPath } from "../values/text/html.ts";
import { findCollisionsAcrossMonths } from "./collisions.ts";
import { ContentProblems } from "./content-problems.ts";
import type { MonthHandle, ParseContext } from "./month-handle.ts";
import { type LoadedMonth, loadMonth } from "./months.ts";
import type { SiteOptions } from "./options.ts";
import { canPlanWith, mergeProblems } from "./problems.ts";
import { type ScannedMonth, scanContent } from "./scan.ts";

/** The content of this build: settings and summaries in memory, months and bodies read from the cache when needed. */
export interface LoadedContent extends ContentReader {
  readonly siteSettings: SiteSettings;
  readonly summaries: readonly MonthSummary[];
  readonly parseContext: ParseContext;
  /** The new records of all months, by name. */
  readonly monthRecords: Readonly<Record<string, MonthRecord>>;
  /** Whether pictures or documents were added, changed or removed since the last build. */
  readonly hasChangedPictures: boolean;
  /** Problems of the texts. With any of them the content can be planned, but not published. */
  readonly problems: readonly Problem[];
}

/** Reads months and texts of a content folder when they are needed. */
export interface ContentReader {
  readonly monthReader: MonthReader;
  readonly bodies: BodyReader;
}

/** Loads months, and parses those that changed: in several processes if that is faster. Results have the same order. */
export type LoadMonths = (
  months: readonly ScannedMonth[],
  parseContext: ParseContext,
) => Promise<readonly LoadedMonth[]>;

/** Loads the months one after another in this process. */
export const loadMonthsHere: LoadMonths = async (months, parseContext) =>
  months.map((month) => loadMonth(month, parseContext));

/**
 * Reads and parses the files of a content folder that changed since the last build; the rest comes from the cache.
 *
 * @param startedAt when the build started, in milliseconds since 1970
 * @throws ContentProblems with all problems of all files, if the content cannot be planned with them
 */
export async function loadContent(
  { content: folder, links, now, shows }: SiteOptions & Pick<ParseContext, "shows">,
  cache: Cache,
  startedAt: number,
  loadMonths: LoadMonths,
): Promise<LoadedContent> {
  const contentFiles = findContentFiles(folder);
  const scannedMonths = scanContent(contentFiles, cache, startedAt);
  const settingsFiles = scannedMonths.get(settingsGroup);
  const settingsReading = readContentFiles({
    ...contentFiles,
    texts: settingsFiles?.texts ?? [],
    pictures: [...(settingsFiles?.pictures ?? []), ...(scannedMonths.get(authorsGroup)?.pictures ?? [])],
    documents: [],
  });
  const parsedSettings = parseSettings(settingsReading.content);
  const settings = withLinks(parsedSettings.value, links);
  const parseKey = hash(JSON.stringify([hashParserCode(), folder, shows, pickTextSettings(settings)]));
  const termsKey = hash(JSON.stringify([settings.tags, settings.storylines, settings.authors]));
  const months = [...scannedMonths.values()].filter(({ name }) => name !== settingsGroup);
  const parseContext: ParseContext = { contentFiles, cache, settings, parseKey, termsKey, now, shows };
  const loadedMonths = await loadMonths(months, parseContext);
  // A damaged picture of an author is found with the settings and with its own group.
  const fileProblems = mergeProblems(
    [...settingsReading.problems, ...parsedSettings.problems],
    loadedMonths.flatMap((month) => month.problems),
  );
  const handles = loadedMonths.map(({ handle }) => handle);
  const pages = handles.flatMap(({ record }) => record.pages);
  const collisions = findCollisionsAcrossMonths(handles, cache.manifest);
  // A page with a slip may not be among the pages.
  const missingPages = fileProblems.length === 0 ? findMissingPages(settings.site, pages) : [];
  const problems = mergeProblems(fileProblems, [...collisions, ...missingPages]);
  if (!canPlanWith(problems, contentFiles.folder)) throw new ContentProblems(problems);
  const isGone = (name: string) => !scannedMonths.has(name);
  const hasChangedPictures =
    months.some(({ hasSameMedia }) => !hasSameMedia) || Object.keys(cache.manifest?.months ?? {}).some(isGone);
  const monthRecords = Object.fromEntries(handles.map(({ name, record }) => [name, record]));
  const completeSettings = problems.length > 0 ? withUnknownTerms(settings, handles) : settings;
  const summaries = handles.flatMap(({ record }) => record.summaries);
  return {
    siteSettings: { ...completeSettings, ...listUndatedFiles(handles) },
    summaries,
    ...createContentReader(handles),
    parseContext,
    monthRecords,
    hasChangedPictures,
    problems,
  };
}

/** Adds the terms that texts name and a faulty list lacks, so that the content can be planned. Never published. */
function withUnknownTerms(settings: ContentSettings, handles: readonly MonthHandle[]): ContentSettings {
  const references = handles.flatMap(({ record }) => record.termReferences);
  const complete = (terms: ContentSettings["tags"], kind: TermReference["kind"]) => {
    const known = new Set(terms.map(({ slug }) => slug));
    const slugs = references.flatMap((reference) => (reference.kind === kind ? [reference.slug] : []));
    const unknown = [...new Set(slugs)].filter((slug) => !known.has(slug));
    const toTerm = (slug: Slug) => ({
      slug,
      title: { en: slug, ru: slug, uk: slug },
      description: undefined,
      also: [],
      aliases: [],
    });
    return [...terms, ...unknown.map(toTerm)];
  };
  return {
    ...settings,
    tags: complete(settings.tags, "tag"),
    storylines: complete(settings.storylines, "storyline"),
  };
}

/** Lists what the site publishes besides the editions: plain pages, kept pictures and documents, static files. */
function listUndatedFiles(
  handles: readonly MonthHandle[],
): Pick<SiteSettings, "pages" | "keptPictures" | "keptDocuments" | "staticFiles"> {
  return {
    pages: handles.flatMap(({ record }) => record.pages),
    keptPictures: handles.flatMap(({ record }) => record.keptPictures),
    keptDocuments: handles.flatMap(({ record }) => record.keptDocuments),
    staticFiles: handles.flatMap(({ record }) => record.staticFiles),
  };
}

function withLinks(settings: ContentSettings, links: SiteOptions["links"]): ContentSettings {
  return links ? { ...settings, site: { ...settings.site, links } } : settings;
}

/** Makes the readers of these months. */
export function createContentReader(handles: readonly MonthHandle[]): ContentReader {
  const byMonth = new Map<Month, MonthHandle>(handles.map((handle) => [getGroupMonth(handle.name), handle]));
  const getHandle = (month: Month): MonthHandle => {
    const handle = byMonth.get(month);
    if (!handle) throw new Error(`Expected texts of ${month}.`);
    return handle;
  };
  const monthReader: MonthReader = {
    readMonth: (month) => getHandle(month).readMonth(),
    readMonthWith: (month, addressOrSlug) => getHandle(month).readMonthWith(addressOrSlug),
  };
  const byName = new Map(handles.map((handle) => [handle.name, handle]));
  const getBodies = (key: BodyKey) => byName.get(getSourceGroup(getBodyPath(key)))?.getBodies();
  const throwMissing = (key: BodyKey): never => {
    throw new Error(`Expected the text ${key} among those that were parsed.`);
  };
  const bodies: BodyReader = {
    readHtml: (key) => getBodies(key)?.readHtml(key) ?? throwMissing(key),
    readUtf8: (key) => getBodies(key)?.readUtf8(key) ?? throwMissing(key),
  };
  return { monthReader, bodies };
}

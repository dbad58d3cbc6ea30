import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { toYear } from "../../values/day.ts";
import { type Instant, toDay } from "../../values/instant.ts";
import { isLanguage, type Language } from "../../values/language.ts";
import type { Archive, ArchiveText } from "../archive.ts";
import type { ReportLoss } from "../losses.ts";
import { createTargetSearch } from "./addresses.ts";
import type { Draft } from "./drafts.ts";
import type { FormatContext } from "./format-draft.ts";
import { makeDraft } from "./make-drafts.ts";
import { type CopiedPicture, createPictureNames, indexFiles } from "./pictures.ts";
import { assignPlaces, type DraftPlace } from "./places.ts";
import { toProse } from "./prose.ts";
import { checkAndRepair, type RepairState } from "./repair-content.ts";
import { formatArchiveSite } from "./site-file.ts";
import { collectTags, formatTags, type NewTags } from "./tags.ts";

/** What is needed to make content of an archive. */
export interface ContentRequest {
  readonly archive: Archive;
  /** Of the archive. */
  readonly folder: string;
  /** A folder for the new content, which only this process knows. */
  readonly unfinished: string;
  readonly now: Instant;
  readonly report: ReportLoss;
  readonly onProgress: (line: string) => void;
}

/** The new content as it is on the disk. */
export interface NewContent {
  readonly drafts: readonly Draft[];
  readonly pictures: readonly CopiedPicture[];
  readonly tagCount: number;
}

/** Makes content of an archive, and changes it until Dateline's own check has nothing to say. */
export async function makeContent(request: ContentRequest): Promise<NewContent> {
  const { archive, report } = request;
  const { site } = archive;
  const language = findSiteLanguage(site.language, report);
  const places = assignPlaces(archive.texts, language, site.language, site.timezone, report);
  const tags = collectArchiveTags(archive, places);
  const drafts = new Map<string, Draft>();
  for (const place of places) {
    await setImmediate();
    drafts.set(place.path, makeDraft(place, archive, tags, report));
  }
  writeSettings(request, tags, language, places);
  const state = createState(request, drafts);
  await checkAndRepair({ ...request, content: join(request.unfinished, "content") }, state);
  return { drafts: [...drafts.values()], pictures: [...state.pictures.values()], tagCount: tags.list.length };
}

function findSiteLanguage(code: string, report: ReportLoss): Language {
  if (isLanguage(code)) return code;
  report("language", "the site", `${code}: its frame is in English`);
  return "en";
}

function collectArchiveTags(archive: Archive, places: readonly DraftPlace[]): NewTags {
  const articles = places.filter(({ text }) => text.kind === "article");
  const names = articles.flatMap(({ text }) => text.tags);
  const tags = collectTags(names, archive.tagSlugs, toProse);
  const hasUntagged = articles.some(({ text }) => text.tags.every((name) => tags.find(name) === undefined));
  return hasUntagged ? collectTags([...names, "Untagged"], archive.tagSlugs, toProse) : tags;
}

const maxSections = 6;

function writeSettings(
  { archive, unfinished }: ContentRequest,
  tags: NewTags,
  language: Language,
  places: readonly DraftPlace[],
): void {
  const { site } = archive;
  const content = join(unfinished, "content");
  mkdirSync(content, { recursive: true });
  const counts = new Map<string, number>();
  for (const { text } of places)
    for (const name of text.tags) counts.set(tags.find(name) ?? "", (counts.get(tags.find(name) ?? "") ?? 0) + 1);
  const sections = [...counts]
    .filter(([slug]) => slug !== "")
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, maxSections)
    .map(([slug]) => slug);
  const newest = places
    .flatMap(({ text }) => text.date ?? [])
    .sort()
    .at(-1);
  const year = newest === undefined ? "2024" : toYear(toDay(newest, site.timezone));
  writeFileSync(join(content, "site.yaml"), formatArchiveSite(site, language, year, sections, toProse));
  writeFileSync(join(content, "tags.yaml"), formatTags(tags.list));
}

function createState({ archive, folder, now, report }: ContentRequest, drafts: Map<string, Draft>): RepairState {
  const pictures = new Map<string, CopiedPicture>();
  const badPictures = new Set<string>();
  const paths = new Map<ArchiveText, string>([...drafts].map(([path, { text }]) => [text, path]));
  const findPath = (text: ArchiveText) => {
    const path = paths.get(text);
    const article = path === undefined ? undefined : drafts.get(path)?.head.article;
    // Nothing can lead to what readers cannot see yet.
    const isHidden = article !== undefined && (article.draft || article.date > now);
    return path !== undefined && drafts.has(path) && !isHidden ? path : undefined;
  };
  const context: FormatContext = {
    site: archive.site,
    files: indexFiles(folder, archive),
    findTarget: createTargetSearch(archive),
    findPath,
    namePicture: createPictureNames(),
    badPictures,
    usePicture: (picture) => pictures.set(picture.to, picture),
    report,
  };
  return { drafts, formatted: new Map(), pictures, badPictures, context };
}

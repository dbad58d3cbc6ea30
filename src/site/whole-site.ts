// In: a content folder. Out: its whole plan at once, for commands other than a build and for Eleventy's own command. It
// takes the same steps as a build, with a cache in memory.
import { join } from "node:path";
import { assertNoProblems, throwAllProblems } from "../incremental/check.ts";
import { ContentProblems } from "../incremental/content-problems.ts";
import { loadContent, loadMonthsHere } from "../incremental/load.ts";
import type { SiteOptions } from "../incremental/options.ts";
import { diffPlan, planChangedGroup } from "../incremental/plan-diff.ts";
import { buildDigest, type SiteSettings } from "../model/model.ts";
import type { Article, PublishedFile, PublishedImage } from "../parse/parse.ts";
import type { Page } from "../plan/plan.ts";
import {
  copyFiles,
  couldBeHeavy,
  createRenderBuffers,
  createSizeLookup,
  findWeightWarnings,
  generateImages,
  type Renderable,
  renderPage,
} from "../render/render.ts";
import { createMemoryCache } from "../store/store.ts";
import type { Warning } from "../values/problem.ts";
import type { BodyReader } from "../values/text/html.ts";

/** The plan of a whole site, with its published articles and their HTML. */
export interface PlannedSite {
  readonly pages: readonly Page[];
  readonly pictures: readonly PublishedImage[];
  /** Documents and static files. */
  readonly files: readonly PublishedFile[];
  /** All that readers may see at `now`. */
  readonly articles: readonly Article[];
  readonly bodies: BodyReader;
  readonly siteSettings: SiteSettings;
  /** About the files of the content. */
  readonly contentWarnings: readonly Warning[];
}

/**
 * Reads, parses, models and plans a whole content folder. Writes nothing.
 *
 * @throws ContentProblems with all problems of all files, of links and of aliases
 */
export async function planWholeSite(options: SiteOptions): Promise<PlannedSite> {
  const cache = createMemoryCache(options.cache);
  const content = await loadContent({ ...options, shows: "published" }, cache, Date.now(), loadMonthsHere);
  const digest = buildDigest(options.now, content.siteSettings, content.summaries);
  const diff = diffPlan(digest, content, cache, undefined);
  if (content.problems.length > 0) throwAllProblems(diff, content, cache);
  const groups = diff.changed.map((group) => planChangedGroup(group, diff, cache, undefined));
  assertNoProblems(groups, diff, content, cache);
  const months = new Set(content.summaries.map(({ month }) => month));
  return {
    pages: groups.flatMap(({ pagesToRender }) => pagesToRender),
    pictures: groups.flatMap(({ pictures }) => pictures),
    files: groups.flatMap(({ current }) => current.flatMap(({ files }) => files)),
    articles: [...months].flatMap((month) =>
      content.monthReader.readMonth(month).languages.flatMap(({ articles }) => articles),
    ),
    bodies: content.bodies,
    siteSettings: content.siteSettings,
    contentWarnings: Object.values(content.monthRecords).flatMap(({ warnings }) => warnings),
  };
}

/** Finds the warnings that a build of a planned site gives. Of its pages, it renders those that could be too heavy. */
export function findWarnings(
  { pages, bodies, contentWarnings }: PlannedSite,
  options: SiteOptions,
): readonly Warning[] {
  const buffers = createRenderBuffers();
  const context = { ...buffers, bodies, getFileSize: createSizeLookup([]) };
  const pageWarnings = pages.flatMap((page) => {
    if (!couldBeHeavy(page, bodies)) return [];
    const warnings = findWeightWarnings(page, renderPage(page, context), bodies, options.content);
    buffers.output.release(buffers.output.countBytes());
    return warnings;
  });
  return [...pageWarnings, ...contentWarnings];
}

/**
 * Makes the images of a planned site, so that Eleventy can render it, and copy its documents and static files.
 *
 * @throws ContentProblems if a picture cannot be read
 */
export async function createRenderable(
  { pages, pictures, files, bodies }: PlannedSite,
  options: SiteOptions,
): Promise<Renderable> {
  const images = await generateImages(pictures, options.content, join(options.cache, "images"));
  if (!images.ok) throw new ContentProblems(images.problems);
  const getFileSize = createSizeLookup(images.value);
  const copy = async (outputFolder: string) => {
    const copied = await copyFiles(files, options.content, outputFolder);
    if (!copied.ok) throw new ContentProblems(copied.problems);
  };
  return { pages, bodies, images: images.value, copyFiles: copy, getFileSize, ...createRenderBuffers() };
}

// In: a content folder. Out: its whole plan at once, without cache: for commands other than a build, and for Eleventy's
// own command line.
import { join } from "node:path";
import { ContentProblems } from "../incremental/content-problems.ts";
import type { SiteOptions } from "../incremental/options.ts";
import { canPlanWith, createUnusedCheck, mergeProblems } from "../incremental/problems.ts";
import { buildDigest } from "../model/model.ts";
import { type Article, type ParsedContent, parseContent } from "../parse/parse.ts";
import { findLinkProblems, type PlannedAddresses, type PlannedUnit, planSite } from "../plan/plan.ts";
import { readContent } from "../read/read.ts";
import { createSizeLookup, generateImages, type Renderable } from "../render/render.ts";
import { hash } from "../store/store.ts";
import type { BodyKey, BodyReader } from "../values/text/html.ts";
import { toUtf8 } from "../values/text/utf8.ts";

/** The plan of a whole site, with the articles and their HTML. */
export interface PlannedSite extends PlannedUnit {
  readonly articles: readonly Article[];
  readonly bodies: BodyReader;
}

/**
 * Reads, parses, models and plans a whole content folder, without the cache.
 *
 * @throws ContentProblems with all problems of all files, of links and of aliases
 */
export async function planWholeSite(options: SiteOptions): Promise<PlannedSite> {
  const { manuscript, problems, isFree: isUnused } = await readManuscript(options);
  const { digest, monthReader } = buildDigest(options.now, manuscript, hash);
  const units = planSite(digest, monthReader).map((unit) => unit.plan());
  const pages = units.flatMap((unit) => unit.pages);
  const links = units.flatMap((unit) => unit.links);
  const aliases = units.flatMap((unit) => unit.aliases);
  const pictures = units.flatMap((unit) => unit.pictures);
  const layouts = new Map(pages.map((page) => [page.address, page.layout]));
  const addresses: PlannedAddresses = {
    has: (address) => layouts.has(address),
    hasPage: (address) => (layouts.get(address) ?? "redirect") !== "redirect",
    isUnused,
  };
  const allProblems = mergeProblems(problems, findLinkProblems(addresses, links, aliases));
  if (allProblems.length > 0) throw new ContentProblems(allProblems);
  return { pages, links, aliases, pictures, articles: manuscript.articles, bodies: createBodyReader(manuscript) };
}

/**
 * Makes the images of a planned site, so that Eleventy can render it.
 *
 * @throws ContentProblems if a picture cannot be read
 */
export async function createRenderable(
  { pages, pictures, bodies }: PlannedSite,
  options: SiteOptions,
): Promise<Renderable> {
  const images = await generateImages(pictures, options.content, join(options.cache, "images"));
  if (!images.ok) throw new ContentProblems(images.problems);
  return { pages, bodies, images: images.value, getFileSize: createSizeLookup(images.value) };
}

/** @throws ContentProblems if the content cannot be planned with its problems */
async function readManuscript({ content: folder, links }: SiteOptions) {
  const { content, problems } = await readContent(folder);
  const parsed = parseContent(content);
  const foundProblems = [...problems, ...parsed.problems];
  if (!canPlanWith(foundProblems)) throw new ContentProblems(foundProblems);
  const manuscript = parsed.value;
  const { site } = manuscript;
  const isUnused = createUnusedCheck(foundProblems, content.folder, site.language);
  return {
    manuscript: links ? { ...manuscript, site: { ...site, links } } : manuscript,
    problems: foundProblems,
    isFree: isUnused,
  };
}

function createBodyReader({ bodies }: ParsedContent): BodyReader {
  const html = (key: BodyKey) => {
    const body = bodies.get(key);
    if (body === undefined) throw new Error(`Expected the text ${key} among those that were parsed.`);
    return body;
  };
  return { readHtml: html, readUtf8: (key) => toUtf8(html(key)) };
}

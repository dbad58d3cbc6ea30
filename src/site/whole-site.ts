import { join } from "node:path";
import { ProblemsFound } from "../incremental/content-problems.ts";
import type { Wanted } from "../incremental/options.ts";
import { canBePlanned, surelyFree, withFurther } from "../incremental/problems.ts";
import { digestAt } from "../model/model.ts";
import { type Article, type Manuscript, parse } from "../parse/parse.ts";
import { type PlannedAddresses, type PlannedUnit, planSite, problemsAmong } from "../plan/plan.ts";
import { readContent } from "../read/read.ts";
import { makeImages, type Renderable, weightsOf } from "../render/render.ts";
import { fingerprint } from "../store/store.ts";
import type { Bodies, BodyKey } from "../values/text/html.ts";
import { inUtf8 } from "../values/text/utf8.ts";

/** A whole site as data, ready to be rendered. */
export interface PlannedSite extends PlannedUnit {
  readonly articles: readonly Article[];
  readonly bodies: Bodies;
}

/**
 * A folder of content as a plan: read, parsed, modelled, planned, all of it.
 *
 * @throws ProblemsFound with all problems of all files
 */
export async function plannedSite(wanted: Wanted): Promise<PlannedSite> {
  const { manuscript, problems, isFree } = await writtenBy(wanted);
  const { digest, archive } = digestAt(wanted.now, manuscript, fingerprint);
  const units = planSite(digest, archive).map((unit) => unit.planned());
  const pages = units.flatMap((unit) => unit.pages);
  const links = units.flatMap((unit) => unit.links);
  const aliases = units.flatMap((unit) => unit.aliases);
  const pictures = units.flatMap((unit) => unit.pictures);
  const planned = new Map(pages.map((page) => [page.address, page.layout]));
  const addresses: PlannedAddresses = {
    has: (address) => planned.has(address),
    hasPage: (address) => (planned.get(address) ?? "redirect") !== "redirect",
    isFree,
  };
  const all = withFurther(problems, problemsAmong(addresses, links, aliases));
  if (all.length > 0) throw new ProblemsFound(all);
  return { pages, links, aliases, pictures, articles: manuscript.articles, bodies: bodiesOf(manuscript) };
}

/**
 * The same with its pictures made, so that Eleventy can write it.
 *
 * @throws ProblemsFound where a picture cannot be read
 */
export async function renderableSite({ pages, pictures, bodies }: PlannedSite, wanted: Wanted): Promise<Renderable> {
  const images = await makeImages(pictures, wanted.content, join(wanted.cache, "images"));
  if (!images.ok) throw new ProblemsFound(images.problems);
  return { pages, bodies, images: images.value, weights: weightsOf(images.value) };
}

/** @throws ProblemsFound where it cannot even be planned */
async function writtenBy({ content: folder, links }: Wanted) {
  const { content, problems } = await readContent(folder);
  const parsed = parse(content);
  const found = [...problems, ...parsed.problems];
  if (!canBePlanned(found)) throw new ProblemsFound(found);
  const manuscript = parsed.value;
  const { site } = manuscript;
  const isFree = surelyFree(found, content.folder, site.language);
  return {
    manuscript: links ? { ...manuscript, site: { ...site, links } } : manuscript,
    problems: found,
    isFree,
  };
}

function bodiesOf({ bodies }: Manuscript): Bodies {
  const html = (key: BodyKey) => {
    const found = bodies.get(key);
    if (found === undefined) throw new Error(`Expected the text ${key} among those that were parsed.`);
    return found;
  };
  return { html, utf8: (key) => inUtf8(html(key)) };
}

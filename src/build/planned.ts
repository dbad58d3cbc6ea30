import { resolve } from "node:path";
import { type Digest, digestAt } from "../model/model.ts";
import { type Manuscript, parse } from "../parse/parse.ts";
import { type Plan, planSite, problemsIn } from "../plan/plan.ts";
import { readContent } from "../read/read.ts";
import { makeImages, type Renderable } from "../render/render.ts";
import type { LinkStyle } from "../values/address.ts";
import type { Bodies } from "../values/html.ts";
import type { Instant } from "../values/instant.ts";
import { ProblemsFound } from "./problems-found.ts";

/** What a build is made from: where the content is, what overrides its settings, and when it is. */
export interface Wanted {
  /** The folder that authors write in. */
  readonly content: string;
  /** Where what can be made again is kept between builds. */
  readonly cache: string;
  /** Overrides `links` of site.yaml. */
  readonly links: LinkStyle | undefined;
  readonly now: Instant;
}

/** A site as data, ready to be rendered. */
export interface PlannedSite {
  readonly digest: Digest;
  readonly plan: Plan;
  readonly bodies: Bodies;
}

/**
 * A folder of content as a plan: read, parsed, modelled, planned.
 *
 * @param show which articles: those that readers may see at `now`, unless a preview says otherwise
 * @throws ProblemsFound with all problems of all files
 */
export async function plannedSite(
  wanted: Wanted,
  show: (now: Instant, manuscript: Manuscript) => Digest = digestAt,
): Promise<PlannedSite> {
  const { content, problems } = await readContent(wanted.content);
  const parsed = parse(content);
  if (!parsed.ok || problems.length > 0) {
    throw new ProblemsFound([...problems, ...(parsed.ok ? [] : parsed.problems)]);
  }
  const manuscript = withLinks(wanted.links, parsed.value);
  const digest = show(wanted.now, manuscript);
  const plan = planSite(digest);
  const inPlan = problemsIn(digest, plan);
  if (inPlan.length > 0) throw new ProblemsFound(inPlan);
  return { digest, plan, bodies: bodiesOf(manuscript) };
}

/**
 * The same with its pictures made, so that Eleventy can write it.
 *
 * @throws ProblemsFound where a picture cannot be read
 */
export async function renderableSite({ plan, bodies }: PlannedSite, wanted: Wanted): Promise<Renderable> {
  const images = await makeImages(plan.pictures, wanted.content, resolve(wanted.cache, "images"));
  if (!images.ok) throw new ProblemsFound(images.problems);
  return { pages: plan.pages, bodies, images: images.value };
}

function withLinks(links: LinkStyle | undefined, manuscript: Manuscript): Manuscript {
  return links ? { ...manuscript, site: { ...manuscript.site, links } } : manuscript;
}

function bodiesOf({ bodies }: Manuscript): Bodies {
  return (key) => {
    const html = bodies.get(key);
    if (html === undefined) throw new Error(`Expected the text ${key} among those that were parsed.`);
    return html;
  };
}

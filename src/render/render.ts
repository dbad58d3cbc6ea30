// In: planned pages, the HTML of their texts, the pictures that they show, and what these weigh. Out: files in a folder, by Eleventy.
import { mkdir, rmdir } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Page } from "../plan/plan.ts";
import { type Address, outputFile, relativeTo } from "../values/address.ts";
import { passing } from "../values/memory/byte-arena.ts";
import { type Bodies, type BodyKey, linked } from "../values/text/html.ts";
import type { Weights } from "../values/variants.ts";
import { addPages } from "./engine.ts";
import { type MadeImage, makeImages, weighed, weightsOf } from "./images.ts";
import { letGoOfImages } from "./images-kept.ts";
import { layouts } from "./layouts.ts";

export { letGoOfImages, type MadeImage, makeImages, weighed, weightsOf };

/** Everything that Eleventy needs to write a site. */
export interface Renderable {
  readonly pages: readonly Page[];
  readonly bodies: Bodies;
  readonly images: readonly MadeImage[];
  /** Of every picture that a feed names: some were published by an earlier build. */
  readonly weights: Weights;
  /** Told of each page that was made, with its size. */
  readonly made?: (address: Address, bytes: number) => void;
}

/** Sets Eleventy up to write these pages and pictures: the one configuration of a build, and of Eleventy's own command. */
export function configured(config: UserConfig, { pages, bodies, images, weights, made }: Renderable): void {
  addPages(config, pages, (page) => {
    const text = pageBytes(page, bodies, weights);
    made?.(page.address, text.length);
    return text;
  });
  for (const { address, keptAt } of images) config.addPassthroughCopy({ [keptAt]: outputFile(address) });
}

/**
 * Writes pages and pictures into a folder; others that are there stay.
 *
 * @throws what the making of a page throws
 */
export async function renderSite(renderable: Renderable, output: string): Promise<void> {
  // Eleventy would start a thread that answers `import "@11ty/eleventy"` in people's own templates; ours have none.
  process.env.ELEVENTY_SKIP_ESM_RESOLVER = "1";
  const { Eleventy } = await import("@11ty/eleventy");
  // Eleventy looks for templates in its input folder: this one is empty, and content is never searched.
  const empty = join(output, "..", `${basename(output)}.input-${process.pid}`);
  await mkdir(empty, { recursive: true });
  const eleventy = new Eleventy(fromHere(empty), fromHere(output), {
    quietMode: true,
    configPath: false,
    config: (config) => configured(config, renderable),
  });
  eleventy.disableLogger();
  try {
    await eleventy.init();
    await eleventy.write();
  } catch (error) {
    throw causeOf(error);
  } finally {
    passing.letGo(passing.written());
    await rmdir(empty);
  }
}

// What a layout throws, or a cache that is spoilt, Eleventy wraps into an error that names all pages of that layout.
function causeOf(error: unknown): unknown {
  return error instanceof Error && "originalError" in error ? causeOf(error.originalError) : error;
}

// Of a whole path Eleventy cuts off the folder that it was started in by its letters: "/srv/news-site" is not in "/srv/news".
function fromHere(path: string): string {
  return relative(process.cwd(), path);
}

/** A page as the bytes of its file. */
export function pageBytes(page: Page, bodies: Bodies, weights: Weights): Buffer {
  const here = "frame" in page ? page.frame.here : undefined;
  const relative = here && ((address: Address) => relativeTo(here, address));
  const own = relative ? { ...bodies, html: (key: BodyKey) => linked(bodies.html(key), relative) } : bodies;
  const shown = show(page, own, weights);
  if (Buffer.isBuffer(shown)) return shown;
  return passing.text(typeof shown === "string" ? shown : `<!doctype html>\n${renderToString(shown)}\n`);
}

function show<L extends Page["layout"]>(
  page: Extract<Page, { layout: L }>,
  bodies: Bodies,
  weights: Weights,
): VNode | string | Buffer {
  return layouts[page.layout as L](page, bodies, weights);
}

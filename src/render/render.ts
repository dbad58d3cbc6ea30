// In: planned pages, the HTML of their texts, and the pictures that they show. Out: files in a folder, by Eleventy.
import type { UserConfig } from "@11ty/eleventy";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Page } from "../plan/plan.ts";
import { outputFile, relativeTo } from "../values/address.ts";
import { type Bodies, linked } from "../values/html.ts";
import { addPages } from "./engine.ts";
import { type MadeImage, makeImages } from "./images.ts";
import { layouts } from "./layouts.ts";

export { type MadeImage, makeImages };

/** Everything that Eleventy needs to write a site. */
export interface Renderable {
  readonly pages: readonly Page[];
  readonly bodies: Bodies;
  readonly images: readonly MadeImage[];
  /** Told after each page, for whoever watches. */
  readonly progress?: (done: number, of: number) => void;
}

/** Sets Eleventy up to write these pages and pictures: the one configuration of a build, of the preview, and of Eleventy's own command. */
export function configured(config: UserConfig, { pages, bodies, images, progress }: Renderable): void {
  let done = 0;
  addPages(config, pages, (page) => {
    progress?.(++done, pages.length);
    return pageText(page, bodies);
  });
  for (const { address, keptAt } of images) config.addPassthroughCopy({ [keptAt]: outputFile(address) });
}

/** Writes the pages and pictures into an output folder. */
export async function renderSite(renderable: Renderable, output: string): Promise<void> {
  const { Eleventy } = await import("@11ty/eleventy");
  // Eleventy looks for templates in its input folder: the output, empty as yet, has none, and content is never searched.
  const eleventy = new Eleventy(output, output, {
    quietMode: true,
    configPath: false,
    config: (config) => configured(config, renderable),
  });
  eleventy.disableLogger();
  await eleventy.init();
  await eleventy.write();
}

/** A page as the text of its file. */
export function pageText(page: Page, bodies: Bodies): string {
  const here = "frame" in page ? page.frame.here : undefined;
  const shown = show(page, here ? (key) => linked(bodies(key), (address) => relativeTo(here, address)) : bodies);
  return typeof shown === "string" ? shown : `<!doctype html>\n${renderToString(shown)}\n`;
}

function show<L extends Page["layout"]>(page: Extract<Page, { layout: L }>, bodies: Bodies): VNode | string {
  return layouts[page.layout as L](page, bodies);
}

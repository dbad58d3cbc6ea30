// In: planned pages, the HTML of their texts, their pictures, and the sizes of these. Out: files, written by Eleventy.
import { mkdir, rmdir } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Page } from "../plan/plan.ts";
import { type Address, toOutputPath, toRelativeUrl } from "../values/address.ts";
import { outputArena } from "../values/memory/byte-arena.ts";
import { type BodyKey, type BodyReader, resolveSiteLinks } from "../values/text/html.ts";
import type { GetFileSize } from "../values/variants.ts";
import { addPages } from "./engine.ts";
import { createSizeLookup, generateImages, type ImageFile, readImageSizes } from "./images.ts";
import { pruneImages } from "./images-kept.ts";
import { layouts } from "./layouts.ts";

export { createSizeLookup, generateImages, type ImageFile, pruneImages, readImageSizes };

/** Everything that is needed to render a site. */
export interface Renderable {
  readonly pages: readonly Page[];
  readonly bodies: BodyReader;
  readonly images: readonly ImageFile[];
  /** Gets the size of each picture file that a feed names, including files that an earlier build published. */
  readonly getFileSize: GetFileSize;
  /** Called after each page, with its size in bytes. */
  readonly onPage?: (address: Address, bytes: number) => void;
}

/** Configures Eleventy to write pages and pictures. Used by `dateline build` and by Eleventy's own command. */
export function configureEleventy(
  config: UserConfig,
  { pages, bodies, images, getFileSize, onPage }: Renderable,
): void {
  addPages(config, pages, (page) => {
    const bytes = renderPage(page, bodies, getFileSize);
    onPage?.(page.address, bytes.length);
    return bytes;
  });
  for (const { address, cachePath } of images) config.addPassthroughCopy({ [cachePath]: toOutputPath(address) });
}

/**
 * Writes pages and pictures into a folder with Eleventy. Other files in the folder stay.
 *
 * @throws the error of a layout that fails
 */
export async function renderSite(renderable: Renderable, output: string): Promise<void> {
  // Otherwise Eleventy starts a thread that resolves `import "@11ty/eleventy"` in templates; ours do not import it.
  process.env.ELEVENTY_SKIP_ESM_RESOLVER = "1";
  const { Eleventy } = await import("@11ty/eleventy");
  // Eleventy searches its input folder for templates. This folder is empty, so content is never searched.
  const inputFolder = join(output, "..", `${basename(output)}.input-${process.pid}`);
  await mkdir(inputFolder, { recursive: true });
  const eleventy = new Eleventy(toRelativePath(inputFolder), toRelativePath(output), {
    quietMode: true,
    configPath: false,
    config: (config) => configureEleventy(config, renderable),
  });
  eleventy.disableLogger();
  try {
    await eleventy.init();
    await eleventy.write();
  } catch (error) {
    throw getOriginalError(error);
  } finally {
    outputArena.release(outputArena.countBytes());
    await rmdir(inputFolder);
  }
}

// Eleventy wraps an error (of a layout, or a corrupt cache) in one that names all pages of the layout.
function getOriginalError(error: unknown): unknown {
  return error instanceof Error && "originalError" in error ? getOriginalError(error.originalError) : error;
}

// Eleventy strips the working directory from an absolute path as plain text: run in "/srv/news", it breaks
// "/srv/news-site".
function toRelativePath(path: string): string {
  return relative(process.cwd(), path);
}

/** Renders a page to the bytes of its file. They are valid until `outputArena` is released. */
export function renderPage(page: Page, bodies: BodyReader, getFileSize: GetFileSize): Buffer {
  const linkBase = "frame" in page ? page.frame.linkBase : undefined;
  const toLink = linkBase && ((address: Address) => toRelativeUrl(linkBase, address));
  const pageBodies: BodyReader = toLink
    ? { ...bodies, readHtml: (key: BodyKey) => resolveSiteLinks(bodies.readHtml(key), toLink) }
    : bodies;
  const output = renderLayout(page, pageBodies, getFileSize);
  if (Buffer.isBuffer(output)) return output;
  return outputArena.writeText(typeof output === "string" ? output : `<!doctype html>\n${renderToString(output)}\n`);
}

function renderLayout<L extends Page["layout"]>(
  page: Extract<Page, { layout: L }>,
  bodies: BodyReader,
  getFileSize: GetFileSize,
): VNode | string | Buffer {
  return layouts[page.layout as L](page, bodies, getFileSize);
}

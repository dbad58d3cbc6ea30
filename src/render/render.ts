// In: planned pages, the HTML of their texts, their pictures, and the sizes of these. Out: files, written by Eleventy.
import { copyFile, mkdir, rmdir } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { namePath } from "../disk/disk.ts";
import type { Page } from "../plan/plan.ts";
import { type Address, toOutputPath, toRelativeUrl } from "../values/address.ts";
import { type BodyKey, type BodyReader, resolveSiteLinks } from "../values/text/html.ts";
import { createRenderBuffers, type RenderBuffers, type RenderContext } from "./context.ts";
import { copyFiles } from "./copied-files.ts";
import { addPages } from "./engine.ts";
import { createSizeLookup, generateImages, type ImageFile, readImageSizes } from "./images.ts";
import { pruneImages } from "./images-kept.ts";
import { layouts } from "./layouts.ts";
import { type MailBodies, renderMail } from "./mail.ts";
import { RenderError, toRenderError } from "./render-error.ts";
import { addStyleVersion } from "./versions.ts";
import { couldBeHeavy, findWeightWarnings } from "./weight.ts";

export {
  copyFiles,
  couldBeHeavy,
  createRenderBuffers,
  createSizeLookup,
  findWeightWarnings,
  generateImages,
  type ImageFile,
  type MailBodies,
  pruneImages,
  type RenderBuffers,
  readImageSizes,
  renderMail,
};

/** Everything that is needed to render a site. */
export interface Renderable extends RenderContext {
  readonly pages: readonly Page[];
  readonly images: readonly ImageFile[];
  /** Copies documents and static files into the output folder; undefined if that is done elsewhere. */
  readonly copyFiles?: (outputFolder: string) => Promise<void>;
  /** Called after each page, with its bytes, which are valid until the output arena is released. */
  readonly onPage?: (page: Page, bytes: Buffer) => void;
}

/** Configures Eleventy to write pages and pictures. Used by `dateline build` and by Eleventy's own command. */
export function configureEleventy(
  config: UserConfig,
  { pages, images, copyFiles: copy, onPage, ...context }: Renderable,
): void {
  addPages(config, pages, (page) => {
    const bytes = renderPage(page, context);
    onPage?.(page, bytes);
    return bytes;
  });
  // Not by addPassthroughCopy: it takes each source file once, but the same picture may be published at two addresses; and
  // it reads brackets in the path of the cache as a pattern.
  config.on("eleventy.after", async ({ directories, outputMode }) => {
    if (outputMode !== "fs") return;
    await copyImages(images, directories.output);
    await copy?.(directories.output);
  });
}

async function copyImages(images: readonly ImageFile[], outputFolder: string): Promise<void> {
  const folders = new Set<string>();
  for (const { address, cachePath } of images) {
    const path = join(outputFolder, toOutputPath(address));
    if (!folders.has(dirname(path))) await mkdir(dirname(path), { recursive: true });
    folders.add(dirname(path));
    await copyFile(cachePath, path);
  }
}

/**
 * Writes pages and pictures into a folder with Eleventy, then releases the output arena. Other files in the folder stay.
 *
 * @throws RenderError if a layout fails
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
    // Eleventy's error does not say which of the pages was being written.
    throw namePath(getOriginalError(error), output);
  } finally {
    renderable.output.release(renderable.output.countBytes());
    await rmdir(inputFolder);
  }
}

// Eleventy wraps an error (of a layout, or a corrupt cache) in one that names all pages of the layout. It also takes the
// cause of an error for its original error.
function getOriginalError(error: unknown): unknown {
  if (error instanceof RenderError) return error;
  return error instanceof Error && "originalError" in error ? getOriginalError(error.originalError) : error;
}

// Eleventy strips the working directory from an absolute path as plain text: run in "/srv/news", it breaks
// "/srv/news-site".
function toRelativePath(path: string): string {
  return relative(process.cwd(), path);
}

/**
 * Renders a page to the bytes of its file. They are valid until the output arena is released.
 *
 * @throws RenderError, which names the page; a KnownError as it is
 */
export function renderPage(page: Page, context: RenderContext): Buffer {
  try {
    return renderPageBytes(page, context);
  } catch (error) {
    throw toRenderError(error, page.address);
  }
}

function renderPageBytes(page: Page, context: RenderContext): Buffer {
  const { bodies, output } = context;
  const linkBase = "frame" in page ? page.frame.linkBase : undefined;
  const toLink = linkBase && ((address: Address) => toRelativeUrl(linkBase, address));
  const pageBodies: BodyReader = toLink
    ? { ...bodies, readHtml: (key: BodyKey) => resolveSiteLinks(bodies.readHtml(key), toLink) }
    : bodies;
  const content = renderLayout(page, pageBodies, context);
  if (Buffer.isBuffer(content)) return content;
  return output.writeText(typeof content === "string" ? content : `<!doctype html>\n${renderToString(content)}\n`);
}

function renderLayout<L extends Page["layout"]>(
  page: Extract<Page, { layout: L }>,
  bodies: BodyReader,
  context: RenderContext,
): VNode | string | Buffer {
  return layouts[page.layout as L](addStyleVersion(page, context.versions), bodies, context);
}

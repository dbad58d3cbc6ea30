import { createItemCache, type ItemCache } from "../feeds/feeds.ts";
import { type ByteArena, createByteArena } from "../values/memory/byte-arena.ts";
import type { BodyReader } from "../values/text/html.ts";
import type { GetFileSize } from "../values/variants.ts";
import { type FileVersions, readFileVersions } from "./versions.ts";

/**
 * What all pages of one build are rendered with: memory, which is reused, so that it does not grow with the archive, and
 * the versions of files.
 */
export interface RenderBuffers {
  /** The bytes of the files that are about to be written. */
  readonly output: ByteArena;
  /** The items that several feeds contain. */
  readonly itemCache: ItemCache;
  readonly versions: FileVersions;
}

/** What pages are rendered with, besides their own data. */
export interface RenderContext extends RenderBuffers {
  readonly bodies: BodyReader;
  /** Gets the size of each picture file that a feed names, including files that an earlier build published. */
  readonly getFileSize: GetFileSize;
}

/** Creates the buffers of one build in this process. */
export function createRenderBuffers(): RenderBuffers {
  return { output: createByteArena(), itemCache: createItemCache(), versions: readFileVersions() };
}

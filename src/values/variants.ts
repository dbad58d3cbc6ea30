import type { Address } from "./address.ts";

/**
 * The formats of a published picture, smallest file first: browsers take the first that they support. All support JPEG.
 */
export const pictureFormats = ["avif", "webp", "jpg"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** One file of a published picture. Width and height are in pixels. */
export interface PictureVariant {
  readonly address: Address;
  readonly format: PictureFormat;
  readonly width: number;
  readonly height: number;
}

/**
 * Gives the size in bytes of a published picture file. The size is known only after the picture is encoded, so this
 * function is called when a page is rendered, not when it is planned.
 */
export type GetFileSize = (file: Address) => number;

/**
 * Lists the files in which a picture is published, by format, then by width. No file is wider than the original, wider
 * than the text column of a wide screen needs, or taller than WebP allows.
 *
 * @param stem the address without width and extension: "/2024/07/11/map-1f0c9a2e"
 * @param width of the original, in pixels
 * @param height of the original, in pixels
 * @returns at least one width in each format. A picture of 1000 x 500: 320, 640 and 1000 pixels wide
 */
export function listVariants(stem: Address, width: number, height: number): readonly PictureVariant[] {
  const widths = chooseWidths(width, height);
  return pictureFormats.flatMap((format) =>
    widths.map((variantWidth) => ({
      address: `${stem}-${variantWidth}.${format}` as Address,
      format,
      width: variantWidth,
      height: Math.max(1, Math.round((height * variantWidth) / width)),
    })),
  );
}

// The text column of a phone at 1, 2 and 3 device pixels per CSS pixel, and that of a wide screen at 2.
const columnWidths = [320, 640, 960, 1280];
const maxHeight = 16_383;

// A width close to the widest one would add a file that saves few bytes.
function chooseWidths(width: number, height: number): readonly number[] {
  const widest = Math.max(1, Math.min(width, Math.max(...columnWidths), Math.floor((maxHeight * width) / height)));
  return [...columnWidths.filter((columnWidth) => columnWidth <= widest * 0.8), widest];
}

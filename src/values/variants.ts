import { type Address, appendToName } from "./address.ts";

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
      address: appendToName(stem, `-${variantWidth}.${format}`),
      format,
      width: variantWidth,
      height: Math.max(1, Math.round((height * variantWidth) / width)),
    })),
  );
}

/**
 * Formats the `srcset` of the files of one format.
 *
 * @param toUrl gives the URL of a file, from the page that shows the picture
 */
export function formatSrcset(
  variants: readonly PictureVariant[],
  format: PictureFormat,
  toUrl: (file: Address) => string,
): string {
  return variants
    .filter((variant) => variant.format === format)
    .map(({ address, width }) => `${toUrl(address)} ${width}w`)
    .join(", ");
}

/**
 * The `sizes` of pictures: the width of the text column (`--measure` in layouts/styles/tokens.css), or of a narrow
 * screen without its margins. Both pictures stand in the same column, so the two values should be one; but a new value
 * changes every page that has a picture.
 */
export const pictureSizes = {
  /** The main picture of an article. */
  main: "(min-width: 42em) 38rem, 92vw",
  /** A picture in a text. */
  inText: "(min-width: 48em) 40em, calc(100vw - 2rem)",
} as const;

// The text column of a phone at 1, 2 and 3 device pixels per CSS pixel, and that of a wide screen at 2.
const columnWidths = [320, 640, 960, 1280];
const maxHeight = 16_383;

// A width close to the widest one would add a file that saves few bytes.
function chooseWidths(width: number, height: number): readonly number[] {
  const widest = Math.max(1, Math.min(width, Math.max(...columnWidths), Math.floor((maxHeight * width) / height)));
  return [...columnWidths.filter((columnWidth) => columnWidth <= widest * 0.8), widest];
}

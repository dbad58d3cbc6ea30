import type { Address } from "./address.ts";

/** The formats of a published picture, the smallest first; browsers take the first that they know. JPEG is for all. */
export const pictureFormats = ["avif", "webp", "jpg"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** One file of a published picture. */
export interface Variant {
  readonly address: Address;
  readonly format: PictureFormat;
  readonly width: number;
  readonly height: number;
}

/**
 * Finds how many bytes a published file of a picture has. Nothing knows it before the picture is made, so whatever says it
 * asks when it is written.
 */
export type Weights = (file: Address) => number;

/**
 * The files in which a picture is published, by format, then from narrow to wide. Nothing is made wider than the picture
 * itself, than a wide screen's column needs, or taller than WebP can be.
 *
 * @param stem the address without width and ending: "/2024/07/11/map-1f0c9a2e"
 * @param width the picture's own width in pixels
 * @returns at least one width in each format. A picture of 1000 x 500: 320, 640 and 1000 pixels wide
 */
export function variantsOf(stem: Address, width: number, height: number): readonly Variant[] {
  const widths = widthsOf(width, height);
  return pictureFormats.flatMap((format) =>
    widths.map((each) => ({
      address: `${stem}-${each}.${format}` as Address,
      format,
      width: each,
      height: Math.max(1, Math.round((height * each) / width)),
    })),
  );
}

// A phone's column at one, two and three device pixels a pixel, and the text column at two on a wide screen.
const columns = [320, 640, 960, 1280];
const tallest = 16_383;

// A width little less than the widest would be one more file that spares nobody much.
function widthsOf(width: number, height: number): readonly number[] {
  const widest = Math.max(1, Math.min(width, Math.max(...columns), Math.floor((tallest * width) / height)));
  return [...columns.filter((each) => each <= widest * 0.8), widest];
}

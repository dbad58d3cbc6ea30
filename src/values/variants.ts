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

// A phone's column at one, two and three device pixels a pixel, and the text column at two on a wide screen.
const widths = [320, 640, 960, 1280];

/**
 * The files in which a picture is published, by format, then from narrow to wide.
 *
 * @param stem the address without width and ending: "/2024/07/11/map-1f0c9a2e"
 * @param width the picture's own width in pixels: nothing is made wider than that
 */
export function variantsOf(stem: Address, width: number, height: number): readonly Variant[] {
  const fitting = widths.filter((each) => each <= width);
  const shown = fitting.length > 0 ? fitting : [width];
  return pictureFormats.flatMap((format) =>
    shown.map((each) => ({
      address: `${stem}-${each}.${format}` as Address,
      format,
      width: each,
      height: Math.max(1, Math.round((height * each) / width)),
    })),
  );
}

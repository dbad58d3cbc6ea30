import type { PictureFormat, Variant } from "../values/variants.ts";
import { openedPixels, type Pixels, resized } from "./images-decoded.ts";

/** Names everything in these files that decides a picture's bytes. To be changed with any of it, or with sharp. */
export const settings = "1";

/** A file of a picture, in the quality in which a reader sees no loss. Holds nothing but the pixels. */
export async function encoded(pixels: Pixels, variant: Variant): Promise<Buffer> {
  return bytesOf(await resized(pixels, variant), variant.format, qualities[variant.format]);
}

/** The same with at most so many bytes: with less and less quality, and where that is not enough with less detail. */
export async function encodedWithin(most: number, pixels: Pixels, variant: Variant): Promise<Buffer> {
  const { format } = variant;
  const whole = await resized(pixels, variant);
  const best = qualities[format];
  for (const quality of [best, ...lowerQualities.filter((each) => each < best)]) {
    const bytes = await bytesOf(whole, format, quality);
    if (bytes.length <= most) return bytes;
  }
  for (const share of shares) {
    const bytes = await bytesOf(await blurred(whole, share), format, lowest);
    if (bytes.length <= most) return bytes;
  }
  throw new Error(`Expected a picture of one colour, ${variant.address}, to have at most ${most} bytes.`);
}

const qualities: { readonly [F in PictureFormat]: number } = { avif: 55, webp: 78, jpg: 76 };
const lowerQualities = [65, 50, 40, 30, 20];
const lowest = 20;

// Noise, or a plan of a city, or a picture as tall as a newspaper: at worst it becomes a patch of colour.
const shares = [4 / 5, 2 / 3, 1 / 2, 1 / 3, 1 / 4, 1 / 6, 1 / 8, 1 / 16, 1 / 64, 0];

/** As if it had been made from a picture of a share of its width. */
async function blurred(pixels: Pixels, share: number): Promise<Pixels> {
  const part = (length: number) => Math.max(1, Math.round(length * share));
  return resized(await resized(pixels, { width: part(pixels.width), height: part(pixels.height) }), pixels);
}

// Effort 4 in AVIF spares readers a tenth of the bytes, and takes seven times as long: 7 s a picture (2026-11).
async function bytesOf(pixels: Pixels, format: PictureFormat, quality: number): Promise<Buffer> {
  const picture = await openedPixels(pixels);
  if (format === "avif") return picture.avif({ quality, effort: 1, chromaSubsampling: "4:4:4" }).toBuffer();
  if (format === "webp") return picture.webp({ quality, effort: 4 }).toBuffer();
  return picture.jpeg({ quality, mozjpeg: true }).toBuffer();
}

import type { PictureFormat, PictureVariant } from "../values/variants.ts";
import { openPixels, type Pixels, resizePixels } from "./images-decoded.ts";

/** The version of the encoding: change it with any code here that affects the bytes, and with sharp's version. */
export const encoderVersion = "2";

/** Encodes a picture in a quality without visible loss, and without metadata. */
export async function encodePicture(pixels: Pixels, variant: PictureVariant): Promise<Buffer> {
  return encodePixels(await resizePixels(pixels, variant), variant.format, qualities[variant.format]);
}

/**
 * Encodes a picture in at most `maxBytes` bytes: lowers the quality step by step, then the detail.
 *
 * @throws if even a picture of one colour is larger
 */
export async function encodePictureWithin(maxBytes: number, pixels: Pixels, variant: PictureVariant): Promise<Buffer> {
  const { format } = variant;
  const resized = await resizePixels(pixels, variant);
  const bestQuality = qualities[format];
  for (const quality of [bestQuality, ...lowerQualities.filter((lowerQuality) => lowerQuality < bestQuality)]) {
    const bytes = await encodePixels(resized, format, quality);
    if (bytes.length <= maxBytes) return bytes;
  }
  for (const detail of detailLevels) {
    const bytes = await encodePixels(await reduceDetail(resized, detail), format, lowestQuality);
    if (bytes.length <= maxBytes) return bytes;
  }
  throw new Error(`Expected a picture of one colour, ${variant.address}, to have at most ${maxBytes} bytes.`);
}

const qualities: { readonly [F in PictureFormat]: number } = { avif: 55, webp: 78, jpg: 76 };
const lowerQualities = [65, 50, 40, 30, 20];
const lowestQuality = 20;

// For noise, a city map, or a very tall picture. The last step leaves a single colour.
const detailLevels = [4 / 5, 2 / 3, 1 / 2, 1 / 3, 1 / 4, 1 / 6, 1 / 8, 1 / 16, 1 / 64, 0];

/** Removes detail: scales down to a fraction of the size, then up again. */
async function reduceDetail(pixels: Pixels, detail: number): Promise<Pixels> {
  const scaleLength = (length: number) => Math.max(1, Math.round(length * detail));
  return resizePixels(
    await resizePixels(pixels, { width: scaleLength(pixels.width), height: scaleLength(pixels.height) }),
    pixels,
  );
}

// AVIF with effort 4 would be a tenth smaller, but takes seven times as long: 7 s a picture (2026-11).
async function encodePixels(pixels: Pixels, format: PictureFormat, quality: number): Promise<Buffer> {
  const picture = await openPixels(pixels);
  if (format === "avif") return picture.avif({ quality, effort: 1, chromaSubsampling: "4:4:4" }).toBuffer();
  if (format === "webp") return picture.webp({ quality, effort: 4 }).toBuffer();
  return picture.jpeg({ quality, mozjpeg: true }).toBuffer();
}

// sharp takes 75 ms to load, so it is imported only when a picture has to be generated.
import type { Sharp, SharpOptions } from "sharp";

/** A picture's pixels: 8 bits each of red, green and blue, in sRGB, row by row. */
export interface Pixels {
  readonly rgb: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * Decodes a picture file and scales it: rotated by its EXIF orientation, in sRGB, the first frame of an animation, on
 * white where it is transparent (dark lines of a chart would be unreadable on a dark page).
 *
 * @param size in pixels
 * @returns undefined if the file is not a complete JPEG, PNG, WebP or AVIF, or has more pixels than `maxPixels`
 */
export async function decodePicture(
  file: string,
  size: { readonly width: number; readonly height: number },
  maxPixels: number,
): Promise<Pixels | undefined> {
  const picture = await openPicture(file, { limitInputPixels: maxPixels, failOn: "error" });
  try {
    const { depth, icc } = await picture.metadata();
    const upright = picture.autoOrient().flatten({ background: "#fff" });
    // sharp converts 16 bits with a profile to Display P3, and from there to sRGB only if it is told to.
    return await readPixels(icc && depth !== "uchar" ? upright.withIccProfile("srgb") : upright, size);
  } catch {
    return undefined;
  }
}

/** Scales pixels to another size. */
export async function resizePixels(
  pixels: Pixels,
  size: { readonly width: number; readonly height: number },
): Promise<Pixels> {
  return readPixels(await openPixels(pixels), size);
}

/** Opens pixels as a sharp image. */
export async function openPixels({ rgb, width, height }: Pixels): Promise<Sharp> {
  return openPicture(rgb, { raw: { width, height, channels: 3 } });
}

async function readPixels(picture: Sharp, { width, height }: { width: number; height: number }): Promise<Pixels> {
  const rgb = await picture.resize(width, height, { fit: "fill" }).removeAlpha().raw({ depth: "uchar" }).toBuffer();
  return { rgb, width, height };
}

async function openPicture(input: string | Buffer, options: SharpOptions): Promise<Sharp> {
  sharpModule ??= loadSharp();
  const sharp = await sharpModule;
  // The bytes of an AVIF depend on the number of threads, which by default is the number of processors.
  sharp.concurrency(1);
  return sharp(input, options);
}

let sharpModule: ReturnType<typeof loadSharp> | undefined;

async function loadSharp() {
  const { default: sharp } = await import("sharp");
  // sharp's cache uses file names as keys (2026-11: for WebP): `dateline dev` would not see a changed picture.
  sharp.cache(false);
  // Allow only the formats of content: an SVG with another file extension could include files of this machine.
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: ["Jpeg", "Png", "Webp", "Heif"].map((kind) => `VipsForeignLoad${kind}`) });
  return sharp;
}

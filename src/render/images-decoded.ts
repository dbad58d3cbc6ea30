// Who needs no new picture does not wait for sharp, which takes 75 ms to load: it is imported when there is one to make.
import type { Sharp, SharpOptions } from "sharp";

/** A picture's pixels: 8 bits each of red, green and blue, in sRGB, row by row. */
export interface Pixels {
  readonly rgb: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * The pixels of a picture's file as it is seen: turned upright, in sRGB, on white where it is transparent (a chart with
 * dark lines could not be read on a dark page), the first frame where it has several; scaled to a size.
 *
 * @returns undefined where the file is no whole JPEG, PNG, WebP or AVIF, or has more pixels than `most`
 */
export async function decoded(
  file: string,
  size: { readonly width: number; readonly height: number },
  most: number,
): Promise<Pixels | undefined> {
  const picture = await opened(file, { limitInputPixels: most, failOn: "error" });
  return pixelsOf(picture.autoOrient().flatten({ background: "#fff" }), size).catch(() => undefined);
}

/** The same pixels in another size. */
export async function resized(
  pixels: Pixels,
  size: { readonly width: number; readonly height: number },
): Promise<Pixels> {
  return pixelsOf(await openedPixels(pixels), size);
}

/** Pixels as sharp takes them. */
export async function openedPixels({ rgb, width, height }: Pixels): Promise<Sharp> {
  return opened(rgb, { raw: { width, height, channels: 3 } });
}

async function pixelsOf(picture: Sharp, { width, height }: { width: number; height: number }): Promise<Pixels> {
  const rgb = await picture.resize(width, height, { fit: "fill" }).removeAlpha().raw({ depth: "uchar" }).toBuffer();
  return { rgb, width, height };
}

async function opened(input: string | Buffer, options: SharpOptions): Promise<Sharp> {
  library ??= loaded();
  const sharp = await library;
  // The bytes of an AVIF depend on the number of threads, by default that of the machine's processors.
  sharp.concurrency(1);
  return sharp(input, options);
}

let library: ReturnType<typeof loaded> | undefined;

async function loaded() {
  const { default: sharp } = await import("sharp");
  // Its memory goes by the names of files (2026-11: of WebP): a picture changed during `dateline dev` would stay as it was.
  sharp.cache(false);
  // Only what the content may hold. An SVG under another name could show files of this machine.
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: ["Jpeg", "Png", "Webp", "Heif"].map((kind) => `VipsForeignLoad${kind}`) });
  return sharp;
}

// In: the pictures that the plan shows. Out: for each the files in which it is published, kept between builds; or problems.
import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Shown } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import { type Checked, type Problem, startOf } from "../values/problem.ts";
import { pictureFormats, type Variant, variantsOf, type Weights } from "../values/variants.ts";
import { decoded, type Pixels } from "./images-decoded.ts";
import { encoded, encodedWithin, settings } from "./images-encoded.ts";

/** A published picture's file: where it is kept, and where it goes. */
export interface MadeImage {
  readonly address: Address;
  readonly keptAt: string;
  readonly bytes: number;
}

/**
 * Makes every file in which the pictures are published: as they are seen (turned upright, on white where they are
 * transparent, in sRGB), without a byte of what a camera wrote beside the pixels, the same bytes on every run. The
 * narrowest file in each format has at most `mostBytes`. What is kept from an earlier build is not made again.
 *
 * @param contentFolder where the paths of the pictures begin
 * @param keep the folder in which the files are kept, by the hash of the author's file; made where there is none
 * @returns the files of each picture once, in the order of the pictures and of `variantsOf`
 */
export async function makeImages(
  pictures: readonly Shown[],
  contentFolder: string,
  keep: string,
): Promise<Checked<readonly MadeImage[]>> {
  const made: MadeImage[] = [];
  const problems: Problem[] = [];
  await mkdir(keep, { recursive: true });
  // One at a time: a picture fills memory while it is decoded, and its formats share the processors.
  for (const picture of new Map(pictures.map((each) => [each.stem, each])).values()) {
    const files = filesOf(picture, keep);
    const problem = await makeMissing(picture, files, join(contentFolder, picture.path));
    if (problem) problems.push(problem);
    else
      for (const { variant, keptAt } of files)
        made.push({ address: variant.address, keptAt, bytes: await bytesIn(keptAt) });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: made };
}

/** What each of these files weighs. The answer to any other address is a bug of ours. */
export function weightsOf(images: readonly MadeImage[]): Weights {
  const weights = new Map(images.map(({ address, bytes }) => [address, bytes]));
  return (file) => {
    const bytes = weights.get(file);
    if (bytes === undefined) throw new Error(`Expected ${file} to be made.`);
    return bytes;
  };
}

/**
 * The most bytes of a picture's narrowest file. Some networks cut off what a large host sends after its first 16 KB: a
 * phone there still shows a picture.
 */
export const mostBytes = 14 * 1024;

interface KeptFile {
  readonly variant: Variant;
  readonly narrowest: boolean;
  readonly keptAt: string;
}

function filesOf({ stem, hash, width, height }: Shown, keep: string): readonly KeptFile[] {
  const variants = variantsOf(stem, width, height);
  const least = Math.min(...variants.map((variant) => variant.width));
  return variants.map((variant) => {
    const narrowest = variant.width === least;
    const size = `${variant.width}x${variant.height}${narrowest ? "-small" : ""}`;
    return { variant, narrowest, keptAt: join(keep, `${hash}-${size}-${settings}.${variant.format}`) };
  });
}

async function makeMissing(picture: Shown, files: readonly KeptFile[], source: string): Promise<Problem | undefined> {
  const missing: KeptFile[] = [];
  for (const file of files) if ((await bytesIn(file.keptAt)) === 0) missing.push(file);
  if (missing.length === 0) return undefined;
  if (picture.width * picture.height > mostPixels) return tooLarge(picture);
  const pixels = await decoded(source, widestOf(files), mostPixels);
  if (pixels === undefined) return unreadable(picture);
  const lanes = pictureFormats.map((format) => missing.filter(({ variant }) => variant.format === format));
  await Promise.all(lanes.map((lane) => makeFiles(pixels, lane)));
  return undefined;
}

// AVIF takes as long as the others together, on one core.
async function makeFiles(pixels: Pixels, files: readonly KeptFile[]): Promise<void> {
  for (const { variant, narrowest, keptAt } of files) {
    const bytes = narrowest ? await encodedWithin(mostBytes, pixels, variant) : await encoded(pixels, variant);
    await keepFile(keptAt, bytes);
  }
}

// 300 MB while it is decoded: more than any camera makes.
const mostPixels = 100_000_000;

function widestOf(files: readonly KeptFile[]): Variant {
  const [widest] = files.map(({ variant }) => variant).sort((a, b) => b.width - a.width);
  if (!widest) throw new Error("Expected a picture to be published in at least one file.");
  return widest;
}

function tooLarge({ file, width, height }: Shown): Problem {
  const what = `this picture has ${Math.ceil((width * height) / 1e6)} million pixels, and ${mostPixels / 1e6} million is the most.`;
  return { at: startOf(file), what, advice: "Save it smaller: no page shows more than 1280 pixels across." };
}

function unreadable({ file }: Shown): Problem {
  const what = "this picture cannot be read: it is cut off or damaged, or another kind of file than its name says.";
  return {
    at: startOf(file),
    what,
    advice: "Open it in a picture editor, and save it anew as JPEG, PNG, WebP or AVIF.",
  };
}

/** How many bytes a file has; 0 where there is none, and for one that lost its bytes when a machine went down. */
async function bytesIn(path: string): Promise<number> {
  const found = await stat(path).catch((fault: unknown) => {
    if (isMissing(fault)) return undefined;
    throw fault;
  });
  return found?.size ?? 0;
}

function isMissing(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && fault.code === "ENOENT";
}

// A build that is killed leaves at most a part under a name that no build looks for.
async function keepFile(path: string, bytes: Buffer): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  await writeFile(part, bytes, { flush: true });
  await rename(part, path);
}

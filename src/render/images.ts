// In: the pictures that the plan shows. Out: for each the files in which it is published, kept between builds; or problems.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Shown } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import { type Checked, type Problem, startOf } from "../values/problem.ts";
import { pictureFormats, type Variant, variantsOf, type Weights } from "../values/variants.ts";
import { decoded, type Pixels } from "./images-decoded.ts";
import { encoded, encodedWithin, settings } from "./images-encoded.ts";
import { isAsKept, type KeptRecord, keepFiles, recordOf } from "./images-kept.ts";

/** A published picture's file: where it is kept, and where it goes. */
export interface MadeImage {
  readonly address: Address;
  readonly keptAt: string;
  readonly bytes: number;
}

/**
 * Makes every file in which the pictures are published: as they are seen (turned upright, on white where they are
 * transparent, in sRGB), without a byte of what a camera wrote beside the pixels, the same bytes on every run. The
 * narrowest file in each format has at most `mostBytes`. What is kept from an earlier build, and still as it was, is not
 * made again.
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
    const files = filesOf(picture);
    const recorded = await recordOf(keep, picture.hash);
    const missing: KeptFile[] = [];
    for (const file of files) if (!(await isAsKept(keep, file.name, recorded))) missing.push(file);
    const record = await withMissing(picture, missing, recorded, join(contentFolder, picture.path), keep);
    if (record.ok) made.push(...madeOf(files, record.value, keep));
    else problems.push(...record.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: made };
}

/**
 * What the files of pictures weigh: as it is recorded, without a look at the files; those of which there is no record are
 * made, as by `makeImages`.
 */
export async function weighed(
  pictures: readonly Shown[],
  contentFolder: string,
  keep: string,
): Promise<Checked<Weights>> {
  const known: MadeImage[] = [];
  const unknown: Shown[] = [];
  for (const picture of new Map(pictures.map((each) => [each.stem, each])).values()) {
    const files = filesOf(picture);
    const record = await recordOf(keep, picture.hash);
    if (files.every(({ name }) => record[name])) known.push(...madeOf(files, record, keep));
    else unknown.push(picture);
  }
  const made = await makeImages(unknown, contentFolder, keep);
  return made.ok ? { ok: true, value: weightsOf([...known, ...made.value]) } : made;
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
  /** In the folder in which it is kept. */
  readonly name: string;
}

function madeOf(files: readonly KeptFile[], record: KeptRecord, keep: string): readonly MadeImage[] {
  return files.map(({ variant, name }) => ({
    address: variant.address,
    keptAt: join(keep, name),
    bytes: record[name]?.[0] ?? 0,
  }));
}

function filesOf({ stem, hash, width, height }: Shown): readonly KeptFile[] {
  const variants = variantsOf(stem, width, height);
  const least = Math.min(...variants.map((variant) => variant.width));
  return variants.map((variant) => {
    const narrowest = variant.width === least;
    const size = `${variant.width}x${variant.height}${narrowest ? "-small" : ""}`;
    return { variant, narrowest, name: `${hash}-${size}-${settings}.${variant.format}` };
  });
}

/** The record of a picture with the files that are missing made. */
async function withMissing(
  picture: Shown,
  missing: readonly KeptFile[],
  recorded: KeptRecord,
  source: string,
  keep: string,
): Promise<Checked<KeptRecord>> {
  if (missing.length === 0) return { ok: true, value: recorded };
  if (picture.width * picture.height > mostPixels) return { ok: false, problems: [tooLarge(picture)] };
  const pixels = await decoded(source, widestOf(filesOf(picture)), mostPixels);
  if (pixels === undefined) return { ok: false, problems: [unreadable(picture)] };
  const lanes = pictureFormats.map((format) => missing.filter(({ variant }) => variant.format === format));
  const made = await Promise.all(lanes.map((lane) => madeFiles(pixels, lane)));
  return { ok: true, value: await keepFiles(keep, picture.hash, new Map(made.flat()), recorded) };
}

// AVIF takes as long as the others together, on one core.
async function madeFiles(pixels: Pixels, files: readonly KeptFile[]): Promise<readonly [string, Buffer][]> {
  const made: [string, Buffer][] = [];
  for (const { variant, narrowest, name } of files) {
    made.push([name, narrowest ? await encodedWithin(mostBytes, pixels, variant) : await encoded(pixels, variant)]);
  }
  return made;
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

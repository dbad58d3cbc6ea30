// In: the pictures that the plan shows. Out: the published files of each, cached between builds; or problems.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { PublishedImage } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import { type Checked, type Problem, toFileStart } from "../values/problem.ts";
import { type GetFileSize, listVariants, type PictureVariant, pictureFormats } from "../values/variants.ts";
import { decodePicture, type Pixels } from "./images-decoded.ts";
import { encodePicture, encodePictureWithin, encoderVersion } from "./images-encoded.ts";
import { type ImageRecord, isFileIntact, readImageRecord, saveImageFiles } from "./images-kept.ts";

/** A published file of a picture: its address, its path in the cache, its size. */
export interface ImageFile {
  readonly address: Address;
  readonly cachePath: string;
  readonly bytes: number;
}

/**
 * Generates all published files of pictures: upright, on white where they are transparent, in sRGB, without the
 * metadata of the camera, and with the same bytes on every run. The narrowest file of each format has at most
 * `maxSmallImageBytes`. Files that are in the cache and intact are not generated again.
 *
 * @param contentFolder the folder that the paths of the pictures are relative to
 * @param cacheFolder the folder of the cached files; created if it does not exist
 * @returns the files of each picture once, in the order of the pictures and of `listVariants`
 */
export async function generateImages(
  pictures: readonly PublishedImage[],
  contentFolder: string,
  cacheFolder: string,
): Promise<Checked<readonly ImageFile[]>> {
  const imageFiles: ImageFile[] = [];
  const problems: Problem[] = [];
  await mkdir(cacheFolder, { recursive: true });
  // One picture at a time: decoding needs much memory, and the formats are encoded in parallel.
  for (const picture of new Map(pictures.map((picture) => [picture.stem, picture])).values()) {
    const files = listCachedFiles(picture);
    const cachedRecord = await readImageRecord(cacheFolder, picture.hash);
    const missing: CachedFile[] = [];
    for (const file of files) if (!(await isFileIntact(cacheFolder, file.name, cachedRecord))) missing.push(file);
    const record = await generateMissingFiles(
      picture,
      missing,
      cachedRecord,
      join(contentFolder, picture.path),
      cacheFolder,
    );
    if (record.ok) imageFiles.push(...toImageFiles(files, record.value, cacheFolder));
    else problems.push(...record.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: imageFiles };
}

/**
 * Finds the sizes of the published files of pictures from the records in the cache, without reading the files. Pictures
 * without a complete record are generated as by `generateImages`.
 *
 * @returns a look-up by address, as from `createSizeLookup`; or the problems of pictures that cannot be generated
 */
export async function readImageSizes(
  pictures: readonly PublishedImage[],
  contentFolder: string,
  cacheFolder: string,
): Promise<Checked<GetFileSize>> {
  const recordedFiles: ImageFile[] = [];
  const unrecordedPictures: PublishedImage[] = [];
  for (const picture of new Map(pictures.map((picture) => [picture.stem, picture])).values()) {
    const files = listCachedFiles(picture);
    const record = await readImageRecord(cacheFolder, picture.hash);
    if (files.every(({ name }) => record[name])) recordedFiles.push(...toImageFiles(files, record, cacheFolder));
    else unrecordedPictures.push(picture);
  }
  const generated = await generateImages(unrecordedPictures, contentFolder, cacheFolder);
  return generated.ok ? { ok: true, value: createSizeLookup([...recordedFiles, ...generated.value]) } : generated;
}

/** Creates a look-up of file sizes in bytes by address. It throws for an address that is not among the files. */
export function createSizeLookup(images: readonly ImageFile[]): GetFileSize {
  const sizes = new Map(images.map(({ address, bytes }) => [address, bytes]));
  return (address) => {
    const bytes = sizes.get(address);
    if (bytes === undefined) throw new Error(`Expected ${address} to be made.`);
    return bytes;
  };
}

/**
 * The maximum size in bytes of a picture's narrowest file. Some networks cut off responses of large hosts after the
 * first 16 KB: a phone there still shows the picture.
 */
const maxSmallImageBytes = 14 * 1024;

interface CachedFile {
  readonly variant: PictureVariant;
  readonly narrowest: boolean;
  /** The file name in the cache folder. */
  readonly name: string;
}

function toImageFiles(files: readonly CachedFile[], record: ImageRecord, cacheFolder: string): readonly ImageFile[] {
  return files.map(({ variant, name }) => ({
    address: variant.address,
    cachePath: join(cacheFolder, name),
    bytes: record[name]?.[0] ?? 0,
  }));
}

function listCachedFiles({ stem, hash, width, height }: PublishedImage): readonly CachedFile[] {
  const variants = listVariants(stem, width, height);
  const minWidth = Math.min(...variants.map((variant) => variant.width));
  return variants.map((variant) => {
    const narrowest = variant.width === minWidth;
    const size = `${variant.width}x${variant.height}${narrowest ? "-small" : ""}`;
    return { variant, narrowest, name: `${hash}-${size}-${encoderVersion}.${variant.format}` };
  });
}

/** Generates the missing files of a picture, and returns its complete record. */
async function generateMissingFiles(
  picture: PublishedImage,
  missing: readonly CachedFile[],
  cachedRecord: ImageRecord,
  source: string,
  cacheFolder: string,
): Promise<Checked<ImageRecord>> {
  if (missing.length === 0) return { ok: true, value: cachedRecord };
  if (picture.width * picture.height > maxPixels) return { ok: false, problems: [describeTooLarge(picture)] };
  const pixels = await decodePicture(source, findWidest(listCachedFiles(picture)), maxPixels);
  if (pixels === undefined) return { ok: false, problems: [describeUnreadable(picture)] };
  const filesByFormat = pictureFormats.map((format) => missing.filter(({ variant }) => variant.format === format));
  const encodedFiles = await Promise.all(filesByFormat.map((formatFiles) => encodeFiles(pixels, formatFiles)));
  return {
    ok: true,
    value: await saveImageFiles(cacheFolder, picture.hash, new Map(encodedFiles.flat()), cachedRecord),
  };
}

// One call per format, run in parallel: AVIF takes as long on one core as the other formats together.
async function encodeFiles(pixels: Pixels, files: readonly CachedFile[]): Promise<readonly [string, Buffer][]> {
  const encodedFiles: [string, Buffer][] = [];
  for (const { variant, narrowest, name } of files) {
    encodedFiles.push([
      name,
      narrowest ? await encodePictureWithin(maxSmallImageBytes, pixels, variant) : await encodePicture(pixels, variant),
    ]);
  }
  return encodedFiles;
}

// 300 MB of memory while it is decoded. No camera produces so many pixels.
const maxPixels = 100_000_000;

function findWidest(files: readonly CachedFile[]): PictureVariant {
  const [widest] = files.map(({ variant }) => variant).sort((a, b) => b.width - a.width);
  if (!widest) throw new Error("Expected a picture to be published in at least one file.");
  return widest;
}

function describeTooLarge({ file, width, height }: PublishedImage): Problem {
  const what = `this picture has ${Math.ceil((width * height) / 1e6)} million pixels; the maximum is ${maxPixels / 1e6} million.`;
  return { at: toFileStart(file), what, advice: "Save it smaller: no page shows more than 1280 pixels across." };
}

function describeUnreadable({ file }: PublishedImage): Problem {
  const what = "this picture cannot be read: it is truncated or damaged, or its format does not match its file name.";
  return {
    at: toFileStart(file),
    what,
    advice: "Open it in an image editor and save it again as JPEG, PNG, WebP or AVIF.",
  };
}

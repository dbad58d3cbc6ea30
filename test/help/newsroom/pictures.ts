import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import * as assert from "uvu/assert";
import type { PublishedImage } from "../../../src/parse/parse.ts";
import { generateImages } from "../../../src/render/images.ts";
import { toFileAddress, toPageAddress } from "../../../src/values/address.ts";
import { formatProblem } from "../../../src/values/problem.ts";
import { createTemporaryFolder } from "../sites/folders.ts";

/** A content folder with one picture, and a cache folder for the published images. */
export interface PictureWorkspace {
  readonly content: string;
  readonly cache: string;
  readonly picture: PublishedImage;
}

/** Writes a picture file into a new workspace. `width` and `height` are its displayed size, after orientation. */
export function createWorkspace(name: string, bytes: Buffer | string, width: number, height: number): PictureWorkspace {
  const content = createTemporaryFolder();
  writeFileSync(join(content, name), bytes);
  const stem = toFileAddress(toPageAddress("2024", "07", "11"), "map-1f0c9a2e");
  const picture = { path: name, file: `content/${name}`, hash: "1f0c9a2e", stem, width, height };
  return { content, cache: join(createTemporaryFolder(), "images"), picture };
}

/** Publishes the picture. The files are keyed by the end of their address: "320.avif". */
export async function publishPicture({
  picture,
  content,
  cache,
}: PictureWorkspace): Promise<ReadonlyMap<string, Buffer>> {
  const result = await generateImages([picture], content, cache);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join("\n"));
  return new Map(
    result.value.map(({ address, cachePath: keptAt, bytes }) => {
      const file = readFileSync(keptAt);
      assert.is(file.length, bytes);
      return [address.slice("/2024/07/11/map-1f0c9a2e-".length), file];
    }),
  );
}

/** The problem lines that the author gets. */
export async function findProblems({ picture, content, cache }: PictureWorkspace): Promise<readonly string[]> {
  const result = await generateImages([picture], content, cache);
  return result.ok ? [] : result.problems.map(formatProblem);
}

/** Each channel is 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A picture of one colour. */
export function createFlat(width: number, height: number, [r, g, b]: Colour): Sharp {
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } });
}

/**
 * The colour at a point of a published file. `across` and `down` are fractions of its width and height, from 0 to 1.
 */
export async function readColour(bytes: Buffer | undefined, across: number, down: number): Promise<Colour> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const offset = (Math.floor(info.height * down) * info.width + Math.floor(info.width * across)) * info.channels;
  return [data[offset] ?? -1, data[offset + 1] ?? -1, data[offset + 2] ?? -1];
}

/** Asserts that each channel differs from the expected one by at most 6: the formats are lossy. */
export function assertColour(actual: Colour, expected: Colour, note: string): void {
  const isDifferent = actual.some((value, i) => Math.abs(value - (expected[i] ?? 0)) > 6);
  assert.not(isDifferent, `${note}: expected about ${expected}, found ${actual}`);
}

/**
 * A JPEG with the metadata that cameras and agencies add (EXIF, GPS, XMP, ICC, IPTC, comment), in segments after SOI.
 */
export async function makePhotographWithMetadata(): Promise<Buffer> {
  const jpeg = await createFlat(640, 480, [200, 100, 50])
    .withExif({ IFD0: { Artist: "SECRET name" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "50/1 27/1 0/1" } })
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'>SECRET place</x:xmpmeta>")
    .withIccProfile("p3")
    .jpeg()
    .toBuffer();
  const iptc = makeJpegSegment(
    0xed,
    "Photoshop 3.0\x008BIM\u0004\u0004\0\0\0\0\0\u0011\u001c\u0002x\0\u000cSECRET words",
  );
  return Buffer.concat([jpeg.subarray(0, 2), iptc, makeJpegSegment(0xfe, "SECRET comment"), jpeg.subarray(2)]);
}

function makeJpegSegment(marker: number, text: string): Buffer {
  const body = Buffer.from(text, "latin1");
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
}

/** One line a file, name and SHA-256 ("320.avif 9f86d0…"), so that equal lines mean equal bytes. */
export function hashFiles(files: ReadonlyMap<string, Buffer>): readonly string[] {
  return [...files].map(([name, bytes]) => `${name} ${createHash("sha256").update(bytes).digest("hex")}`);
}

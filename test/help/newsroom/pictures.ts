import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import * as assert from "uvu/assert";
import type { Shown } from "../../../src/parse/parse.ts";
import { makeImages } from "../../../src/render/images.ts";
import { fileIn, pageAddress } from "../../../src/values/address.ts";
import { problemLine } from "../../../src/values/problem.ts";
import { temporaryFolder } from "../sites/folders.ts";

/** A content folder with one picture in it, and a place to keep what is made. */
export interface Desk {
  readonly content: string;
  readonly keep: string;
  readonly picture: Shown;
}

/** A desk with a picture of that name, and of that size as it is shown. */
export function desk(name: string, bytes: Buffer | string, width: number, height: number): Desk {
  const content = temporaryFolder();
  writeFileSync(join(content, name), bytes);
  const stem = fileIn(pageAddress("2024", "07", "11"), "map-1f0c9a2e");
  const picture = { path: name, file: `content/${name}`, hash: "1f0c9a2e", stem, width, height };
  return { content, keep: join(temporaryFolder(), "images"), picture };
}

/** The published files by the end of their address: "320.avif". */
export async function published({ picture, content, keep }: Desk): Promise<ReadonlyMap<string, Buffer>> {
  const made = await makeImages([picture], content, keep);
  if (!made.ok) throw new Error(made.problems.map(problemLine).join("\n"));
  return new Map(
    made.value.map(({ address, keptAt, bytes }) => {
      const file = readFileSync(keptAt);
      assert.is(file.length, bytes);
      return [address.slice("/2024/07/11/map-1f0c9a2e-".length), file];
    }),
  );
}

/** What the author is told, line by line. */
export async function problems({ picture, content, keep }: Desk): Promise<readonly string[]> {
  const made = await makeImages([picture], content, keep);
  return made.ok ? [] : made.problems.map(problemLine);
}

/** From 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A picture of one colour. */
export function flat(width: number, height: number, [r, g, b]: Colour): Sharp {
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } });
}

/** The colour of a published file at a share of its width and height. */
export async function colourAt(bytes: Buffer | undefined, across: number, down: number): Promise<Colour> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height * down) * info.width + Math.floor(info.width * across)) * info.channels;
  return [data[at] ?? -1, data[at + 1] ?? -1, data[at + 2] ?? -1];
}

/** Asserts that a colour is what is expected, or so near that nobody could tell: formats lose a little. */
export function near(found: Colour, expected: Colour, note: string): void {
  const far = found.some((value, i) => Math.abs(value - (expected[i] ?? 0)) > 6);
  assert.not(far, `${note}: expected about ${expected}, found ${found}`);
}

/** A JPEG as a camera or an agency sends it: where it was taken, by whom, and more, behind the mark that begins it. */
export async function tellingPhotograph(): Promise<Buffer> {
  const jpeg = await flat(640, 480, [200, 100, 50])
    .withExif({ IFD0: { Artist: "SECRET name" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "50/1 27/1 0/1" } })
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'>SECRET place</x:xmpmeta>")
    .withIccProfile("p3")
    .jpeg()
    .toBuffer();
  const iptc = segment(0xed, "Photoshop 3.0\x008BIM\u0004\u0004\0\0\0\0\0\u0011\u001c\u0002x\0\u000cSECRET words");
  return Buffer.concat([jpeg.subarray(0, 2), iptc, segment(0xfe, "SECRET comment"), jpeg.subarray(2)]);
}

function segment(marker: number, text: string): Buffer {
  const body = Buffer.from(text, "latin1");
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
}

/** The files by name, each by a hash of its bytes: equal where every byte is. */
export function sums(files: ReadonlyMap<string, Buffer>): readonly string[] {
  return [...files].map(([name, bytes]) => `${name} ${createHash("sha256").update(bytes).digest("hex")}`);
}

import { createHash } from "node:crypto";
import { readSync } from "node:fs";
import { imageSize } from "image-size";
import { type Checked, quoted, type Slip } from "../values/problem.ts";
import { opened, wholeFile } from "./opened.ts";
import type { Picture } from "./read.ts";

/**
 * What is known of a picture without decoding it, or why it cannot be published.
 *
 * @param root the content folder
 * @param path from there
 */
export function pictureIn(root: string, path: string): Checked<Picture> {
  const file = `${root}/${path}`;
  return opened(file, (descriptor, size) => {
    const faulty = (slip: Slip) => ({ ok: false, problems: [wholeFile(file, slip)] }) as const;
    if (size > mostBytes) return faulty(tooLarge(size));
    const { head, hash } = hashed(descriptor, size);
    const seen = sizeIn(head);
    if (seen === undefined) return faulty(damaged);
    if (!published.includes(seen.type)) return faulty(otherKind(seen.type));
    if (seen.width * seen.height > mostPixels) return faulty(tooManyPixels(seen));
    return { ok: true, value: { file, path, hash, width: seen.width, height: seen.height } };
  });
}

const mostBytes = 50_000_000;
const mostPixels = 100_000_000;
const headBytes = 512 * 1024;

/** As image-size names them. An AVIF of some cameras and tools calls itself by the name of its family, HEIF. */
const published: readonly string[] = ["jpg", "png", "webp", "avif", "heif"];

/** The first bytes, in which a picture tells its size, and the SHA-256 of all of them. */
function hashed(descriptor: number, size: number): { readonly head: Buffer; readonly hash: string } {
  const hash = createHash("sha256");
  const head = Buffer.alloc(Math.min(size, headBytes));
  const chunk = Buffer.allocUnsafe(headBytes);
  for (let at = 0; ; ) {
    const length = readSync(descriptor, chunk, 0, chunk.length, at);
    if (length === 0) return { head, hash: hash.digest("hex") };
    if (at < head.length) chunk.copy(head, at, 0, length);
    hash.update(chunk.subarray(0, length));
    at += length;
  }
}

interface Seen {
  readonly type: string;
  readonly width: number;
  readonly height: number;
}

/** undefined where the bytes tell no size. */
function sizeIn(head: Buffer): Seen | undefined {
  try {
    const { type = "", width, height, orientation = 1 } = imageSize(head);
    if (!(width > 0 && height > 0)) return undefined;
    // EXIF orientations 5 to 8 are turned by a quarter.
    return orientation >= 5 ? { type, width: height, height: width } : { type, width, height };
  } catch {
    // It throws a dozen kinds of errors at damaged bytes, and they all say the same.
    return undefined;
  }
}

const damaged: Slip = {
  what: "is damaged, or no picture: it does not tell its size.",
  advice: "Export it again as JPEG, PNG, WebP or AVIF.",
};

function otherKind(type: string): Slip {
  return {
    what: `holds a picture of the kind ${quoted(type)}, whatever its name says.`,
    advice: "Export it as JPEG, PNG, WebP or AVIF.",
  };
}

function tooLarge(size: number): Slip {
  return {
    what: `has ${(size / 1_000_000).toFixed(1)} MB, and a picture may have 50 MB.`,
    advice: "Export it smaller: none is shown wider than 1280 pixels.",
  };
}

function tooManyPixels({ width, height }: Seen): Slip {
  return {
    what: `is ${width} by ${height} pixels, and a picture may have 100 million.`,
    advice: "Export it smaller: none is shown wider than 1280 pixels.",
  };
}

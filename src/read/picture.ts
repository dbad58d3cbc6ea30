import { createHash } from "node:crypto";
import { readSync } from "node:fs";
import { imageSize } from "image-size";
import { type Checked, inQuotes, type ProblemText } from "../values/problem.ts";
import type { SourcePicture } from "./content.ts";
import { describeFileKind } from "./file-kinds.ts";
import { fileProblem, withOpenFile } from "./opened.ts";
import { isTurnedSideways } from "./orientation.ts";

/**
 * Reads the size and hash of a picture without decoding it.
 *
 * @param root the content folder
 * @param path relative to `root`
 * @returns the picture, or the problem that prevents its publication
 */
export function readPicture(root: string, path: string): Checked<SourcePicture> {
  const file = `${root}/${path}`;
  return withOpenFile(file, (descriptor, size) => {
    const fail = (text: ProblemText) => ({ ok: false, problems: [fileProblem(file, text)] }) as const;
    if (size > maxBytes) return fail(describeTooManyBytes(size));
    const bytes = readBytes(descriptor, size);
    const header = parseHeader(bytes);
    if (header === undefined) return fail(describeFileKind(bytes) ?? damagedPicture);
    if (!publishedTypes.includes(header.type)) return fail(describeOtherType(header.type));
    if (header.width * header.height > maxPixels) return fail(describeTooManyPixels(header));
    const hash = createHash("sha256").update(bytes).digest("hex");
    return { ok: true, value: { file, path, hash, width: header.width, height: header.height } };
  });
}

const maxBytes = 50_000_000;
const maxPixels = 100_000_000;

/** By their names in image-size. AVIF files of some cameras and tools have the type of the container format, HEIF. */
const publishedTypes: readonly string[] = ["jpg", "png", "webp", "avif", "heif"];

// The whole file: photo editors write megabytes before the size of a JPEG, and others an orientation after the pixels.
function readBytes(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let offset = 0;
  for (let length = -1; length !== 0 && offset < size; offset += length) {
    length = readSync(descriptor, bytes, offset, size - offset, offset);
  }
  return bytes.subarray(0, offset);
}

interface PictureHeader {
  readonly type: string;
  readonly width: number;
  readonly height: number;
}

/** undefined if the size cannot be parsed. */
function parseHeader(bytes: Buffer): PictureHeader | undefined {
  try {
    const { type = "", width, height, orientation = 1 } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return undefined;
    // EXIF orientations 5 to 8 rotate the picture by 90 degrees.
    return orientation >= 5 || isTurnedSideways(bytes, type)
      ? { type, width: height, height: width }
      : { type, width, height };
  } catch {
    // image-size throws a dozen kinds of errors, and all mean that the bytes are damaged.
    return undefined;
  }
}

const damagedPicture: ProblemText = {
  what: "is damaged, or is not a picture: its size cannot be read.",
  advice: "Export it again as JPEG, PNG, WebP or AVIF.",
};

function describeOtherType(type: string): ProblemText {
  return {
    what: `contains a picture of type ${inQuotes(type)}, whatever its name says.`,
    advice: "Export it as JPEG, PNG, WebP or AVIF.",
  };
}

function describeTooManyBytes(size: number): ProblemText {
  return {
    what: `is ${(size / 1_000_000).toFixed(1)} MB, and the limit for a picture is 50 MB.`,
    advice: "Export it smaller: none is shown wider than 1280 pixels.",
  };
}

function describeTooManyPixels({ width, height }: PictureHeader): ProblemText {
  return {
    what: `is ${width} by ${height} pixels, and the limit for a picture is 100 million pixels.`,
    advice: "Export it smaller: none is shown wider than 1280 pixels.",
  };
}

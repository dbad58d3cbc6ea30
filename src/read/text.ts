import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { readSync } from "node:fs";
import type { Checked, Problem } from "../values/problem.ts";
import type { SourceFile } from "./content.ts";
import { fileProblem, withOpenFile } from "./opened.ts";

/**
 * Reads a text file, removes the byte order mark and normalizes line ends to "\n".
 *
 * @param root the content folder
 * @param path relative to `root`
 * @param buffer from `createReadBuffer`: receives the bytes of the file, and can be reused for the next one
 * @returns the file, or a problem if it is too large or is not UTF-8
 */
export function readSourceFile(root: string, path: string, buffer: Buffer): Checked<SourceFile> {
  const file = `${root}/${path}`;
  return withOpenFile(file, (descriptor, size) => {
    if (size > maxBytes) return { ok: false, problems: [createTooLargeProblem(file, size)] };
    const bytes = readBytes(descriptor, buffer);
    if (bytes.length > maxBytes) return { ok: false, problems: [createTooLargeProblem(file, bytes.length)] };
    if (!isUtf8(bytes)) return { ok: false, problems: [createNotUtf8Problem(file, bytes)] };
    const hash = createHash("sha256").update(bytes).digest("hex");
    return { ok: true, value: { file, path, text: normalizeText(bytes.toString("utf8")), hash } };
  });
}

const maxBytes = 1_000_000;

/**
 * Creates a buffer for texts that are read one after another. It is one byte larger than the limit, so that a file that
 * grows during the read is detected.
 */
export function createReadBuffer(): Buffer {
  return Buffer.allocUnsafeSlow(maxBytes + 1);
}

function readBytes(descriptor: number, buffer: Buffer): Buffer {
  let length = 0;
  for (let count = -1; count !== 0; length += count) {
    count = readSync(descriptor, buffer, length, buffer.length - length, null);
  }
  return buffer.subarray(0, length);
}

function normalizeText(text: string): string {
  const withoutMark = text.startsWith("\ufeff") ? text.slice(1) : text;
  return withoutMark.includes("\r") ? withoutMark.replace(/\r\n?/g, "\n") : withoutMark;
}

function createTooLargeProblem(file: string, size: number): Problem {
  return fileProblem(file, {
    what: `is ${(size / 1_000_000).toFixed(1)} MB, and the limit for a text is 1 MB.`,
    advice: "Split it, and keep pictures in separate files.",
  });
}

/** A problem at the line and column of the first byte that is not UTF-8. */
function createNotUtf8Problem(file: string, bytes: Buffer): Problem {
  let start = 0;
  let line = 1;
  for (let end = findLineEnd(bytes, start); isUtf8(bytes.subarray(start, end)); end = findLineEnd(bytes, start)) {
    start = end + 1;
    line += 1;
  }
  const brokenLine = bytes.subarray(start, findLineEnd(bytes, start));
  return {
    at: { file, line, column: findFirstReplacement(brokenLine) + 1 },
    what: "is not UTF-8 here.",
    advice: 'Save the file as UTF-8: in most editors under "Save with encoding".',
  };
}

function findLineEnd(bytes: Buffer, start: number): number {
  const end = bytes.indexOf("\n", start);
  return end === -1 ? bytes.length : end;
}

/** The index of the first U+FFFD that replaces an invalid byte. A U+FFFD that is in the file itself does not count. */
function findFirstReplacement(line: Buffer): number {
  const decoded = line.toString("utf8");
  const isInFile = (index: number) => {
    const offset = Buffer.byteLength(decoded.slice(0, index));
    return line.subarray(offset, offset + 3).equals(Buffer.from("\ufffd"));
  };
  let index = decoded.indexOf("\ufffd");
  while (isInFile(index)) index = decoded.indexOf("\ufffd", index + 1);
  return index;
}

import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { readSync } from "node:fs";
import type { Checked, Problem } from "../values/problem.ts";
import { opened, wholeFile } from "./opened.ts";
import type { Source } from "./read.ts";

/**
 * A text of an author's: without a byte order mark, line ends as "\n"; or why it cannot be one.
 *
 * @param root the content folder
 * @param path from there
 */
export function textIn(root: string, path: string): Checked<Source> {
  const file = `${root}/${path}`;
  return opened(file, (descriptor, size) => {
    if (size > mostBytes) return { ok: false, problems: [tooLarge(file, size)] };
    const bytes = read(descriptor);
    if (bytes.length > mostBytes) return { ok: false, problems: [tooLarge(file, bytes.length)] };
    if (!isUtf8(bytes)) return { ok: false, problems: [notUtf8(file, bytes)] };
    const hash = createHash("sha256").update(bytes).digest("hex");
    return { ok: true, value: { file, path, text: plain(bytes.toString("utf8")), hash } };
  });
}

const mostBytes = 1_000_000;

// One buffer for all texts, larger by a byte than any may be: a file that grows while it is read is noticed.
const shared = Buffer.allocUnsafeSlow(mostBytes + 1);

function read(descriptor: number): Buffer {
  let length = 0;
  for (let more = -1; more !== 0; length += more) {
    more = readSync(descriptor, shared, length, shared.length - length, null);
  }
  return shared.subarray(0, length);
}

function plain(text: string): string {
  const unmarked = text.startsWith("\ufeff") ? text.slice(1) : text;
  return unmarked.includes("\r") ? unmarked.replace(/\r\n?/g, "\n") : unmarked;
}

function tooLarge(file: string, size: number): Problem {
  return wholeFile(file, {
    what: `has ${(size / 1_000_000).toFixed(1)} MB, and a text may have 1 MB.`,
    advice: "Split it, and keep pictures in files of their own.",
  });
}

/** Names the first byte that is not UTF-8 by its line and column. */
function notUtf8(file: string, bytes: Buffer): Problem {
  let start = 0;
  let line = 1;
  for (let end = endOfLine(bytes, start); isUtf8(bytes.subarray(start, end)); end = endOfLine(bytes, start)) {
    start = end + 1;
    line += 1;
  }
  const broken = bytes.subarray(start, endOfLine(bytes, start));
  return {
    at: { file, line, column: firstReplaced(broken) + 1 },
    what: "is not UTF-8 here.",
    advice: 'Save the file as UTF-8: in most editors under "Save with encoding".',
  };
}

function endOfLine(bytes: Buffer, start: number): number {
  const end = bytes.indexOf("\n", start);
  return end === -1 ? bytes.length : end;
}

/** The index of the first character that decoding put in the place of a wrong byte: an author may have written that character too. */
function firstReplaced(line: Buffer): number {
  const decoded = line.toString("utf8");
  const isReal = (index: number) => {
    const offset = Buffer.byteLength(decoded.slice(0, index));
    return line.subarray(offset, offset + 3).equals(Buffer.from("\ufffd"));
  };
  let index = decoded.indexOf("\ufffd");
  while (isReal(index)) index = decoded.indexOf("\ufffd", index + 1);
  return index;
}

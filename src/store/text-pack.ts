import { closeSync, openSync, readSync } from "node:fs";
import { tryReadFile } from "../disk/disk.ts";
import { type BodyKey, type Html, restoreHtml, restoreHtmlAsUtf8 } from "../values/text/html.ts";
import type { Utf8 } from "../values/text/utf8.ts";
import { hash } from "./hash.ts";

/** The position of a text in its file, in bytes, and the hash of these bytes. */
type PackEntry = readonly [start: number, length: number, hash: string];

/** Looks up the HTML of texts; undefined for a text that the pack does not contain. */
export interface TextPack {
  readonly readHtml: (key: BodyKey) => Html | undefined;
  /** The same in UTF-8, without decoding it. */
  readonly readUtf8: (key: BodyKey) => (Html & Utf8) | undefined;
}

/** The HTML of a text, and the key to look it up. */
export interface KeyedText {
  readonly key: BodyKey;
  readonly html: Html;
}

/** The content of a file of many texts: the index on the first line, then the texts without separators. */
export interface PackedTexts {
  /** JSON: key, length in bytes and hash of each text. So if the index is intact, each text can be verified alone. */
  readonly index: string;
  readonly bytes: Buffer;
}

/** Packs texts into one file from which each can be read without the others. */
export function packTexts(texts: readonly KeyedText[]): PackedTexts {
  const buffers = texts.map(({ html }) => Buffer.from(html));
  const index = JSON.stringify(buffers.map((buffer, i) => [texts[i]?.key, buffer.length, hash(buffer)]));
  return { index, bytes: Buffer.concat([Buffer.from(`${index}\n`), ...buffers]) };
}

/** The index of a packed file: its first line. undefined if the file cannot be read. */
export function readPackIndex(path: string): string | undefined {
  const bytes = tryReadFile(path);
  return bytes?.toString("utf8", 0, bytes.indexOf("\n"));
}

/** Gives a buffer of a length. Each call overwrites the bytes of the last one. */
export type ScratchBuffer = (length: number) => Buffer;

/** Creates a scratch buffer, for bytes that are decoded at once: a new buffer for each text costs more than decoding. */
export function createScratchBuffer(): ScratchBuffer {
  let buffer = Buffer.alloc(0);
  return (length) => {
    if (buffer.length < length) buffer = Buffer.allocUnsafeSlow(2 * length);
    return buffer.subarray(0, length);
  };
}

/**
 * Opens a packed file for look-ups. Each text is read when it is looked up: a feed needs a few texts from months that
 * are far apart, and all texts of these months would fill the memory.
 *
 * @param index the first line of the file, verified by the caller
 * @param scratch receives the bytes of each text; packs can share it, because no look-up returns it
 * @param onCorrupt called if a text is missing or does not match its hash in the index
 */
export function openTextPack(path: string, index: string, scratch: ScratchBuffer, onCorrupt: () => never): TextPack {
  const entries = parsePackIndex(index);
  return createTextPack((key) => {
    const entry = entries.get(key);
    return entry && (readPackedText(path, entry, scratch) ?? onCorrupt());
  });
}

/** Creates a pack from a function that gives the bytes of a text. They are decoded at once. */
export function createTextPack(getBytes: (key: BodyKey) => Buffer | undefined): TextPack {
  const read = <T extends Html>(key: BodyKey, decode: (bytes: Buffer) => T): T | undefined => {
    const bytes = getBytes(key);
    return bytes && decode(bytes);
  };
  return { readHtml: (key) => read(key, restoreHtml), readUtf8: (key) => read(key, restoreHtmlAsUtf8) };
}

function parsePackIndex(index: string): ReadonlyMap<BodyKey, PackEntry> {
  const rows: readonly (readonly [key: BodyKey, length: number, hash: string])[] = JSON.parse(index);
  let offset = Buffer.byteLength(index) + 1;
  return new Map(
    rows.map(([key, length, hash]) => {
      offset += length;
      return [key, [offset - length, length, hash]];
    }),
  );
}

function readPackedText(
  path: string,
  [start, length, expectedHash]: PackEntry,
  scratch: ScratchBuffer,
): Buffer | undefined {
  const bytes = scratch(length);
  try {
    readInto(bytes, path, start);
  } catch {
    return undefined;
  }
  return hash(bytes) === expectedHash ? bytes : undefined;
}

function readInto(bytes: Buffer, path: string, start: number): void {
  const file = openSync(path, "r");
  try {
    readSync(file, bytes, 0, bytes.length, start);
  } finally {
    closeSync(file);
  }
}

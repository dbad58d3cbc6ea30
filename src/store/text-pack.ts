import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import type { BodyKey, Html } from "../values/text/html.ts";
import { hash } from "./hash.ts";

/** The position of a text in its file, in bytes, and the hash of these bytes. */
type PackEntry = readonly [start: number, length: number, hash: string];

/**
 * Looks up the HTML of a text, in UTF-8; undefined if the pack does not contain it.
 *
 * The buffer is shared: the next look-up, in any pack, overwrites it.
 */
export type TextPack = (key: BodyKey) => Buffer | undefined;

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
  try {
    const bytes = readFileSync(path);
    return bytes.toString("utf8", 0, bytes.indexOf("\n"));
  } catch {
    return undefined;
  }
}

/**
 * Opens a packed file for look-ups. Each text is read when it is looked up: a feed needs a few texts from months that
 * are far apart, and all texts of these months would fill the memory.
 *
 * @param index the first line of the file, verified by the caller
 * @param onCorrupt called if a text is missing or does not match its hash in the index
 */
export function openTextPack(path: string, index: string, onCorrupt: () => never): TextPack {
  const entries = parsePackIndex(index);
  return (key) => {
    const entry = entries.get(key);
    return entry && (readPackedText(path, entry) ?? onCorrupt());
  };
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

let scratch = Buffer.alloc(0);

function readPackedText(path: string, [start, length, expectedHash]: PackEntry): Buffer | undefined {
  if (scratch.length < length) scratch = Buffer.allocUnsafeSlow(2 * length);
  const bytes = scratch.subarray(0, length);
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

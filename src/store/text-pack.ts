import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import type { BodyKey, Html } from "../values/text/html.ts";
import { fingerprint } from "./hash.ts";

/** Where a text stands in its file: from which byte, in how many, and a fingerprint of them. */
type Place = readonly [start: number, length: number, print: string];

/** Looks up the HTML of a text among some, in UTF-8; undefined: it is none of them. The next look-up writes over it. */
export type Texts = (key: BodyKey) => Buffer | undefined;

/** The HTML of a text, and what it is looked up by. */
export interface KeyedText {
  readonly key: BodyKey;
  readonly html: Html;
}

/** Texts as they are kept in one file: a line that lists them, then one behind the other. */
export interface TextsToKeep {
  /** JSON of each one's key, length and fingerprint: who trusts it can trust each text by itself. */
  readonly list: string;
  readonly bytes: Buffer;
}

/** Texts as one file, of which each can be read without the others. */
export function textsToKeep(texts: readonly KeyedText[]): TextsToKeep {
  const bytes = texts.map(({ html }) => Buffer.from(html));
  const list = JSON.stringify(bytes.map((each, i) => [texts[i]?.key, each.length, fingerprint(each)]));
  return { list, bytes: Buffer.concat([Buffer.from(`${list}\n`), ...bytes]) };
}

/** The line at the head of such a file; undefined where there is none. */
export function listAt(path: string): string | undefined {
  try {
    const bytes = readFileSync(path);
    return bytes.toString("utf8", 0, bytes.indexOf("\n"));
  } catch {
    return undefined;
  }
}

/**
 * The texts of a file, each read when it is asked for: a feed's lie in months that are far apart, and all texts of these
 * together would fill the memory.
 *
 * @param amiss called where a text is not what its list says
 */
export function textsAt(path: string, list: string, amiss: () => never): Texts {
  const places = placesIn(list);
  return (key) => {
    const place = places.get(key);
    return place && (textAt(path, place) ?? amiss());
  };
}

function placesIn(list: string): ReadonlyMap<BodyKey, Place> {
  const listed: readonly (readonly [key: BodyKey, length: number, print: string])[] = JSON.parse(list);
  let at = Buffer.byteLength(list) + 1;
  return new Map(
    listed.map(([key, length, print]) => {
      at += length;
      return [key, [at - length, length, print]];
    }),
  );
}

let room = Buffer.alloc(0);

function textAt(path: string, [start, length, print]: Place): Buffer | undefined {
  if (room.length < length) room = Buffer.allocUnsafeSlow(2 * length);
  const bytes = room.subarray(0, length);
  try {
    readInto(bytes, path, start);
  } catch {
    return undefined;
  }
  return fingerprint(bytes) === print ? bytes : undefined;
}

function readInto(bytes: Buffer, path: string, start: number): void {
  const file = openSync(path, "r");
  try {
    readSync(file, bytes, 0, bytes.length, start);
  } finally {
    closeSync(file);
  }
}

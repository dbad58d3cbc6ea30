import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "./hash.ts";
import { type KeyedText, listAt, type Texts, textsAt, textsToKeep } from "./text-pack.ts";

/** What was kept is not what is there: cut off, changed, or gone. Nothing of it can be trusted. */
export class Spoilt extends Error {}

/** Keeps data and bytes under the hash of what they are, so that what was cut off or changed is noticed by its name. */
export interface Store {
  /** Keeps bytes, or a text of JSON, and gives the name under which they are found. */
  readonly keep: (text: string | Buffer) => string;
  /**
   * The data that a text of JSON holds.
   *
   * @throws Spoilt where it is not there as it was kept
   */
  readonly find: <T>(name: string) => T;
  /** @throws Spoilt likewise */
  readonly findBytes: (name: string) => Buffer;
  /** Keeps texts together, each under a key of its own. */
  readonly keepTexts: (texts: readonly KeyedText[]) => string;
  /** Looks up texts that were kept together. Both this and the look-up throw Spoilt likewise. */
  readonly findTexts: (name: string) => Texts;
  /** Lets go of all texts but these. */
  readonly keepOnly: (names: ReadonlySet<string>) => void;
}

/** What was found in a store and may be asked for again by a process that builds many times, by its name. */
export interface AtHand {
  readonly find: (name: string) => unknown;
  /** @param size of the text that it was read from */
  readonly keep: (name: string, value: unknown, size: number) => void;
}

/** Room for what was asked for last, as much as was read from so many characters. Its memory is about twice that. */
export function atHand(most: number): AtHand {
  const known = new Map<string, { readonly value: unknown; readonly size: number }>();
  let whole = 0;
  const forget = (name: string) => {
    whole -= known.get(name)?.size ?? 0;
    known.delete(name);
  };
  const keep = (name: string, value: unknown, size: number) => {
    forget(name);
    // At the end, as the last one; the first is the one that was not asked for longest.
    known.set(name, { value, size });
    whole += size;
    for (const oldest of known.keys()) if (whole > most) forget(oldest);
  };
  return {
    find: (name) => {
      const found = known.get(name);
      if (found) keep(name, found.value, found.size);
      return found?.value;
    },
    keep,
  };
}

/**
 * The store in a folder, which is made where it is missing.
 *
 * @param near looked at first; data under one name is always the same
 */
export function storeIn(folder: string, near: AtHand = atHand(0)): Store {
  mkdirSync(folder, { recursive: true });
  const present = new Set(readdirSync(folder));
  const keepAs = (name: string, text: string | Buffer) => {
    if (!present.has(name)) wholeFile(join(folder, name), text);
    present.add(name);
    return name;
  };
  return {
    keep: (text) => keepAs(fingerprint(text), text),
    find: <T>(name: string) => {
      const known = near.find(name);
      if (known !== undefined) return known as T;
      const bytes = found(folder, name);
      const value: T = JSON.parse(bytes.toString("utf8"));
      near.keep(name, value, bytes.length);
      return value;
    },
    // Of the same name there may be data at hand.
    findBytes: (name) => {
      const bytes = near.find(`${name} as bytes`) ?? found(folder, name);
      if (!Buffer.isBuffer(bytes)) throw new Error(`Expected bytes of ${name}.`);
      near.keep(`${name} as bytes`, bytes, bytes.length);
      return bytes;
    },
    keepTexts: (texts) => {
      const { list, bytes } = textsToKeep(texts);
      return keepAs(fingerprint(list), bytes);
    },
    findTexts: (name) => {
      const path = join(folder, name);
      const list = listAt(path);
      if (list === undefined || fingerprint(list) !== name) spoilt(name);
      return textsAt(path, list, () => spoilt(name));
    },
    keepOnly: (names) => {
      for (const name of present) if (!names.has(name)) rmSync(join(folder, name), { force: true });
    },
  };
}

function found(folder: string, name: string): Buffer {
  const bytes = bytesOf(join(folder, name));
  if (bytes === undefined || fingerprint(bytes) !== name) spoilt(name);
  return bytes;
}

function spoilt(name: string): never {
  throw new Spoilt(`${name} is not what was kept`);
}

/** Writes a file so that nobody ever sees a part of it. */
export function wholeFile(path: string, text: string | Buffer): void {
  const part = `${path}.part-${process.pid}`;
  writeFileSync(part, text);
  renameSync(part, path);
}

/** undefined where there is no such file, or it cannot be read. */
export function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

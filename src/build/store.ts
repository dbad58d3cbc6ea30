import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What was kept is not what is there: cut off, changed, or gone. Nothing of it can be trusted. */
export class Spoilt extends Error {}

/** Keeps texts and bytes under the hash of what they are, so that what was cut off or changed is noticed by its name. */
export interface Store {
  /** Keeps a text, and gives the name under which it is found. */
  readonly keep: (text: string | Buffer) => string;
  /** @throws Spoilt where it is not there as it was kept */
  readonly find: (name: string) => string;
  /** @throws Spoilt likewise */
  readonly findBytes: (name: string) => Buffer;
  /** Lets go of all texts but these. */
  readonly keepOnly: (names: ReadonlySet<string>) => void;
}

/** A short text that differs where the given one differs: 132 bits of its SHA-256. */
export function fingerprint(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

/** The store in a folder, which is made where it is missing. */
export function storeIn(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const present = new Set(readdirSync(folder));
  return {
    keep: (text) => {
      const name = fingerprint(text);
      if (!present.has(name)) wholeFile(join(folder, name), text);
      present.add(name);
      return name;
    },
    find: (name) => found(folder, name).toString("utf8"),
    findBytes: (name) => found(folder, name),
    keepOnly: (names) => {
      for (const name of present) if (!names.has(name)) rmSync(join(folder, name), { force: true });
    },
  };
}

function found(folder: string, name: string): Buffer {
  const bytes = bytesOf(join(folder, name));
  if (bytes === undefined || fingerprint(bytes) !== name) throw new Spoilt(`${name} is not what was kept`);
  return bytes;
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

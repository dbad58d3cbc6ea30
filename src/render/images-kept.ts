// The folder in which files of pictures are kept between builds: by the hash of the author's file, with a record of the
// bytes of each beside them. A file that somebody changed, or that lost its end, is not what its record says.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { settings } from "./images-encoded.ts";

/** What is known of a picture's kept files, by their names: how many bytes each has, and the SHA-256 of these. */
export type KeptRecord = Readonly<Record<string, readonly [bytes: number, hash: string]>>;

/**
 * What was recorded of a picture; nothing, where no record of it can be read. It counts as used now.
 *
 * @param hash of the author's file
 */
export async function recordOf(keep: string, hash: string): Promise<KeptRecord> {
  const path = recordAt(keep, hash);
  const text = await readFile(path, "utf8").catch(() => "");
  const [print, record = ""] = text.split("\n");
  if (hashOf(record) !== print) return {};
  // Somebody else's cannot be marked: it may go earlier then, and be made again.
  await utimes(path, new Date(), new Date()).catch(() => undefined);
  return JSON.parse(record);
}

/** Whether a file is byte for byte what was recorded of it. */
export async function isAsKept(keep: string, name: string, record: KeptRecord): Promise<boolean> {
  const known = record[name];
  const bytes = known && (await readFile(join(keep, name)).catch(() => undefined));
  return bytes !== undefined && bytes.length === known?.[0] && hashOf(bytes) === known[1];
}

/** Keeps files of a picture, and records them beside what was recorded before. */
export async function keepFiles(
  keep: string,
  hash: string,
  files: ReadonlyMap<string, Buffer>,
  before: KeptRecord,
): Promise<KeptRecord> {
  await mkdir(keep, { recursive: true });
  for (const [name, bytes] of files) await keepFile(join(keep, name), bytes);
  const made = [...files].map(([name, bytes]) => [name, [bytes.length, hashOf(bytes)]] as const);
  const record: KeptRecord = { ...before, ...Object.fromEntries(made) };
  const text = JSON.stringify(record);
  await keepFile(recordAt(keep, hash), `${hashOf(text)}\n${text}`);
  return record;
}

/**
 * Lets go of the files of pictures that are no longer among the content. Those of a picture that was used within the hour
 * stay: a preview may be at work with it, and has it from the same folder.
 *
 * @param hashes of the authors' files that are left
 */
export async function letGoOfImages(keep: string, hashes: ReadonlySet<string>): Promise<void> {
  const names = await readdir(keep);
  const left = names.filter((name) => !hashes.has(hashIn(name)));
  const inUse = new Set<string>();
  for (const hash of new Set(left.map(hashIn))) {
    const mark = names.includes(recordName(hash)) ? [recordName(hash)] : left.filter((name) => hashIn(name) === hash);
    for (const name of mark) if (await isOfLastHour(join(keep, name))) inUse.add(hash);
  }
  for (const name of left) if (!inUse.has(hashIn(name))) await rm(join(keep, name), { recursive: true, force: true });
}

function hashIn(name: string): string {
  return name.split("-", 1)[0] ?? name;
}

async function isOfLastHour(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.mtimeMs > Date.now() - 60 * 60 * 1000;
}

function recordName(hash: string): string {
  return `${hash}-${settings}.json`;
}

function recordAt(keep: string, hash: string): string {
  return join(keep, recordName(hash));
}

function hashOf(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

// A build that is killed leaves at most a part under a name that no build looks for.
async function keepFile(path: string, bytes: Buffer | string): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  await writeFile(part, bytes, { flush: true });
  await rename(part, path);
}

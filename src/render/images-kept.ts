// The cache folder of generated picture files. File names begin with the hash of the author's file. A record per
// picture holds the size and hash of each file, so that a changed or truncated file is detected.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { getTemporaryFolder, isAbandonedFile, writeFileDurablyInBackground } from "../disk/disk.ts";
import { encoderVersion } from "./images-encoded.ts";

/** The cached files of one picture, by file name: the size in bytes and the SHA-256 of each. */
export type ImageRecord = Readonly<Record<string, readonly [bytes: number, hash: string]>>;

/**
 * Reads the record of a picture and updates its mtime, which marks the picture as in use.
 *
 * @param hash the hash of the author's file
 * @returns empty if there is no record, or if the record is damaged
 */
export async function readImageRecord(cacheFolder: string, hash: string): Promise<ImageRecord> {
  const path = getRecordPath(cacheFolder, hash);
  const text = await readFile(path, "utf8").catch(() => "");
  const [recordHash, record = ""] = text.split("\n");
  if (hashBytes(record) !== recordHash) return {};
  // A file of another user cannot be marked. It may then be deleted earlier, and is generated again.
  await utimes(path, new Date(), new Date()).catch(() => undefined);
  return JSON.parse(record);
}

/** Whether a cached file exists with exactly the recorded bytes. */
export async function isFileIntact(cacheFolder: string, name: string, record: ImageRecord): Promise<boolean> {
  const entry = record[name];
  const bytes = entry && (await readFile(join(cacheFolder, name)).catch(() => undefined));
  return bytes !== undefined && bytes.length === entry?.[0] && hashBytes(bytes) === entry[1];
}

/**
 * Saves files of a picture in the cache, and adds them to its record.
 *
 * @param files contents by file name
 * @returns the new record
 */
export async function saveImageFiles(
  cacheFolder: string,
  hash: string,
  files: ReadonlyMap<string, Buffer>,
  previousRecord: ImageRecord,
): Promise<ImageRecord> {
  const temporaryFolder = getTemporaryFolder(dirname(cacheFolder));
  await mkdir(cacheFolder, { recursive: true });
  for (const [name, bytes] of files)
    await writeFileDurablyInBackground(join(cacheFolder, name), bytes, temporaryFolder);
  const entries = [...files].map(([name, bytes]) => [name, [bytes.length, hashBytes(bytes)]] as const);
  const record: ImageRecord = { ...previousRecord, ...Object.fromEntries(entries) };
  const text = JSON.stringify(record);
  await writeFileDurablyInBackground(getRecordPath(cacheFolder, hash), `${hashBytes(text)}\n${text}`, temporaryFolder);
  return record;
}

/**
 * Deletes the cached files of pictures that are no longer in the content. Pictures that were used within the last hour
 * stay, because a preview may be using the same folder.
 *
 * @param hashes the hashes of all pictures in the content
 */
export async function pruneImages(cacheFolder: string, hashes: ReadonlySet<string>): Promise<void> {
  const allNames = await readdir(cacheFolder);
  // Earlier versions wrote their temporary files here.
  for (const name of allNames.filter(isAbandonedFile)) await rm(join(cacheFolder, name), { force: true });
  const names = allNames.filter((name) => !isAbandonedFile(name));
  const unusedNames = names.filter((name) => !hashes.has(getPictureHash(name)));
  const inUse = new Set<string>();
  for (const hash of new Set(unusedNames.map(getPictureHash))) {
    const markerNames = names.includes(getRecordName(hash))
      ? [getRecordName(hash)]
      : unusedNames.filter((name) => getPictureHash(name) === hash);
    for (const name of markerNames) if (await isModifiedWithinHour(join(cacheFolder, name))) inUse.add(hash);
  }
  for (const name of unusedNames)
    if (!inUse.has(getPictureHash(name))) await rm(join(cacheFolder, name), { recursive: true, force: true });
}

function getPictureHash(name: string): string {
  return name.split("-", 1)[0] ?? name;
}

async function isModifiedWithinHour(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  return stats !== undefined && stats.mtimeMs > Date.now() - 60 * 60 * 1000;
}

function getRecordName(hash: string): string {
  return `${hash}-${encoderVersion}.json`;
}

function getRecordPath(cacheFolder: string, hash: string): string {
  return join(cacheFolder, getRecordName(hash));
}

function hashBytes(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

import { closeSync, constants, fstatSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { hasErrorCode, namePath, tryReadFile, writeFileDurably } from "../disk/disk.ts";
import { isInnerPath } from "../values/address.ts";
import { getSidePath, type OutputFolder } from "./output-folder.ts";

/**
 * What is known of the site in an output folder. It is kept in the file `_site.token`: the id on the first line, padded
 * so that it can be replaced in place; then, if the files are known, a line "files" and a line for each. A small change
 * only appends lines, because with a large archive the file has megabytes.
 */
export interface SiteRecord {
  /** The id that the last build gave to its output; undefined if the state of the site is unknown. */
  readonly id: string | undefined;
  /** All files that Dateline wrote there, and perhaps some that it deleted; undefined if they are not known. */
  readonly files: ReadonlySet<string> | undefined;
  /** The foreign files that the publisher was told of. */
  readonly reported: ReadonlySet<string>;
}

/** Reads the id alone: this is fast, whatever the size of the site. */
export function readSiteId(output: OutputFolder): string | undefined {
  const bytes = Buffer.alloc(idLineLength);
  try {
    const file = openSync(getSidePath(output, "token"), "r");
    try {
      const length = readSync(file, bytes, 0, idLineLength, 0);
      return parseId(bytes.toString("utf8", 0, length));
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** Reads the whole record. */
export function readSiteRecord(output: OutputFolder): SiteRecord {
  const text = tryReadFile(getSidePath(output, "token"))?.toString("utf8") ?? "";
  const [, mark, ...lines] = text.split("\n");
  const reported = lines.filter((line) => line.startsWith("~")).map((line) => line.slice(1));
  return { id: parseId(text), files: mark === filesMark ? parseFiles(lines) : undefined, reported: new Set(reported) };
}

/** Replaces the whole record. */
export function writeSiteRecord(output: OutputFolder, { id, files, reported }: SiteRecord): void {
  const lines = [
    formatId(id),
    ...(files ? [filesMark] : []),
    ...[...(files ?? [])].map((file) => `+${file}`),
    ...[...reported].map((path) => `~${path}`),
  ];
  writeFileDurably(getSidePath(output, "token"), `${lines.join("\n")}\n`);
}

/**
 * Changes the id, and adds or removes files.
 *
 * @param id undefined while the site is being changed: if the build is killed, nobody takes the site for a known one
 */
export function updateSiteRecord(
  output: OutputFolder,
  id: string | undefined,
  changes: { readonly added: readonly string[]; readonly removed: readonly string[] } = { added: [], removed: [] },
): void {
  const path = getSidePath(output, "token");
  const lines = [...changes.added.map((file) => `+${file}`), ...changes.removed.map((file) => `-${file}`)];
  const file = openInPlace(path);
  // Files are added only to a list that is complete.
  if (file === undefined) {
    writeFileDurably(path, `${formatId(id)}\n`);
    return;
  }
  try {
    writeAt(file, formatId(id), 0);
    // A line that a killed build or a full disk left unfinished ends here.
    if (lines.length > 0) writeAt(file, `\n${lines.join("\n")}\n`, fstatSync(file).size);
    fsyncSync(file);
  } catch (error) {
    throw namePath(error, path);
  } finally {
    closeSync(file);
  }
}

/**
 * Removes the id, because the manifest no longer describes the site, and returns what remains of it: a shard keeps its
 * number, by which it is recognised as a site.
 */
export function clearSiteId(output: OutputFolder, nextId = ""): string | undefined {
  const [shard] = shardPattern.exec(readSiteId(output) ?? "") ?? shardPattern.exec(nextId) ?? [];
  updateSiteRecord(output, shard);
  return shard;
}

/** The id of a shard begins with "3/8"; a hash follows when the shard is complete. */
export const shardPattern = /^\d+\/\d+/;

const filesMark = "files";
const idLineLength = 80;

function formatId(id: string | undefined): string {
  return (id ?? "").padEnd(idLineLength - 1);
}

function parseId(text: string): string | undefined {
  return text.split("\n", 1)[0]?.trim() || undefined;
}

function parseFiles(lines: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  for (const line of lines) {
    const file = line.slice(1);
    // The file could have been written by anybody, and what it names may be deleted.
    if (line.startsWith("+") && isInnerPath(file)) files.add(file);
    if (line.startsWith("-")) files.delete(file);
  }
  return files;
}

/** Opens a record for changes in place; undefined if it is missing, a link, or of another form. */
function openInPlace(path: string): number | undefined {
  try {
    const file = openSync(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
    const bytes = Buffer.alloc(idLineLength);
    if (readSync(file, bytes, 0, idLineLength, 0) === idLineLength && bytes.at(-1) === newline) return file;
    closeSync(file);
    return undefined;
  } catch (error) {
    if (hasErrorCode(error, "ENOENT", "ELOOP", "EMLINK", "EISDIR")) return undefined;
    throw error;
  }
}

const newline = 10;

function writeAt(file: number, text: string, position: number): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, position + done);
}

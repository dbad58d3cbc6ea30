// In: the path of a file and its new contents. Out: the file, replaced atomically: other processes, and the next build
// after a killed one, find the complete old file or the complete new one. Also: reading a file that may be missing.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";

/**
 * Writes a file atomically: to a temporary file in the same folder, then by one rename. The file is not flushed: after a
 * power failure it can be empty. For files whose damage is detected, or that can be made again.
 */
export function writeFileAtomically(path: string, contents: string | Buffer): void {
  const temporaryPath = getTemporaryPath(path);
  writeFileSync(temporaryPath, contents);
  renameSync(temporaryPath, path);
}

/** Does the same, and flushes the file to the disk before the rename, so that it also survives a power failure. */
export async function writeFileDurably(path: string, contents: string | Buffer): Promise<void> {
  const temporaryPath = getTemporaryPath(path);
  await writeFile(temporaryPath, contents, { flush: true });
  await rename(temporaryPath, path);
}

/** Whether a file is the temporary file of another one in the same folder: a killed process left it there. */
export function isTemporaryFile(name: string, finalName: string): boolean {
  return name.startsWith(`${finalName}.part-`);
}

// With the process id, because several processes may write the same file of a cache.
function getTemporaryPath(path: string): string {
  return `${path}.part-${process.pid}`;
}

/** The bytes of a file; undefined if it does not exist or cannot be read. */
export function tryReadFile(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Whether an error has one of these codes of the system: "ENOENT". */
export function hasErrorCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.some((code) => code === error.code);
}

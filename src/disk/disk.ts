// In: the path of a file and its new contents. Out: the file, replaced atomically: other processes, and the next build
// after a killed one, find the complete old file or the complete new one. Also: reading a file that may be missing,
// flushing files to the disk, and what must be deleted however the process ends.
import { execFile } from "node:child_process";
import {
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";

/**
 * Writes a file atomically: to a temporary file in the same folder, then by one rename. The file is not flushed: after a
 * power failure it can be empty. For files whose damage is detected, or that can be made again.
 *
 * @throws a system error that names the path
 */
export function writeFileAtomically(path: string, contents: string | Buffer): void {
  writeThenRename(path, (temporaryPath) => createFile(temporaryPath, contents));
}

/** Does the same, and flushes the file to the disk before the rename, so that it also survives a power failure. */
export function writeFileDurably(path: string, contents: string | Buffer): void {
  writeThenRename(path, (temporaryPath) => {
    createFile(temporaryPath, contents);
    flushFile(temporaryPath);
  });
}

/**
 * The same as `writeFileDurably`, while this process goes on with other work.
 *
 * @param temporaryFolder where the temporary file is written, on the same disk: a folder of its own, so that what killed
 *   processes left is found without a look at all finished files (`clearTemporaryFiles`)
 */
export async function writeFileDurablyInBackground(
  path: string,
  contents: string | Buffer,
  temporaryFolder: string,
): Promise<void> {
  const temporaryPath = join(temporaryFolder, basename(getTemporaryPath(path)));
  try {
    await mkdir(temporaryFolder, { recursive: true });
    await rm(temporaryPath, { force: true });
    const file = await open(temporaryPath, "wx");
    try {
      await file.writeFile(contents);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporaryPath, path);
  } catch (error) {
    await rm(temporaryPath, { force: true });
    throw namePath(error, path);
  }
}

/** Writes a file that does not exist yet. A link with its name is not followed, but replaced. */
export function writeNewFile(path: string, contents: string | Buffer): void {
  try {
    createFile(path, contents);
  } catch (error) {
    throw namePath(error, path);
  }
}

function createFile(path: string, contents: string | Buffer): void {
  // A killed process with the same id can have left it.
  rmSync(path, { force: true });
  writeFileSync(path, contents, { flag: "wx" });
}

function writeThenRename(path: string, write: (temporaryPath: string) => void): void {
  const temporaryPath = getTemporaryPath(path);
  try {
    write(temporaryPath);
    renameSync(temporaryPath, path);
  } catch (error) {
    // On a full disk the rest of it would take the place that the next command needs.
    rmSync(temporaryPath, { force: true });
    throw namePath(error, path);
  }
}

/** Whether a file is the temporary file of another one in the same folder: a killed process left it there. */
export function isTemporaryFile(name: string, finalName: string): boolean {
  return name.startsWith(`${finalName}.part-`) && /^\d+$/.test(name.slice(`${finalName}.part-`.length));
}

/** The folder in a cache for temporary files that are written in the background. */
export function getTemporaryFolder(cacheFolder: string): string {
  return join(cacheFolder, "unfinished");
}

/** Deletes the files that killed processes left in a folder of temporary files. The folder may be missing. */
export function clearTemporaryFiles(folder: string): void {
  if (getFileKind(folder) !== "folder") return;
  for (const name of readdirSync(folder)) {
    if (isAbandonedFile(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Whether a name is that of a temporary file whose process no longer runs. */
export function isAbandonedFile(name: string): boolean {
  const [, processId] = /\.part-(\d+)$/.exec(name) ?? [];
  return processId !== undefined && Number(processId) !== process.pid && !isProcessRunning(Number(processId));
}

/** Whether a process of this machine runs. */
export function isProcessRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // A process of another user is alive too, but we may not signal it.
    return hasErrorCode(error, "EPERM");
  }
}

// With the process id, because several processes may write the same file of a cache.
function getTemporaryPath(path: string): string {
  return `${path}.part-${process.pid}`;
}

/** Flushes a file or folder to the disk. A system that cannot flush folders does nothing for them. */
export function flushFile(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } catch (error) {
    if (!isFlushRefusal(error)) throw namePath(error, path);
  } finally {
    closeSync(file);
  }
}

// From this count on, one call that flushes the whole file system costs less than one call for each file.
const manyFiles = 64;
// The system writes what several flushes wait for in one go, so many at a time cost little more than one.
const flushesAtOnce = 64;

/** Flushes files or folders to the disk, all of which lie in one folder and its subfolders. */
export async function flushFiles(folder: string, paths: readonly string[]): Promise<void> {
  if (paths.length >= manyFiles && (await flushFileSystem(folder))) return;
  const queue = paths.values();
  const flushNext = async () => {
    for (const path of queue) await flushFileAsync(join(folder, path));
  };
  await Promise.all(Array.from({ length: flushesAtOnce }, flushNext));
}

async function flushFileAsync(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.datasync();
  } catch (error) {
    if (!isFlushRefusal(error)) throw namePath(error, path);
  } finally {
    await file.close();
  }
}

/** Returns true for the error of a system that cannot flush this kind of file. */
function isFlushRefusal(error: unknown): boolean {
  return hasErrorCode(error, "EINVAL", "EPERM", "EISDIR", "ENOTSUP", "EBADF");
}

/** @returns false where the system has no command for it, or the command fails */
function flushFileSystem(folder: string): Promise<boolean> {
  if (process.platform !== "linux") return Promise.resolve(false);
  return new Promise((resolve) => {
    execFile("sync", ["-f", folder], (error) => resolve(error === null));
  });
}

/** Adds the path to a system error that lacks it: that a disk is full, the system reports only for an open file. */
export function namePath(error: unknown, path: string): unknown {
  if (error instanceof Error && "syscall" in error && !("path" in error)) {
    error.message = `${error.message} '${path}'`;
    Object.assign(error, { path });
  }
  return error;
}

/** The bytes of a file; undefined if it does not exist or cannot be read. */
export function tryReadFile(path: string): Buffer | undefined {
  try {
    // Opening a pipe would otherwise wait for its writer. Windows has no such flag.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** What stands at a path; undefined if nothing does. A link counts as a link, whatever it leads to. */
export function getFileKind(path: string): "file" | "folder" | "link" | "other" | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (stats.isSymbolicLink()) return "link";
  if (stats.isDirectory()) return "folder";
  return stats.isFile() ? "file" : "other";
}

/** Whether an error has one of these codes of the system: "ENOENT". */
export function hasErrorCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.some((code) => code === error.code);
}

/** The signals that ask a process to end: Ctrl-C, the end of a service, the end of a terminal. */
export const endSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const exitActions = new Set<() => void>();

/**
 * Has an action run when the process exits before it is cancelled: the last first. The action must be synchronous.
 *
 * @returns cancels the action
 */
export function onExit(action: () => void): () => void {
  if (exitActions.size === 0) process.on("exit", runExitActions);
  exitActions.add(action);
  return () => {
    exitActions.delete(action);
    if (exitActions.size === 0) process.off("exit", runExitActions);
  };
}

function runExitActions(): void {
  for (const action of [...exitActions].reverse()) {
    try {
      action();
    } catch {
      // Whatever remains, the next build deletes.
    }
  }
}

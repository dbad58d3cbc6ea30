import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { hasErrorCode, isProcessRunning, namePath, onExit, writeNewFile } from "../disk/disk.ts";
import { assertOwnPlace } from "./own-place.ts";

/**
 * Runs an action while holding a lock file, and waits until another process releases the lock.
 *
 * @param path the lock file: it contains the pid and the start time of the process that holds it
 * @param onWait called once, with that pid, if the lock is held by another process
 * @returns the result of the action
 * @throws the error of the action, after the lock is released
 */
export async function withLock<T>(path: string, onWait: (pid: number) => void, action: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  let isReported = false;
  while (!tryAcquire(path)) {
    const holder = readHolder(path);
    if (holder === undefined) continue;
    if (!isAlive(holder)) removeAbandonedLock(path);
    else {
      if (!isReported && holder.pid > 0) onWait(holder.pid);
      isReported ||= holder.pid > 0;
      await setTimeout(100);
    }
  }
  removeDeadLockFiles(path);
  const release = () => rmSync(path, { force: true });
  const cancelRelease = onExit(release);
  try {
    return await action();
  } finally {
    release();
    cancelRelease();
  }
}

/** Removes a lock whose process was killed, and its temporary files. */
export function releaseAbandonedLock(path: string): void {
  const holder = readHolder(path);
  if (holder !== undefined && !isAlive(holder)) removeAbandonedLock(path);
  removeDeadLockFiles(path);
}

// The file is written completely and then linked to its name, so that no process ever sees a lock without its holder.
function tryAcquire(path: string): boolean {
  const ownFile = `${path}-${process.pid}`;
  try {
    writeNewFile(ownFile, formatHolder());
    linkSync(ownFile, path);
    return true;
  } catch (error) {
    if (hasErrorCode(error, "EEXIST")) return false;
    if (hasErrorCode(error, ...noHardLinks)) return tryCreate(path);
    throw error;
  } finally {
    rmSync(ownFile, { force: true });
  }
}

// What disks without hard links answer: FAT and exFAT, some network disks, containers and phones.
const noHardLinks = ["EPERM", "EACCES", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "EXDEV", "EINVAL"];

// Between creation and writing the lock is empty: `isAlive` gives its holder a moment.
function tryCreate(path: string): boolean {
  try {
    writeFileSync(path, formatHolder(), { flag: "wx" });
    return true;
  } catch (error) {
    if (hasErrorCode(error, "EEXIST")) return false;
    throw namePath(error, path);
  }
}

function formatHolder(): string {
  return `${process.pid} ${getStartTime(process.pid)}`;
}

// Renamed before it is removed: another waiting process may already have removed the old lock and acquired a new one.
function removeAbandonedLock(path: string): void {
  const renamedPath = `${path}-${process.pid}-abandoned`;
  try {
    renameSync(path, renamedPath);
  } catch {
    return;
  }
  const holder = readHolder(renamedPath);
  if (holder !== undefined && isAlive(holder)) restoreLock(renamedPath, path);
  rmSync(renamedPath, { force: true });
}

function restoreLock(renamedPath: string, path: string): void {
  try {
    linkSync(renamedPath, path);
  } catch (error) {
    if (!hasErrorCode(error, ...noHardLinks)) throw error;
    renameSync(renamedPath, path);
  }
}

/** Deletes the temporary files of locks that killed processes left beside a lock file. */
function removeDeadLockFiles(path: string): void {
  const prefix = `${basename(path)}-`;
  for (const name of readdirSync(dirname(path))) {
    const [, pid] = (name.startsWith(prefix) && /^(\d+)(?:-abandoned)?$/.exec(name.slice(prefix.length))) || [];
    if (pid && Number(pid) !== process.pid && !isProcessRunning(Number(pid)))
      rmSync(join(dirname(path), name), { force: true });
  }
}

interface LockHolder {
  /** NaN if the file is empty. */
  readonly pid: number;
  readonly start: string;
  /** Of the file, in milliseconds. */
  readonly age: number;
}

/**
 * Reads the holder from a lock file.
 *
 * @returns undefined if the lock was released meanwhile
 * @throws UserError if something else than a file is there, or the system error if it cannot be read: retrying would
 *   never end
 */
function readHolder(path: string): LockHolder | undefined {
  // A link could lead to nothing for ever: it can neither be read nor be replaced by a lock.
  assertOwnPlace(path, ["file"]);
  try {
    const [pid, start = ""] = readFileSync(path, "utf8").split(" ");
    return { pid: pid === "" ? Number.NaN : Number(pid), start, age: Date.now() - statSync(path).mtimeMs };
  } catch (error) {
    if (hasErrorCode(error, "ENOENT")) return undefined;
    throw namePath(error, path);
  }
}

/**
 * Gets the start time of a process, in clock ticks since boot (Linux only). Containers reuse the same pids in each run:
 * by its pid alone, an abandoned lock in a persistent cache would seem to be held by the process that finds it.
 *
 * @returns an empty text if the system does not provide it
 */
function getStartTime(pid: number): string {
  try {
    // After the program's name (which may contain any character): the state, and 19 fields later the start time.
    return (
      readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")[19] ?? ""
    );
  } catch {
    return "";
  }
}

function isAlive(holder: LockHolder): boolean {
  if (Number.isNaN(holder.pid)) return holder.age >= 0 && holder.age < emptyLockMilliseconds;
  if (!(holder.pid > 0)) return false;
  const start = getStartTime(holder.pid);
  if (start !== "" && start !== holder.start) return false;
  return isProcessRunning(holder.pid);
}

// Power failures empty locks too, so this is how long one that was emptied holds up the next build.
const emptyLockMilliseconds = 1000;

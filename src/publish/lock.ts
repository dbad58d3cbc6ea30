import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { hasErrorCode } from "../disk/disk.ts";

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
  for (let isRetry = false; !tryAcquire(path); isRetry = true) {
    const holder = readHolder(path);
    if (holder === undefined) continue;
    if (!isAlive(holder)) removeAbandonedLock(path);
    else {
      if (!isRetry) onWait(holder.pid);
      await setTimeout(100);
    }
  }
  const release = () => rmSync(path, { force: true });
  // A preview can exit while the action still runs.
  process.once("exit", release);
  try {
    return await action();
  } finally {
    release();
    process.off("exit", release);
  }
}

// The file is written completely and then linked to its name, so that no process ever sees a lock without its holder.
function tryAcquire(path: string): boolean {
  const ownFile = `${path}-${process.pid}`;
  writeFileSync(ownFile, `${process.pid} ${getStartTime(process.pid)}`);
  try {
    linkSync(ownFile, path);
    return true;
  } catch (error) {
    if (hasErrorCode(error, "EEXIST")) return false;
    throw error;
  } finally {
    rmSync(ownFile);
  }
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
  if (holder !== undefined && isAlive(holder)) linkSync(renamedPath, path);
  rmSync(renamedPath);
}

interface LockHolder {
  readonly pid: number;
  readonly start: string;
}

/**
 * Reads the holder from a lock file.
 *
 * @returns undefined if the lock was released meanwhile
 * @throws the system error if the file exists but cannot be read: retrying would never end
 */
function readHolder(path: string): LockHolder | undefined {
  try {
    const [pid, start = ""] = readFileSync(path, "utf8").split(" ");
    return { pid: Number(pid), start };
  } catch (error) {
    if (hasErrorCode(error, "ENOENT")) return undefined;
    throw error;
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
  if (!(holder.pid > 0)) return false;
  const start = getStartTime(holder.pid);
  if (start !== "" && start !== holder.start) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    // A process of another user is alive too, but we may not signal it.
    return hasErrorCode(error, "EPERM");
  }
}

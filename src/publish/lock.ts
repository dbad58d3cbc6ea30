import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/**
 * Does some work that only one process may do at a time; waits for another that is at it.
 *
 * @param path the lock: a file that holds the number of the process at work
 * @param waits told once, with that number, when there is somebody to wait for
 */
export async function locked<T>(path: string, waits: (process: number) => void, work: () => Promise<T>): Promise<T> {
  for (let told = false; !taken(path); told = true) {
    const holder = holderOf(path);
    if (holder === undefined) continue;
    if (!isAlive(holder)) clearAbandoned(path);
    else {
      if (!told) waits(holder);
      await setTimeout(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

// Made whole and then linked into its place, so that nobody ever sees a lock without its holder.
function taken(path: string): boolean {
  const own = `${path}-${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own);
  }
}

// Set aside before it is removed: another who waits may have done so already and taken the lock himself.
function clearAbandoned(path: string): void {
  const aside = `${path}-${process.pid}-abandoned`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const holder = holderOf(aside);
  if (holder !== undefined && isAlive(holder)) linkSync(aside, path);
  rmSync(aside);
}

/** undefined where the lock was given back just now. */
function holderOf(path: string): number | undefined {
  try {
    const holder = Number(readFileSync(path, "utf8"));
    return holder > 0 ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(holder: number): boolean {
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive too, though we may not signal it.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

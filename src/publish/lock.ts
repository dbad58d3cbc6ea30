import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";

/**
 * Does some work that only one process may do at a time; waits for another that is at it.
 *
 * @param path the lock: a file that names the process at work by its number and the time when it was started
 * @param waits told once, with that number, when there is somebody to wait for
 */
export async function locked<T>(path: string, waits: (process: number) => void, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  for (let told = false; !taken(path); told = true) {
    const holder = holderOf(path);
    if (holder === undefined) continue;
    if (!isAlive(holder)) clearAbandoned(path);
    else {
      if (!told) waits(holder.process);
      await setTimeout(100);
    }
  }
  const letGo = () => rmSync(path, { force: true });
  // A preview is left in the middle of its work.
  process.once("exit", letGo);
  try {
    return await work();
  } finally {
    letGo();
    process.off("exit", letGo);
  }
}

// Made whole and then linked into its place, so that nobody ever sees a lock without its holder.
function taken(path: string): boolean {
  const own = `${path}-${process.pid}`;
  writeFileSync(own, `${process.pid} ${startOf(process.pid)}`);
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

interface Holder {
  readonly process: number;
  readonly start: string;
}

/**
 * undefined where the lock was given back just now.
 *
 * @throws the system's error where it is there and cannot be read: to ask again would be to ask for ever
 */
function holderOf(path: string): Holder | undefined {
  try {
    const [number, start = ""] = readFileSync(path, "utf8").split(" ");
    return { process: Number(number), start };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * When a process was started, where the system tells (Linux does). In a container each run's processes have the numbers of
 * the last run's: by its number alone, a lock that was left in a kept cache would seem to be held by whoever finds it.
 */
function startOf(number: number): string {
  try {
    // What follows the program's name, which may hold anything: the process's state, and 19 fields on its start.
    return (
      readFileSync(`/proc/${number}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")[19] ?? ""
    );
  } catch {
    return "";
  }
}

function isAlive(holder: Holder): boolean {
  if (!(holder.process > 0)) return false;
  const start = startOf(holder.process);
  if (start !== "" && start !== holder.start) return false;
  try {
    process.kill(holder.process, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive too, though we may not signal it.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Gives a folder for two projects, and takes it away afterwards: in memory where there is room, for a disk's moods are not
 * ours.
 *
 * @param bytes what stands in it at most at a time
 */
export async function inARoom<T>(bytes: number, use: (room: string) => Promise<T>): Promise<T> {
  const place = hasRoom(memory, bytes) ? memory : tmpdir();
  const room = mkdtempSync(join(place, "dateline-bench-"));
  try {
    return await use(room);
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

/** Where a room keeps what was put out of the way of a build. */
export function asideIn(room: string): string {
  return join(room, "aside");
}

/**
 * Deletes what was put aside in a room, so that three rounds need no more room than one. In memory the deletion is over when
 * this returns. A disk would be busy with it for minutes and slow what is measured next: there all stays until the end.
 */
export function clearAside(room: string): void {
  if (statfsSync(room).type === inMemory) rmSync(asideIn(room), { recursive: true, force: true });
}

const memory = "/dev/shm";

// TMPFS_MAGIC of statfs(2).
const inMemory = 0x01021994;

// What lies in a memory file system is taken from the same memory as the builds need, the peer's up to as much again.
function hasRoom(folder: string, bytes: number): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > bytes && freemem() > 2 * bytes;
  } catch {
    return false;
  }
}

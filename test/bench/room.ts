import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Gives a folder for two projects, and takes it away afterwards: in memory where there is room, for a disk's moods are not
 * ours.
 *
 * @param size articles in each project
 * @param rounds how many sites of each are put aside
 */
export async function inARoom<T>(size: number, rounds: number, use: (room: string) => Promise<T>): Promise<T> {
  const place = hasRoom("/dev/shm", size, rounds) ? "/dev/shm" : tmpdir();
  const room = mkdtempSync(join(place, `dateline-bench-${size}-`));
  try {
    return await use(room);
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

// Both contents, both sites, Dateline's cache, and the sites of each round that are put aside.
function hasRoom(folder: string, size: number, rounds: number): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > size * (1 + rounds) * 48 * 1024 + 256 * 2 ** 20;
  } catch {
    return false;
  }
}

import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Creates a temporary folder for two projects, and deletes it when `use` ends. It is in memory (/dev/shm) if there is
 * enough space, because the speed of a disk varies.
 *
 * @param bytes the most that the folder contains at a time
 */
export async function withWorkspace<T>(bytes: number, use: (workspace: string) => Promise<T>): Promise<T> {
  const parentFolder = hasSpace(memoryFolder, bytes) ? memoryFolder : tmpdir();
  const workspace = mkdtempSync(join(parentFolder, "dateline-bench-"));
  try {
    return await use(workspace);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** The folder for output that was moved aside before a build. */
export function getAsideFolder(workspace: string): string {
  return join(workspace, "aside");
}

/**
 * Deletes the output that was moved aside, so that three rounds need no more space than one. Does so only in memory,
 * where it is complete on return. A disk would be busy for minutes and slow down the next measurement, so files stay
 * until the end.
 */
export function clearAside(workspace: string): void {
  if (statfsSync(workspace).type === tmpfsMagic) rmSync(getAsideFolder(workspace), { recursive: true, force: true });
}

const memoryFolder = "/dev/shm";

// TMPFS_MAGIC of statfs(2).
const tmpfsMagic = 0x01021994;

// A tmpfs uses the same memory as the builds, and Hugo's builds need up to as much again.
function hasSpace(folder: string, bytes: number): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > bytes && freemem() > 2 * bytes;
  } catch {
    return false;
  }
}

import { type FSWatcher, readdirSync, watch } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { hasErrorCode } from "../disk/disk.ts";
import { isJunkFile } from "../read/read.ts";

/**
 * Watches folders and yields those with changes. The first set is empty and comes at once; each later one comes after a
 * quiet period, and has the folders in which something was written, created or removed since the set before. Changes
 * between two requests for a set are kept for the next one.
 *
 * @throws the system's error if no more folders can be watched
 */
export async function* watchFolders(
  folders: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<ReadonlySet<string>> {
  let changedFolders = new Set<string>();
  let eventCount = 0;
  let wakeUp = () => {};
  const folderWatches = folders.map((folder) =>
    watchTree(folder, () => {
      changedFolders.add(folder);
      eventCount++;
      wakeUp();
    }),
  );
  signal.addEventListener("abort", () => wakeUp());
  try {
    while (!signal.aborted) {
      // New folders first, so that no change in them is missed while the consumer handles this set.
      for (const folderWatch of folderWatches) folderWatch.watchNewFolders();
      const changedSinceLastYield = changedFolders;
      changedFolders = new Set();
      yield changedSinceLastYield;
      if (changedFolders.size === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wakeUp = resolve;
        });
      }
      for (let previousEventCount = -1; previousEventCount !== eventCount; ) {
        previousEventCount = eventCount;
        await setTimeout(quietMilliseconds);
      }
    }
  } finally {
    for (const folderWatch of folderWatches) folderWatch.close();
  }
}

// Editors save a file in several writes; git and rsync write many files in sequence.
const quietMilliseconds = 50;

interface FolderWatch {
  /** Also watches the folders that were created since. */
  readonly watchNewFolders: () => void;
  readonly close: () => void;
}

/**
 * Watches a folder and all folders below it, each with a watcher of its own: on Linux, Node's recursive watch needs an
 * inotify watch for every file, and loses files that an editor replaces (Node 20). The folder itself may be deleted and
 * created again.
 */
function watchTree(root: string, onChange: () => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  // A folder that is created again under its old name needs a new watcher.
  const stopWatching = (path: string) => {
    for (const [folder, watcher] of watchers) {
      if (folder !== path && !folder.startsWith(path + sep)) continue;
      watcher.close();
      watchers.delete(folder);
    }
  };
  const watchFolder = (folder: string, isRelevant: (name: string) => boolean) => {
    if (watchers.has(folder)) return;
    const watcher = watch(folder, (event, name) => {
      if (name !== null && !isRelevant(name)) return;
      if (name !== null && event === "rename") stopWatching(join(folder, name));
      onChange();
    });
    watchers.set(
      folder,
      watcher.on("error", () => stopWatching(folder)),
    );
  };
  return {
    watchNewFolders: () => {
      watchFolder(join(root, ".."), (name) => name === basename(root));
      for (const folder of listFolders(root, root))
        watchFolder(folder, (name) => !isJunkFile(toContentPath(root, folder, name)));
    },
    close: () => {
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** Lists a folder and all folders below it; an empty list if there is no such folder. */
function listFolders(root: string, folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const subfolders = entries.filter(
      (entry) => entry.isDirectory() && !isJunkFile(toContentPath(root, folder, entry.name)),
    );
    return [folder, ...subfolders.flatMap(({ name }) => listFolders(root, join(folder, name)))];
  } catch (error) {
    // It was deleted meanwhile: the watcher of its parent has reported that.
    if (hasErrorCode(error, "ENOENT", "ENOTDIR")) return [];
    throw error;
  }
}

/** The path of a file in a watched folder, relative to the root, with "/" on every system. */
function toContentPath(root: string, folder: string, name: string): string {
  return relative(root, join(folder, name)).split(sep).join("/");
}

import { type FSWatcher, readdirSync, watch } from "node:fs";
import { basename, join, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isLeftBehind } from "../read/read.ts";

/**
 * Tells in which of some folders something was changed: at first none; then, each time when all is quiet again, those in
 * which something was written, made or removed since. What changes while nobody asks is told with the next question.
 *
 * @throws the system's error where it can watch no more folders
 */
export async function* changesIn(folders: readonly string[], stop: AbortSignal): AsyncGenerator<ReadonlySet<string>> {
  let changed = new Set<string>();
  let events = 0;
  let wake = () => {};
  const watches = folders.map((folder) =>
    watched(folder, () => {
      changed.add(folder);
      events++;
      wake();
    }),
  );
  stop.addEventListener("abort", () => wake());
  try {
    while (!stop.aborted) {
      // First, so that nothing goes unseen which comes into a new folder while the others are looked at.
      for (const each of watches) each.renew();
      const told = changed;
      changed = new Set();
      yield told;
      if (changed.size === 0 && !stop.aborted) {
        await new Promise<void>((woken) => {
          wake = woken;
        });
      }
      for (let seen = -1; seen !== events; ) {
        seen = events;
        await setTimeout(quietMilliseconds);
      }
    }
  } finally {
    for (const each of watches) each.close();
  }
}

// Editors write a file in several strokes, git and rsync many files one after another.
const quietMilliseconds = 50;

interface Watch {
  /** Watches folders, too, that are new. */
  readonly renew: () => void;
  readonly close: () => void;
}

/**
 * Watches a folder and all folders in it, each by itself: Node's own recursive watch asks Linux for a watch on every
 * file, and loses those that an editor replaces (Node 20). The folder itself may come and go.
 */
function watched(root: string, changed: () => void): Watch {
  const watchers = new Map<string, FSWatcher>();
  // A folder that comes again under its old name is another one.
  const forget = (path: string) => {
    for (const [folder, watcher] of watchers) {
      if (folder !== path && !folder.startsWith(path + sep)) continue;
      watcher.close();
      watchers.delete(folder);
    }
  };
  const watchIn = (folder: string, isMeant: (name: string) => boolean) => {
    if (watchers.has(folder)) return;
    const watcher = watch(folder, (event, name) => {
      if (name !== null && !isMeant(name)) return;
      if (name !== null && event === "rename") forget(join(folder, name));
      changed();
    });
    watchers.set(
      folder,
      watcher.on("error", () => forget(folder)),
    );
  };
  return {
    renew: () => {
      watchIn(join(root, ".."), (name) => name === basename(root));
      for (const folder of foldersIn(root)) watchIn(folder, (name) => !isLeftBehind(name));
    },
    close: () => {
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** A folder and all folders in it; none where there is no such folder. */
function foldersIn(root: string): readonly string[] {
  try {
    const entries = readdirSync(root, { withFileTypes: true });
    const inner = entries.filter((entry) => entry.isDirectory() && !isLeftBehind(entry.name));
    return [root, ...inner.flatMap(({ name }) => foldersIn(join(root, name)))];
  } catch (error) {
    // It went while the others were looked at: whoever watches the folder around it was told.
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return [];
    throw error;
  }
}

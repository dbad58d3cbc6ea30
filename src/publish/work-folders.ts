import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import {
  getFileKind,
  isProcessRunning,
  isTemporaryFile,
  onExit,
  tryReadFile,
  writeFileAtomically,
} from "../disk/disk.ts";
import { getSidePath, type OutputFolder } from "./output-folder.ts";

/** The folders that a build makes beside the site. */
export interface NextFolder {
  /** Empty at first: the next site is rendered into it. */
  readonly path: string;
  /** The name that the previous site gets while the next one takes its place. */
  readonly previousPath: string;
  /** Deletes what is left of both. */
  readonly remove: () => Promise<void>;
}

/**
 * Creates an empty folder beside the site, on the same disk, to render the next site into.
 *
 * A file beside the site names the folders that the build makes, so that the next build, if this one is killed, deletes
 * these and no others.
 */
export function openNextFolder(output: OutputFolder): NextFolder {
  const path = getSidePath(output, `next-${process.pid}`);
  const previousPath = chooseFreeName(output);
  const work: WorkFolders = { next: basename(path), previous: basename(previousPath) };
  writeFileAtomically(getSidePath(output, "work"), JSON.stringify(work));
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  const cancel = onExit(() => removeWorkFolders(output, work));
  return {
    path,
    previousPath,
    remove: async () => {
      // Many files: other work goes on meanwhile.
      await rm(path, { recursive: true, force: true });
      if (getFileKind(output.folder)) await rm(previousPath, { recursive: true, force: true });
      cancel();
      removeWorkFolders(output, work);
    },
  };
}

/**
 * Recovers the folders that a killed build made.
 *
 * @param step "restore" moves the previous site back if the build was killed between its two renames; "delete" deletes
 *   what is left, and files that killed builds left half-written
 */
export function recoverWorkFolders(output: OutputFolder, step: "restore" | "delete"): void {
  const work = readWorkFolders(output);
  if (step === "delete") {
    if (work) removeWorkFolders(output, work);
    rmSync(getSidePath(output, "work"), { force: true });
    removeLeftoverFiles(output);
    return;
  }
  const previousPath = work && join(dirname(output.sidePath), work.previous);
  if (previousPath && getFileKind(output.folder) === undefined && getFileKind(previousPath) === "folder")
    renameSync(previousPath, output.folder);
}

/** The names of the folders that a build makes. */
interface WorkFolders {
  readonly next: string;
  readonly previous: string;
}

function chooseFreeName(output: OutputFolder): string {
  const name = getSidePath(output, "last");
  if (getFileKind(name) === undefined) return name;
  for (let number = process.pid; ; number++) {
    const numberedName = getSidePath(output, `last-${number}`);
    if (getFileKind(numberedName) === undefined) return numberedName;
  }
}

/** Reads the names, and makes sure that they are of the form that a build gives to its folders. */
function readWorkFolders(output: OutputFolder): WorkFolders | undefined {
  try {
    const { next, previous }: WorkFolders = JSON.parse(String(tryReadFile(getSidePath(output, "work"))));
    const start = basename(output.sidePath);
    const isNext = next.startsWith(`${start}.next-`) && /^\d+$/.test(next.slice(`${start}.next-`.length));
    const isPrevious =
      previous.startsWith(`${start}.last`) && /^(?:-\d+)?$/.test(previous.slice(`${start}.last`.length));
    return isNext && isPrevious ? { next, previous } : undefined;
  } catch {
    return undefined;
  }
}

function removeWorkFolders(output: OutputFolder, { next, previous }: WorkFolders): void {
  const parent = dirname(output.sidePath);
  // A worker process that was just killed can still be finishing a write.
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 };
  rmSync(join(parent, next), options);
  // Eleventy's input folder of each process: always empty.
  for (const name of readdirSync(parent)) if (name.startsWith(`${next}.input-`)) removeEmptyFolder(join(parent, name));
  const previousPath = join(parent, previous);
  // Without a site it is the site.
  if (getFileKind(output.folder)) rmSync(previousPath, options);
  if (getFileKind(previousPath) === undefined) rmSync(getSidePath(output, "work"), { force: true });
}

function removeEmptyFolder(path: string): void {
  try {
    rmdirSync(path);
  } catch {
    // It is somebody's, because it is not empty.
  }
}

function isAbandonedFolder(name: string, start: string): boolean {
  const [, processId] = (name.startsWith(start) && /^(\d+)(?:\.input-\d+)?$/.exec(name.slice(start.length))) || [];
  return processId !== undefined && Number(processId) !== process.pid && !isProcessRunning(Number(processId));
}

function removeLeftoverFiles(output: OutputFolder): void {
  const parent = dirname(output.sidePath);
  const kept = ["journal", "token", "work"] as const;
  const finalNames = kept.map((suffix) => basename(getSidePath(output, suffix)));
  for (const name of readdirSync(parent)) {
    if (finalNames.some((finalName) => isTemporaryFile(name, finalName))) rmSync(join(parent, name), { force: true });
    // What was being written when a signal ended the process can come to be after all else was deleted.
    else if (isAbandonedFolder(name, `${basename(output.sidePath)}.next-`)) removeEmptyFolder(join(parent, name));
  }
}

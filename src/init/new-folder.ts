import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { namePath, onExit } from "../disk/disk.ts";
import { UserError } from "../values/user-error.ts";

/**
 * Refuses a folder in which something stands already. That of a new git repository counts as empty.
 *
 * @throws UserError
 */
export function assertEmpty(folder: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (!stats.isDirectory()) throw new UserError(`${folder} is not a folder. Name another: nothing was written.`);
  const [name] = readdirSync(folder).filter((each) => each !== ".git");
  if (name === undefined) return;
  throw new UserError(`${folder} is not empty (it contains ${name}). Name another folder: nothing was written.`);
}

/**
 * Writes files into a folder that is empty or does not exist yet: all of them, or none. They are written under another name
 * first, so that a full disk or a killed process leaves no half of a digest.
 *
 * @param files by path
 * @throws UserError if the folder is not empty; a system error that names the path
 */
export function writeNewFolder(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  assertEmpty(folder);
  const path = resolve(folder);
  const exists = statSync(path, { throwIfNoEntry: false }) !== undefined;
  const stageName = `.${basename(path)}.unfinished-${process.pid}`;
  // A folder that exists can be the working directory of a shell, so it is filled and not replaced.
  const stage = join(exists ? path : dirname(path), stageName);
  const written = [stage];
  const remove = () => {
    for (const each of written) rmSync(each, { recursive: true, force: true });
  };
  const cancelRemove = onExit(remove);
  try {
    writeAll(stage, files);
    if (exists) moveEntries(stage, path, written);
    else renameSync(stage, path);
  } catch (error) {
    remove();
    throw error;
  } finally {
    cancelRemove();
  }
}

function writeAll(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, contents] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeFileSync(path, contents, { flag: "wx" });
    } catch (error) {
      throw namePath(error, path);
    }
  }
}

/** @param written gets the path of each entry that was moved, to be removed if a later one cannot be */
function moveEntries(from: string, to: string, written: string[]): void {
  for (const name of readdirSync(from)) {
    renameSync(join(from, name), join(to, name));
    written.push(join(to, name));
  }
  rmSync(from, { recursive: true });
}

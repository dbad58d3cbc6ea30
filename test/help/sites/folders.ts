import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";

/** Creates an empty folder outside the project, which is deleted when the process exits. */
export function createTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dateline-"));
  if (temporaryFolders.push(folder) === 1) process.on("exit", removeTemporaryFolders);
  return folder;
}

const temporaryFolders: string[] = [];

function removeTemporaryFolders(): void {
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true });
}

/** File contents by relative path. undefined: the file must not exist. */
export type FileContents = Readonly<Record<string, string | Buffer | undefined>>;

/** Writes files into a folder, and deletes those that are undefined. */
export function writeFiles(folder: string, files: FileContents): void {
  for (const [path, bytes] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (bytes === undefined) rmSync(file, { force: true });
    else writeFileSync(file, bytes);
  }
}

/**
 * The relative path of every file in a folder and its subfolders, with "/" as separator, sorted. Empty if there is no
 * folder.
 */
export function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

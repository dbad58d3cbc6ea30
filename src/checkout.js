// In: the sources of a checkout. Out: the folder of the program that was compiled from them, now or earlier.
import { createHash } from "node:crypto";
import { accessSync, constants, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { compile, isCompiled } from "./compile.js";
import { hashCode } from "./store/code-hash.js";

/**
 * Compiles the sources, unless that was done since they changed.
 *
 * @param {string} root the path of the checkout
 * @returns the path of the folder with the compiled program
 */
export async function compileIfChanged(root) {
  const hashes = hashCode(root);
  const name = createHash("sha256").update(root).update(hashes.site).digest("base64url").slice(0, 20);
  const cacheFolder = join(root, "node_modules/.cache/dateline");
  for (const folder of [join(root, "dist"), join(cacheFolder, name)]) if (isCompiled(folder, hashes)) return folder;
  // The checkout can belong to another user, and the working directory can be read-only.
  const parent = [cacheFolder, resolve(".cache/code")].find(isWritable) ?? createTemporaryFolder();
  const folder = join(parent, name);
  if (isCompiled(folder, hashes)) return folder;
  await compile(root, folder, hashes, "checkout");
  removeOldFolders(parent);
  return folder;
}

function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    // What a link leads to is not ours: old programs are deleted there.
    if (lstatSync(folder).isSymbolicLink()) return false;
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

// Its name cannot be predicted: otherwise another user of the machine could put code there.
function createTemporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), "dateline-code-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// A hash; while a process compiles, with its number.
const programName = /^[\w-]{20}(?:\.\d+\.unfinished)?$/;

/** Deletes programs that are older than a day. A build that still runs may load a part of a younger one. */
function removeOldFolders(parent) {
  const dayAgo = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(parent)) {
    if (!programName.test(name)) continue;
    const path = join(parent, name);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < dayAgo)
      rmSync(path, { recursive: true, force: true });
  }
}

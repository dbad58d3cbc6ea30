import { readdirSync, readFileSync } from "node:fs";
import { packageRoot } from "../values/package-root.ts";
import { hash } from "./hash.ts";

/** The version of the cache format: a change of this number invalidates all older caches. */
const cacheFormat = 6;

/** The version of a cache: its format, Node and ICU. Texts from Intl may differ between two versions of ICU. */
export function getCacheVersion(): string {
  return `${cacheFormat}/${process.versions.node}/${process.versions.icu}`;
}

/** A hash of the code that reads, parses and models texts: cached parse results are valid only for this code. */
export function hashParserCode(): string {
  return hashFoldersOnce(["src/values", "src/words", "src/read", "src/parse", "src/model"]);
}

/** A hash of all code that pages are made with, layouts and styles included. */
export function hashSiteCode(): string {
  return hashFoldersOnce(["src", "layouts"]);
}

const folderHashes = new Map<string, string>();

/**
 * Hashes folders once per process, because the process runs the code that it loaded at its start. A preview keeps
 * running while source files are edited; its results must not be recorded as those of the edited code.
 */
function hashFoldersOnce(folders: readonly string[]): string {
  const hash = folderHashes.get(folders.join()) ?? hashFolders(folders);
  folderHashes.set(folders.join(), hash);
  return hash;
}

function hashFolders(folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(new URL(folder, packageRoot), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:tsx?|css|png)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const texts = [...files.sort(), "package-lock.json"].map(
    (file) => `${file}\n${readFileSync(new URL(file, packageRoot), "utf8")}`,
  );
  return hash(texts.join("\n"));
}

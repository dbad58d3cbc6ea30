import { readdirSync, readFileSync } from "node:fs";
import { root } from "../values/package-root.ts";
import { fingerprint } from "./hash.ts";

/** The format in which the cache is kept. Another number puts all older caches aside. */
const format = 6;

/** Of the form of the cache, and of the version of Node that wrote it: Intl's words may differ between two. */
export function codeVersion(): string {
  return `${format}/${process.versions.node}/${process.versions.icu}`;
}

/** Of the code that makes parsed texts of files: these are kept only as long as it stays the same. */
export function parsingCode(): string {
  return hashOf(["src/values", "src/words", "src/read", "src/parse", "src/model"]);
}

/** Of all code that makes pages. */
export function pageCode(): string {
  return hashOf(["src", "layouts"]);
}

const known = new Map<string, string>();

/**
 * Of the code as it was when this was first asked for: that is what this process runs. A preview's lives on while files
 * of code are edited, and must not take what it makes for the work of the new ones.
 */
function hashOf(folders: readonly string[]): string {
  const hash = known.get(folders.join()) ?? hashNow(folders);
  known.set(folders.join(), hash);
  return hash;
}

function hashNow(folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:tsx?|css|png)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const texts = [...files.sort(), "package-lock.json"].map(
    (file) => `${file}\n${readFileSync(new URL(file, root), "utf8")}`,
  );
  return fingerprint(texts.join("\n"));
}

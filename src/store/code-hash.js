// JavaScript, because it also runs before the sources are compiled.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// The folders that each hash covers.
const folders = {
  site: ["src", "layouts"],
  parser: ["src/values", "src/words", "src/read", "src/parse", "src/model"],
  cache: ["src/store", "src/incremental"],
};

export function hashCode(root) {
  const fileHashes = ["src", "layouts"]
    .flatMap((folder) => listSources(root, folder))
    .map((file) => [file, hash([file, readFileSync(join(root, file))])]);
  const dependencyHash = hash([readDependencies(root), readInstalledVersions(root)]);
  const hashFolders = (names) => {
    const isInside = ([file]) => names.some((name) => file.startsWith(`${name}/`));
    return hash([dependencyHash, ...fileHashes.filter(isInside).map(([, fileHash]) => fileHash)]);
  };
  return {
    site: hashFolders(folders.site),
    parser: hashFolders(folders.parser),
    cache: hashFolders(folders.cache),
  };
}

function listSources(root, folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:js|tsx?|css|png)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .sort();
}

function readDependencies(root) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return JSON.stringify([dependencies, devDependencies]);
}

// npm writes this file at each install. Unlike package.json, it has the versions of indirect dependencies.
function readInstalledVersions(root) {
  try {
    return readFileSync(join(root, "node_modules/.package-lock.json"));
  } catch {
    return "";
  }
}

function hash(parts) {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part).update("\n");
  return sum.digest("base64url").slice(0, 22);
}

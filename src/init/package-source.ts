import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { tryReadFile } from "../disk/disk.ts";
import { packageRoot } from "../values/package-root.ts";

/** Where npm can get the running Dateline from, for another folder. */
export type PackageSource =
  | { readonly kind: "registry"; readonly version: string }
  | { readonly kind: "address"; readonly url: string }
  | { readonly kind: "tarball"; readonly path: string; readonly version: string }
  /** A folder of this machine: a checkout, or a package that was installed in an unknown way. */
  | { readonly kind: "folder"; readonly path: string; readonly version: string };

/**
 * Finds where the running Dateline came from. The registry is assumed only where npm says so: a package of somebody else
 * can have the same name there.
 *
 * @param root the path of the folder of the package
 */
export function findPackageSource(root = fileURLToPath(packageRoot)): PackageSource {
  const { version } = JSON.parse(String(tryReadFile(join(root, "package.json"))));
  const modules = dirname(resolve(root));
  const lock = basename(modules) === "node_modules" ? tryReadFile(join(modules, ".package-lock.json")) : undefined;
  const entry = lock && JSON.parse(String(lock)).packages?.["node_modules/dateline"];
  if (entry === undefined) return { kind: "folder", path: resolve(root), version };
  const resolved: unknown = entry.resolved;
  // With the setting omit-lockfile-registry-resolved, npm leaves it out for packages of the registry.
  if (typeof resolved !== "string") return { kind: "registry", version };
  if (resolved.startsWith("file:")) {
    const path = resolve(dirname(modules), resolved.slice("file:".length));
    return { kind: existsSync(path) ? "tarball" : "folder", path: existsSync(path) ? path : resolve(root), version };
  }
  const isRegistry = /^https?:/.test(resolved) && resolved.endsWith(`/dateline/-/dateline-${version}.tgz`);
  return isRegistry ? { kind: "registry", version } : { kind: "address", url: resolved };
}

/** What package.json of a digest asks npm for. A tarball is copied beside it. */
export function formatDependency(source: PackageSource, folder: string): string {
  switch (source.kind) {
    case "registry":
      return source.version;
    case "address":
      return source.url;
    case "tarball":
      return `file:${getTarballName(source)}`;
    case "folder":
      return `file:${relative(folder, source.path).split(sep).join("/")}`;
  }
}

/** The name of a tarball beside package.json. */
export function getTarballName({ version }: { readonly version: string }): string {
  return `dateline-${version}.tgz`;
}

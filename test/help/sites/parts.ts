import { join } from "node:path";
import type { Shard } from "../../../src/site/site.ts";
import { type BuildOutcome, type FileBytes, readAllBytes, runBuild, type SitePaths } from "./builds.ts";

/** All shards of a site that is built in `total` shards. */
export function listShards(total: number): readonly Shard[] {
  return Array.from({ length: total }, (_, i) => ({ index: i + 1, total }));
}

/** The folders of a shard. Its output folder is next to the one of the whole site. */
export function getShardPaths({ output, ...paths }: SitePaths, { index, total }: Shard): SitePaths {
  return { ...paths, output: join(output, "..", `part-${index}-of-${total}`) };
}

/** Builds all shards one after another, each into its own folder. */
export async function buildShards(paths: SitePaths, total: number, moment?: string): Promise<readonly BuildOutcome[]> {
  const outcomes: BuildOutcome[] = [];
  for (const shard of listShards(total)) outcomes.push(await runBuild(getShardPaths(paths, shard), moment, { shard }));
  return outcomes;
}

/** Merges the files of all shards. `duplicates` are the files that more than one folder contains. */
export function mergeFolders(folders: readonly string[]): {
  readonly bytes: FileBytes;
  readonly duplicates: readonly string[];
} {
  const files = folders.flatMap((folder) => [...readAllBytes(folder)]);
  const bytes = new Map(files);
  const names = files.map(([file]) => file);
  return { bytes, duplicates: names.filter((file, i) => names.indexOf(file) !== i) };
}

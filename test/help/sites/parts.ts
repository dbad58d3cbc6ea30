import { join } from "node:path";
import type { Shard } from "../../../src/site/site.ts";
import { type Bytes, bytesIn, type Outcome, outcomeOf, type Places } from "./builds.ts";

/** All parts of so many. */
export function shardsOf(total: number): readonly Shard[] {
  return Array.from({ length: total }, (_, i) => ({ index: i + 1, total }));
}

/** Where a part of a site goes whose whole would go to `output`. */
export function partOf({ output, ...places }: Places, { index, total }: Shard): Places {
  return { ...places, output: join(output, "..", `part-${index}-of-${total}`) };
}

/** Builds all parts, each into a folder of its own, one after another. */
export async function partsBuilt(places: Places, total: number, moment?: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const shard of shardsOf(total)) outcomes.push(await outcomeOf(partOf(places, shard), moment, { shard }));
  return outcomes;
}

/** What is in all parts, each a folder, copied into one folder; and the files that are in more than one of them. */
export function together(folders: readonly string[]): { readonly bytes: Bytes; readonly twice: readonly string[] } {
  const files = folders.flatMap((folder) => [...bytesIn(folder)]);
  const bytes = new Map(files);
  const names = files.map(([file]) => file);
  return { bytes, twice: names.filter((file, i) => names.indexOf(file) !== i) };
}

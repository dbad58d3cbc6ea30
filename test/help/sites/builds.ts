import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  type BuildOptions,
  type BuildSummary,
  buildSite,
  ContentProblems,
  createLruCache,
  type LruCache,
  planWholeSite,
  type Shard,
} from "../../../src/site/site.ts";
import { parseInstant } from "../../../src/values/instant.ts";
import { formatProblem } from "../../../src/values/problem.ts";
import { listFiles } from "./folders.ts";

/** The folders of a build. */
export interface SitePaths {
  readonly content: string;
  readonly cache: string;
  readonly output: string;
}

/** The default folders inside a project folder. */
export function getSitePaths(folder: string): SitePaths {
  return { content: join(folder, "content"), cache: join(folder, ".cache"), output: join(folder, "_site") };
}

/** The result of a build, and its messages. */
export interface BuildOutcome {
  /** undefined if there were problems. */
  readonly summary: BuildSummary | undefined;
  readonly problems: readonly string[];
  readonly notices: readonly string[];
}

/** How a build differs from the default one. */
export interface BuildOverrides {
  readonly shard?: Shard | undefined;
  readonly shows?: BuildOptions["shows"];
  /** Whether two worker processes share the build, however small it is. */
  readonly useWorkers?: boolean;
  /** The in-memory cache of earlier builds in this process. */
  readonly memory?: LruCache;
}

/** Builds a site or a shard at a moment (an ISO instant). The default moment is the `now` of a new newsroom. */
export async function runBuild(
  paths: SitePaths,
  moment = "2024-07-20T12:00:00Z",
  { shard, shows = "published", useWorkers = false, memory = createLruCache(0) }: BuildOverrides = {},
): Promise<BuildOutcome> {
  const now = parseInstant(moment);
  if (now === undefined) throw new Error("Expected an instant.");
  const notices: string[] = [];
  const notice = (line: string) => notices.push(line);
  try {
    const progress = () => undefined;
    const workers = useWorkers ? { jobs: 2, minItemsPerProcess: 10 } : { jobs: 1 };
    const summary = await buildSite({
      ...paths,
      ...workers,
      links: undefined,
      now,
      shows,
      shard,
      memory,
      onProgress: progress,
      onNotice: notice,
    });
    return { summary, problems: [], notices };
  } catch (error) {
    if (!(error instanceof ContentProblems)) throw error;
    return { summary: undefined, problems: error.problems.map(formatProblem), notices };
  }
}

/** The problem lines that `dateline check` prints. */
export async function checkSite(paths: SitePaths, moment: string): Promise<readonly string[]> {
  const now = parseInstant(moment);
  if (now === undefined) throw new Error("Expected an instant.");
  try {
    await planWholeSite({ ...paths, links: undefined, now });
    return [];
  } catch (error) {
    if (!(error instanceof ContentProblems)) throw error;
    return error.problems.map(formatProblem);
  }
}

/** The bytes of every file in a folder, by relative path. */
export type FileBytes = ReadonlyMap<string, Buffer>;

/** Reads every file in a folder. */
export function readAllBytes(folder: string): FileBytes {
  return new Map(listFiles(folder).map((file) => [file, readFileSync(join(folder, file))]));
}

/** The paths of files that differ, or that only one side has. */
export function findDifferentFiles(a: FileBytes, b: FileBytes): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((file) => {
    const [bytesA, bytesB] = [a.get(file), b.get(file)];
    return bytesA === undefined || bytesB === undefined || !bytesA.equals(bytesB);
  });
}

/** Each file's inode and mtime in nanoseconds, by relative path. */
export function readFileStamps(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    listFiles(folder).map((file) => {
      const { ino, mtimeNs } = statSync(join(folder, file), { bigint: true });
      return [file, `${ino} ${mtimeNs}`];
    }),
  );
}

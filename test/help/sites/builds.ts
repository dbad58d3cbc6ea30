import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  type AtHand,
  atHand,
  type BuildSettings,
  type Built,
  build,
  ProblemsFound,
  plannedSite,
  type Shard,
} from "../../../src/site/site.ts";
import { instantFrom } from "../../../src/values/instant.ts";
import { problemLine } from "../../../src/values/problem.ts";
import { filesIn } from "./folders.ts";

/** Where a build is made from, and where it goes. */
export interface Places {
  readonly content: string;
  readonly cache: string;
  readonly output: string;
}

/** The usual places in a folder. */
export function placesIn(folder: string): Places {
  return { content: join(folder, "content"), cache: join(folder, ".cache"), output: join(folder, "_site") };
}

/** How a build ended, and what it said on the way. */
export interface Outcome {
  /** undefined where there were problems. */
  readonly built: Built | undefined;
  readonly problems: readonly string[];
  readonly notices: readonly string[];
}

/** How a build differs from the usual one. */
export interface Unusual {
  readonly shard?: Shard | undefined;
  readonly shows?: BuildSettings["shows"];
  /** Two processes share it, though it is small. */
  readonly shared?: boolean;
  /** What the process has at hand from builds before. */
  readonly near?: AtHand;
}

/** Builds the whole or a part at a moment, which newsrooms begin with unless it is said. */
export async function outcomeOf(
  places: Places,
  moment = "2024-07-20T12:00:00Z",
  { shard, shows = "published", shared = false, near = atHand(0) }: Unusual = {},
): Promise<Outcome> {
  const now = instantFrom(moment);
  if (now === undefined) throw new Error("Expected an instant.");
  const notices: string[] = [];
  const notice = (line: string) => notices.push(line);
  try {
    const progress = () => undefined;
    const crew = shared ? { jobs: 2, filesForEach: 10 } : { jobs: 1 };
    const built = await build({ ...places, ...crew, links: undefined, now, shows, shard, near, progress, notice });
    return { built, problems: [], notices };
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    return { built: undefined, problems: error.problems.map(problemLine), notices };
  }
}

/** The problems that `dateline check` tells. */
export async function problemsChecked(places: Places, moment: string): Promise<readonly string[]> {
  const now = instantFrom(moment);
  if (now === undefined) throw new Error("Expected an instant.");
  try {
    await plannedSite({ ...places, links: undefined, now });
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    return error.problems.map(problemLine);
  }
}

/** The bytes of every file in a folder, by its path there. */
export type Bytes = ReadonlyMap<string, Buffer>;

export function bytesIn(folder: string): Bytes {
  return new Map(filesIn(folder).map((file) => [file, readFileSync(join(folder, file))]));
}

/** The files that are not the same in both. */
export function different(a: Bytes, b: Bytes): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((file) => {
    const [one, other] = [a.get(file), b.get(file)];
    return one === undefined || other === undefined || !one.equals(other);
  });
}

/** Each file's inode and the time when it was written, to the nanosecond. */
export function stampsIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filesIn(folder).map((file) => {
      const { ino, mtimeNs } = statSync(join(folder, file), { bigint: true });
      return [file, `${ino} ${mtimeNs}`];
    }),
  );
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildSettings, type Built, build, ProblemsFound } from "../../src/build/build.ts";
import { instantFrom } from "../../src/values/instant.ts";
import { problemLine } from "../../src/values/problem.ts";
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

/** Builds at a moment, which newsrooms begin with unless it is said. */
export async function outcomeOf(
  places: Places,
  moment = "2024-07-20T12:00:00Z",
  shows: BuildSettings["shows"] = "published",
): Promise<Outcome> {
  const now = instantFrom(moment);
  if (now === undefined) throw new Error("Expected an instant.");
  const notices: string[] = [];
  const notice = (line: string) => notices.push(line);
  try {
    const built = await build({
      ...places,
      shows,
      links: undefined,
      now,
      jobs: 1,
      progress: () => undefined,
      notice,
    });
    return { built, problems: [], notices };
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    return { built: undefined, problems: error.problems.map(problemLine), notices };
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

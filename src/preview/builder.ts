// The process that builds previews: it is asked for one build after another, and ends when nobody listens any more.
import { atHand, build, ProblemsFound } from "../site/site.ts";
import type { Outcome, Task, Told } from "./building.ts";

/** Builds what the process asks for that has started this one, until that is gone. */
export function buildPreviews(): void {
  process.on("message", (task: Task) => {
    outcomeOf(task).then(tell);
  });
  process.on("disconnect", () => process.exit());
  // Ctrl-C is for whoever started this, and reaches all processes of the terminal.
  process.on("SIGINT", () => undefined);
}

// Enough for all that a save asks for in an archive of 10,000 articles.
const near = atHand(64_000_000);

async function outcomeOf(task: Task): Promise<Outcome> {
  try {
    const built = await build({
      ...task,
      shows: "everything",
      jobs: undefined,
      shard: undefined,
      near,
      progress: (progress) => tell({ kind: "progress", progress }),
      notice: (line) => tell({ kind: "notice", line }),
    });
    return { kind: "built", built };
  } catch (error) {
    if (error instanceof ProblemsFound) return { kind: "problems", problems: error.problems };
    return { kind: "broken", what: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function tell(told: Told): void {
  process.send?.(told);
}

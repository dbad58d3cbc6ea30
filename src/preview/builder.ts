// The child process that builds previews. In: one PreviewTask after another. Out: BuilderMessages. It exits when the
// parent disconnects.
import { endSignals } from "../disk/disk.ts";
import { buildSite, ContentProblems, createLruCache } from "../site/site.ts";
import { formatError } from "../values/text/error-text.ts";
import type { BuilderMessage, PreviewOutcome, PreviewTask } from "./building.ts";

/** Runs each build that the parent process requests, until the parent disconnects. */
export function buildPreviews(): void {
  process.on("message", (task: PreviewTask) => {
    runTask(task).then(send);
  });
  process.on("disconnect", () => process.exit());
  // Ctrl-C and the end of a terminal or a service reach all its processes; the parent handles them.
  for (const signal of endSignals) process.on(signal, () => undefined);
}

// In characters: enough for all blobs that a rebuild after a save reads in an archive of 10,000 articles.
const memory = createLruCache(64_000_000);

async function runTask(task: PreviewTask): Promise<PreviewOutcome> {
  try {
    const summary = await buildSite({
      ...task,
      shows: "everything",
      jobs: undefined,
      shard: undefined,
      memory,
      onProgress: (progress) => send({ kind: "progress", progress }),
      onNotice: (line) => send({ kind: "notice", line }),
    });
    return { kind: "built", summary };
  } catch (error) {
    if (error instanceof ContentProblems) return { kind: "problems", problems: error.problems };
    return { kind: "broken", errorText: formatError(error) };
  }
}

function send(message: BuilderMessage): void {
  process.send?.(message);
}

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { compiledFolder, packageRoot } from "../values/package-root.ts";

/** What a worker process does: it helps with one build, or makes all builds of a preview. */
export type WorkerRole = "build" | "preview";

/**
 * Starts a process that runs src/worker.ts. Messages to it and from it are structured clones.
 *
 * A worker of a build runs the same code as this process, whatever has been edited since. A worker of a preview runs the
 * current code: in a checkout, src/start.js compiles what was edited.
 */
export function forkWorker(role: WorkerRole): ChildProcess {
  const [script, ...args] =
    role === "build" && compiledFolder
      ? [new URL("worker.js", compiledFolder), role]
      : [new URL("src/start.js", packageRoot), "--worker", role];
  return fork(fileURLToPath(script), args, { serialization: "advanced" });
}

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ContentProblems } from "../incremental/content-problems.ts";
import type { OnProgress } from "../incremental/progress.ts";
import { CacheCorrupt } from "../store/store.ts";
import { packageRoot } from "../values/package-root.ts";
import type { Task, TaskFailure, TaskResults, WorkerMessage, WorkerSetup } from "./entry.ts";

/** A child process that parses and renders for a build. */
export interface WorkerProcess {
  /** Sends setup that later tasks need. */
  readonly send: (setup: WorkerSetup) => void;
  /**
   * Runs a task in the process. Tasks run one after another, in the order of these calls.
   *
   * @throws ContentProblems, CacheCorrupt as the task did; WorkerCrashed if the process ended; other errors of the task
   * as an Error with its stack as the message
   */
  readonly run: <K extends keyof TaskResults>(
    task: Task & { readonly kind: K },
    onProgress: OnProgress,
  ) => Promise<TaskResults[K]>;
  /** Kills the process and waits for its exit. */
  readonly stop: () => Promise<void>;
}

/** A worker process ended before its tasks were done: it was killed, most often because memory ran out. */
export class WorkerCrashed extends Error {}

/** Starts a worker process. */
export function startWorker(): WorkerProcess {
  const child = fork(startScript, ["work"], { serialization: "advanced" });
  const handlers = new Map<number, (message: WorkerMessage) => void>();
  let taskCount = 0;
  child.on("message", (message: WorkerMessage) => handlers.get(message.to)?.(message));
  const crash = new Promise<never>((_, reject) => {
    const rejectCrash = () => reject(new WorkerCrashed(crashMessage));
    // "error" is also emitted if a message can no longer be sent.
    child.on("error", rejectCrash).once("exit", rejectCrash);
  });
  // The error is thrown by the next task; without a handler Node would end this process here.
  crash.catch(() => undefined);
  return {
    send: (setup) => child.send(setup),
    run: (task, onProgress) => {
      const number = taskCount++;
      const result = new Promise<TaskResults[typeof task.kind]>((resolve, reject) => {
        handlers.set(number, (message) => {
          if (message.kind === "progress") return onProgress(message.progress);
          handlers.delete(number);
          // The worker chooses the kind of the result by the kind of the task (entry.ts).
          if (message.kind === "done") return resolve(message.result as TaskResults[typeof task.kind]);
          return reject(toError(message));
        });
      });
      child.send({ ...task, number });
      return Promise.race([crash, result]);
    },
    stop: () => killProcess(child),
  };
}

const crashMessage =
  "A worker process ended before its work was done, perhaps because memory ran out. Build in one process: --jobs 1";

const startScript = fileURLToPath(new URL("src/start.js", packageRoot));

function toError(failure: TaskFailure): Error {
  if (failure.kind === "problems") return new ContentProblems(failure.problems);
  return failure.kind === "spoilt" ? new CacheCorrupt(failure.message) : new Error(failure.message);
}

function killProcess(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve()).kill("SIGKILL");
  });
}

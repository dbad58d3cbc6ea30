import type { ChildProcess } from "node:child_process";
import { ContentProblems } from "../incremental/content-problems.ts";
import type { OnProgress } from "../incremental/progress.ts";
import { CacheCorrupt } from "../store/store.ts";
import { UserError } from "../values/user-error.ts";
import { forkWorker } from "./fork.ts";
import type { Failure, Reply, Request, Result, Setup, Task } from "./messages.ts";

/** A child process that parses and renders for a build. */
export interface WorkerProcess {
  /** Sends what its next tasks need. */
  readonly send: (setup: Setup) => void;
  /**
   * Runs a task in the process. Tasks run one after another, in the order of these calls.
   *
   * @throws ContentProblems, CacheCorrupt as the task did; UserError if the process ended; other errors of the task
   * as an Error with its stack as the message
   */
  readonly run: <K extends keyof Result>(
    task: Task & { readonly kind: K },
    onProgress: OnProgress,
  ) => Promise<Result[K]>;
  /** Kills the process without waiting for its exit. */
  readonly kill: () => void;
  /** Kills the process and waits for its exit. */
  readonly stop: () => Promise<void>;
}

/** Starts a worker process. */
export function startWorker(): WorkerProcess {
  const child = forkWorker("build");
  const send = (request: Request) => child.send(request);
  const handlers = new Map<number, (reply: Reply) => void>();
  let taskCount = 0;
  child.on("message", (reply: Reply) => handlers.get(reply.id)?.(reply));
  const crash = new Promise<never>((_, reject) => {
    const rejectCrash = () => reject(new UserError(crashMessage));
    // "error" is also emitted if a message can no longer be sent.
    child.on("error", rejectCrash).once("exit", rejectCrash);
  });
  // The error is thrown by the next task; without a handler Node would end this process here.
  crash.catch(() => undefined);
  return {
    send: (setup) => send({ kind: "setup", setup }),
    run: (task, onProgress) => {
      const id = taskCount++;
      const result = new Promise<Result[typeof task.kind]>((resolve, reject) => {
        handlers.set(id, (reply) => {
          if (reply.kind === "progress") return onProgress(reply.progress);
          handlers.delete(id);
          // The worker chooses the kind of the result by the kind of the task (entry.ts).
          if (reply.kind === "done") return resolve(reply.result as Result[typeof task.kind]);
          return reject(toError(reply.failure));
        });
      });
      send({ kind: "task", id, task });
      return Promise.race([crash, result]);
    },
    kill: () => child.kill("SIGKILL"),
    stop: () => killProcess(child),
  };
}

const crashMessage =
  "A worker process ended before its work was done, perhaps because memory ran out. Build in one process: --jobs 1";

function toError(failure: Failure): Error {
  if (failure.kind === "content") return new ContentProblems(failure.problems);
  return failure.kind === "cache" ? new CacheCorrupt(failure.message) : new Error(failure.stack);
}

function killProcess(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve()).kill("SIGKILL");
  });
}

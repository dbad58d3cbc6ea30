import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import type { BuildSummary, Progress, SiteOptions } from "../site/site.ts";
import type { Problem } from "../values/problem.ts";
import { forkWorker } from "../workers/workers.ts";

/** A request to the process that builds previews. Plain data, like every message between processes. */
export interface PreviewTask extends SiteOptions {
  readonly output: string;
}

/** How a build of a preview ended. */
export type PreviewOutcome =
  | { readonly kind: "built"; readonly summary: BuildSummary }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] }
  /** The code threw an error; the text includes its stack. */
  | { readonly kind: "broken"; readonly errorText: string }
  /** The process exited, for example because the code did not compile; its reason is on standard error. */
  | { readonly kind: "gone" };

/** A message from that process. */
export type BuilderMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "notice"; readonly line: string }
  | PreviewOutcome;

/** The callbacks of a running build. */
export interface BuildCallbacks {
  readonly onProgress: (progress: Progress) => void;
  readonly onNotice: (line: string) => void;
}

/** A child process that builds the preview repeatedly, with all code loaded. */
export interface PreviewBuilder {
  readonly build: (task: PreviewTask) => Promise<PreviewOutcome>;
  readonly hasExited: () => boolean;
  /** Stops the process, kills it if it is busy for too long, and waits for its exit. */
  readonly stop: () => Promise<void>;
}

/** Starts a child process, which loads the current code. */
export function startBuilder(callbacks: BuildCallbacks): PreviewBuilder {
  const child = forkWorker("preview");
  const exited = once(child, "exit");
  const hasExited = () => child.exitCode !== null || child.signalCode !== null;
  return {
    hasExited,
    build: (task) =>
      Promise.race([runInChild(child, task, callbacks), exited.then((): PreviewOutcome => ({ kind: "gone" }))]),
    stop: async () => {
      if (child.connected) child.disconnect();
      const timeout = new AbortController();
      await Promise.race([exited, setTimeout(exitTimeoutMilliseconds, undefined, { signal: timeout.signal })]);
      timeout.abort();
      if (!hasExited()) child.kill("SIGKILL");
      await exited;
    },
  };
}

// On disconnect the child releases its locks and exits, but it cannot notice while it runs synchronous code.
const exitTimeoutMilliseconds = 2000;

function runInChild(
  child: ChildProcess,
  task: PreviewTask,
  { onProgress, onNotice }: BuildCallbacks,
): Promise<PreviewOutcome> {
  return new Promise((resolve) => {
    const onMessage = (message: BuilderMessage) => {
      if (message.kind === "progress") return onProgress(message.progress);
      if (message.kind === "notice") return onNotice(message.line);
      child.off("message", onMessage);
      resolve(message);
    };
    child.on("message", onMessage);
    // If the child has already exited, the send fails, and `exited` gives the outcome.
    child.send(task, () => undefined);
  });
}

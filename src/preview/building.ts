import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Built, Progress, Wanted } from "../site/site.ts";
import { root } from "../values/package-root.ts";
import type { Problem } from "../values/problem.ts";

/** What the process that builds previews is asked to do. Plain data: it goes from process to process. */
export interface Task extends Wanted {
  readonly output: string;
}

/** How a build of a preview ended. */
export type Outcome =
  | { readonly kind: "built"; readonly built: Built }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] }
  /** The code threw something: with its stack. */
  | { readonly kind: "broken"; readonly what: string }
  /** The code could not even be started: on standard error it has said why. */
  | { readonly kind: "gone" };

/** What that process tells. */
export type Told =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "notice"; readonly line: string }
  | Outcome;

/** Who is told of what happens on the way. */
export interface Reports {
  readonly progress: (progress: Progress) => void;
  readonly notice: (line: string) => void;
}

/** A process that builds a preview again and again, with all code loaded. */
export interface Builder {
  readonly build: (task: Task) => Promise<Outcome>;
  readonly isGone: () => boolean;
  /** Sends it home, whatever it is at, and sees it off. */
  readonly end: () => Promise<void>;
}

const dateline = fileURLToPath(new URL("src/start.js", root));

/** Starts a process that runs the code as it is now. */
export function startedBuilder(reports: Reports): Builder {
  const child = fork(dateline, ["previews"], { serialization: "advanced" });
  const gone = once(child, "exit");
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  return {
    isGone,
    build: (task) => Promise.race([outcomeOf(child, task, reports), gone.then((): Outcome => ({ kind: "gone" }))]),
    end: async () => {
      if (child.connected) child.disconnect();
      const patience = new AbortController();
      await Promise.race([gone, setTimeout(longestMilliseconds, undefined, { signal: patience.signal })]);
      patience.abort();
      if (!isGone()) child.kill("SIGKILL");
      await gone;
    },
  };
}

// It lets go of its locks and ends as soon as it hears that nobody listens; in the middle of a long sum it does not hear.
const longestMilliseconds = 2000;

function outcomeOf(child: ChildProcess, task: Task, { progress, notice }: Reports): Promise<Outcome> {
  return new Promise((resolve) => {
    const heard = (told: Told) => {
      if (told.kind === "progress") return progress(told.progress);
      if (told.kind === "notice") return notice(told.line);
      child.off("message", heard);
      resolve(told);
    };
    child.on("message", heard);
    // Where it has ended already that is told by its end.
    child.send(task, () => undefined);
  });
}

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ProblemsFound } from "../incremental/content-problems.ts";
import type { Tell } from "../incremental/progress.ts";
import { Spoilt } from "../store/store.ts";
import { root } from "../values/package-root.ts";
import type { Answer, Failure, Order, Question, Replies } from "./entry.ts";

/** Another process that helps with a build. */
export interface Hand {
  /** Lets it know something that questions will build on. */
  readonly tell: (order: Order) => void;
  /**
   * Asks it to do something. It does one thing after another, in the order in which it was asked.
   *
   * @throws ProblemsFound, Spoilt as that process did; another error where it broke off
   */
  readonly ask: <K extends keyof Replies>(question: Question & { readonly kind: K }, tell: Tell) => Promise<Replies[K]>;
  /** Sends it home, whatever it is at, and sees it off. */
  readonly end: () => Promise<void>;
}

/** Another process of a build has ended before its work was done: killed, most often because memory ran out. */
export class HandLost extends Error {}

/** Starts another process of Dateline's for a build. */
export function hired(): Hand {
  const other = fork(dateline, ["work"], { serialization: "advanced" });
  const waiting = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  other.on("message", (answer: Answer) => waiting.get(answer.to)?.(answer));
  const lost = new Promise<never>((_, reject) => {
    const lose = () => reject(new HandLost(endedEarly));
    // It is an error too when something can no longer be sent to it.
    other.on("error", lose).once("exit", lose);
  });
  // Told to whoever asks.
  lost.catch(() => undefined);
  return {
    tell: (order) => other.send(order),
    ask: (question, tell) => {
      const number = asked++;
      const reply = new Promise<Replies[typeof question.kind]>((resolve, reject) => {
        waiting.set(number, (answer) => {
          if (answer.kind === "progress") return tell(answer.progress);
          waiting.delete(number);
          // What it replies with is of the question's kind: it goes by that too (worker.ts).
          if (answer.kind === "done") return resolve(answer.reply as Replies[typeof question.kind]);
          return reject(failureIn(answer));
        });
      });
      other.send({ ...question, number });
      return Promise.race([lost, reply]);
    },
    end: () => ended(other),
  };
}

const endedEarly =
  "Another process of this build was ended before its work was done, for want of memory perhaps. Build in one: --jobs 1";

const dateline = fileURLToPath(new URL("src/start.js", root));

function failureIn(answer: Failure): Error {
  if (answer.kind === "problems") return new ProblemsFound(answer.problems);
  return answer.kind === "spoilt" ? new Spoilt(answer.what) : new Error(answer.what);
}

function ended(other: ChildProcess): Promise<void> {
  return new Promise((gone) => {
    if (other.exitCode !== null || other.signalCode !== null) return gone();
    other.once("exit", () => gone()).kill("SIGKILL");
  });
}

import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

/** A running `dateline` process. */
export interface RunningDateline {
  readonly child: ChildProcess;
  /** Everything that it has printed so far. */
  readonly getOutput: () => string;
  /** Its exit code; undefined if it was killed by a signal. */
  readonly exitCode: Promise<number | undefined>;
}

/**
 * Starts `dateline` in a folder and does not wait for its exit.
 *
 * @param project the folder of Dateline's code: this project, or a copy
 */
export function startDateline(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
  project = ".",
): RunningDateline {
  const child = spawn(process.execPath, [resolve(project, "src/start.js"), ...args], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: Buffer) => {
      output += text.toString();
    });
  }
  const exitCode = new Promise<number | undefined>((resolveExit) =>
    child.once("close", (code) => resolveExit(code ?? undefined)),
  );
  return { child, getOutput: () => output, exitCode };
}

/** Waits until a condition is true. Returns false if the process exits first. */
export async function waitUntil({ child }: RunningDateline, condition: () => boolean): Promise<boolean> {
  while (!condition()) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    await new Promise((resolveDelay) => setTimeout(resolveDelay, 1));
  }
  return true;
}

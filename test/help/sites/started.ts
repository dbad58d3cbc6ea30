import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

/** `dateline`, started and at work. */
export interface Started {
  readonly child: ChildProcess;
  /** All that it has said so far. */
  readonly said: () => string;
  /** Its exit code; undefined where it was killed. */
  readonly ended: Promise<number | undefined>;
}

/**
 * Starts `dateline` as people do, from a folder of theirs, and does not wait for its end.
 *
 * @param project where its code is: this project, or a copy
 */
export function started(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
  project = ".",
): Started {
  const child = spawn(process.execPath, [resolve(project, "src/start.js"), ...args], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: Buffer) => {
      said += text.toString();
    });
  }
  const ended = new Promise<number | undefined>((end) => child.once("close", (code) => end(code ?? undefined)));
  return { child, said: () => said, ended };
}

/** Waits until something is so; false where the program ends before. */
export async function until({ child }: Started, isSo: () => boolean): Promise<boolean> {
  while (!isSo()) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    await new Promise((again) => setTimeout(again, 1));
  }
  return true;
}

import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";

/** A command's exit code, and its output. */
export interface CommandResult {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Where and how a program runs. */
export interface CommandOptions {
  readonly folder: string;
  /** Variables to add, replace or (undefined) remove. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The id of the user that runs it. Default: the user of the tests. */
  readonly userId?: number | undefined;
}

/** Runs a program and waits for its exit. */
export async function runCommand(
  program: string,
  args: readonly string[],
  { folder, environment = {}, userId }: CommandOptions,
): Promise<CommandResult> {
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    ...(userId !== undefined && { uid: userId, gid: userId }),
  });
  const exitCode = new Promise<number | null>((end, fail) => child.once("exit", end).once("error", fail));
  const [out, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), exitCode]);
  return { code, out, errors };
}

/**
 * Runs `dateline` as a child process in a folder.
 *
 * @param environment variables to add or replace, such as DATELINE_NOW
 */
export function runDateline(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return runCommand(process.execPath, [resolve("src/start.js"), ...args], { folder, environment });
}

// `npm test`: all tests, or `npm test -- feeds`: those whose file matches. Ends with one line: "N passed, N failed".
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { missingTools } from "./tools.ts";

interface Result {
  readonly passed: number;
  readonly failed: number;
  /** What uvu said. */
  readonly said: string;
}

const longestMinutes = 15;

const pattern = process.argv[2];
const files = filesIn("test").filter((file) => !/^test\/(help|bench)\//.test(file));
const chosen = files.filter((file) => pattern === undefined || new RegExp(pattern).test(file));
const complaint = misnamed() ?? missingTools() ?? noneChosen();
process.exitCode = complaint === undefined ? await report() : refuse(complaint);

function misnamed(): string | undefined {
  const wrong = files.filter((file) => !/\.test\.tsx?$/.test(file));
  return wrong.length > 0 ? `Not run, for the name does not end in .test.ts: ${wrong.join(", ")}` : undefined;
}

function noneChosen(): string | undefined {
  return chosen.length === 0 ? `No test file matches ${pattern}.` : undefined;
}

function refuse(why: string): number {
  console.error(why);
  console.log("0 passed, 1 failed");
  return 1;
}

// Two lanes, for two cores: in one, browsers and validators look at the demo; in the other is all the rest. A whole run
// repeats only what a lane said where something failed; who names a file wants to see it.
async function report(): Promise<number> {
  const looks = (file: string) => /^test\/(readers\/|subscribers\/feeds\/demo)/.test(file);
  const lanes = [chosen.filter((file) => !looks(file)), chosen.filter(looks)];
  const results = await Promise.all(lanes.filter((lane) => lane.length > 0).map(runLane));
  for (const { said, failed } of results) {
    if (failed > 0 || pattern !== undefined) process.stdout.write(said);
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

// A lane that breaks off (a file that does not load, a hook that throws, a wait without end) counts what did not pass as
// failed, and itself as one failure where it cannot say what that was.
async function runLane(lane: readonly string[]): Promise<Result> {
  const child = spawn(process.execPath, ["--import", "tsx", "test/help/run/lane.ts", ...lane], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? "1" : "0" },
    timeout: longestMinutes * 60_000,
  });
  const ended = new Promise<number | null>((end) => child.once("exit", end));
  const [out, errors, told] = await Promise.all(child.stdio.slice(1).map((stream) => textOf(stream)));
  const code = await ended;
  const { defined, passed } = countsIn(told ?? "");
  const failed = Math.max(defined - passed, code === 0 && defined > 0 ? 0 : 1);
  return { passed, failed, said: `${out}${errors}` };
}

async function textOf(stream: unknown): Promise<string> {
  return stream instanceof Readable ? text(stream) : "";
}

function countsIn(told: string): { defined: number; passed: number } {
  return told === "" ? { defined: 0, passed: 0 } : JSON.parse(told);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

// `npm test` runs all tests, `npm test -- feeds` those whose path matches. The last line is "N passed, N failed".
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { ensureTools } from "./tools.ts";

interface Result {
  readonly passed: number;
  readonly failed: number;
  /** What uvu printed. */
  readonly output: string;
}

const timeoutMinutes = 15;

const pattern = process.argv[2];
const files = listFiles("test").filter((file) => !/^test\/(help|bench)\//.test(file));
const selectedFiles = files.filter((file) => pattern === undefined || new RegExp(pattern).test(file));
const problem = findMisnamedFiles() ?? ensureTools() ?? findEmptySelection();
process.exitCode = problem === undefined ? await runAndReport() : fail(problem);

function findMisnamedFiles(): string | undefined {
  const misnamedFiles = files.filter((file) => !/\.test\.tsx?$/.test(file));
  return misnamedFiles.length > 0
    ? `Not run, because the name does not end in .test.ts: ${misnamedFiles.join(", ")}`
    : undefined;
}

function findEmptySelection(): string | undefined {
  return selectedFiles.length === 0 ? `No test file matches ${pattern}.` : undefined;
}

function fail(reason: string): number {
  console.error(reason);
  console.log("0 passed, 1 failed");
  return 1;
}

// Two lanes for two cores: one runs the tests that check the demo with browsers and validators, the other runs the
// rest. A full run prints the output of a lane only if a test failed; a run with a pattern always prints it.
async function runAndReport(): Promise<number> {
  const isReaderTest = (file: string) => /^test\/(readers\/|subscribers\/feeds\/demo)/.test(file);
  const lanes = [selectedFiles.filter((file) => !isReaderTest(file)), selectedFiles.filter(isReaderTest)];
  const results = await Promise.all(lanes.filter((lane) => lane.length > 0).map(runLane));
  for (const { output, failed } of results) {
    if (failed > 0 || pattern !== undefined) process.stdout.write(output);
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

// If a lane crashes or times out, its tests that did not pass count as failed. It counts as one failure if no such test
// is known.
async function runLane(lane: readonly string[]): Promise<Result> {
  const child = spawn(process.execPath, ["--import", "tsx", "test/help/run/lane.ts", ...lane], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? "1" : "0" },
    timeout: timeoutMinutes * 60_000,
  });
  const exitCode = new Promise<number | null>((end) => child.once("exit", end));
  const [out, errors, countsText] = await Promise.all(child.stdio.slice(1).map((stream) => readStream(stream)));
  const code = await exitCode;
  const { defined, passed } = parseCounts(countsText ?? "");
  const failed = Math.max(defined - passed, code === 0 && defined > 0 ? 0 : 1);
  return { passed, failed, output: `${out}${errors}` };
}

async function readStream(stream: unknown): Promise<string> {
  return stream instanceof Readable ? text(stream) : "";
}

function parseCounts(countsText: string): { defined: number; passed: number } {
  return countsText === "" ? { defined: 0, passed: 0 } : JSON.parse(countsText);
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

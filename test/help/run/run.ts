// `npm test` runs all tests, `npm test -- feeds` those whose path matches. The last line is "N passed, N failed".
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { ensureTools } from "./tools.ts";

interface LaneResult {
  readonly passed: number;
  readonly failed: number;
  readonly times: readonly FileTime[];
  /** What uvu printed. */
  readonly output: string;
}

/** How long a test file took. */
interface FileTime {
  readonly file: string;
  readonly milliseconds: number;
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

// Two lanes for two cores. One starts with the tests that check the demo with browsers and validators, so that these are
// started once; when it has no more of them it takes over files of the other lane, from the end. A full run prints the
// output of a lane only if a test failed; a run with a pattern always prints it.
async function runAndReport(): Promise<number> {
  const isReaderTest = (file: string) => /^test\/(readers\/|subscribers\/feeds\/demo)/.test(file);
  const readerTests = selectedFiles.filter(isReaderTest);
  const otherTests = selectedFiles.filter((file) => !isReaderTest(file));
  const lanes = [() => otherTests.shift()];
  if (readerTests.length > 0 || otherTests.length > 20) lanes.push(() => readerTests.shift() ?? otherTests.pop());
  const results = await Promise.all(lanes.map(runLane));
  for (const { output, failed } of results) {
    if (failed > 0 || pattern !== undefined) process.stdout.write(output);
  }
  const notRun = [...readerTests, ...otherTests];
  if (notRun.length > 0) console.error(`Not run: ${notRun.join(", ")}`);
  printSlowest(results.flatMap(({ times }) => times));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, notRun.length);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function printSlowest(times: readonly FileTime[]): void {
  const slowest = [...times].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
  for (const { file, milliseconds } of slowest)
    console.log(`${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${file}`);
}

// If a lane crashes or times out, its tests that did not pass count as failed. It counts as one failure if no such test
// is known.
async function runLane(takeFile: () => string | undefined): Promise<LaneResult> {
  const child = spawn(process.execPath, ["--import", "tsx", "test/help/run/lane.ts"], {
    stdio: ["ignore", "pipe", "pipe", "pipe", "ipc"],
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? "1" : "0" },
    timeout: timeoutMinutes * 60_000,
  });
  const times: FileTime[] = [];
  child.on("message", (message: "next" | FileTime) => {
    if (message === "next") child.send(takeFile() ?? { end: true });
    else times.push(message);
  });
  const exitCode = new Promise<number | null>((end) => child.once("exit", end));
  const [out, errors, countsText] = await Promise.all(child.stdio.slice(1, 4).map((stream) => readStream(stream)));
  const code = await exitCode;
  const { defined, passed } = parseCounts(countsText ?? "");
  const failed = Math.max(defined - passed, code === 0 ? 0 : 1);
  return { passed, failed, times, output: `${out}${errors}` };
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

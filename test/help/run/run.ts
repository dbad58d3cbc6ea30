// `npm test` runs all tests, `npm test -- feeds` those whose path matches. The last line is "N passed, N failed".
import { spawn } from "node:child_process";
import { readdirSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { ensureTools } from "./tools.ts";

interface LaneResult {
  readonly files: readonly FileResult[];
  /** What went wrong beside failing tests. */
  readonly problems: readonly string[];
  /** What uvu printed. */
  readonly output: string;
}

interface FileResult {
  readonly file: string;
  readonly defined: number;
  readonly passed: number;
  readonly milliseconds: number;
}

const timeoutMinutes = 18;

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
  const fileResults = results.flatMap((result) => result.files);
  const unfinished = [...readerTests, ...otherTests].map((file) => `Not run: ${file}`);
  const problems = [...results.flatMap((result) => result.problems), ...unfinished];
  const passed = fileResults.reduce((sum, file) => sum + file.passed, 0);
  // A file that a lane did not finish, and one that defines no test, counts as one failure.
  const failed = fileResults.reduce((sum, file) => sum + file.defined - file.passed, problems.length);
  if (failed > 0 || pattern !== undefined) for (const { output } of results) process.stdout.write(output);
  for (const line of problems) console.error(line);
  printSlowest(fileResults);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function printSlowest(files: readonly FileResult[]): void {
  const slowest = [...files].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
  for (const { file, milliseconds } of slowest)
    console.log(`${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${file}`);
}

async function runLane(takeFile: () => string | undefined): Promise<LaneResult> {
  const child = spawn(process.execPath, ["--import", "tsx", "test/help/run/lane.ts"], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, TMPDIR: getTemporaryFolder(), FORCE_COLOR: process.stdout.isTTY ? "1" : "0" },
    timeout: timeoutMinutes * 60_000,
  });
  const files: FileResult[] = [];
  let running: string | undefined;
  child.on("message", (message: "next" | FileResult) => {
    if (message !== "next") files.push(message);
    else {
      running = takeFile();
      child.send(running ?? { end: true });
    }
  });
  const exitCode = new Promise<number | null>((end) => child.once("exit", end));
  const [out, errors] = await Promise.all([child.stdout, child.stderr].map((stream) => readStream(stream)));
  const code = await exitCode;
  const problems = files.filter(({ defined }) => defined === 0).map(({ file }) => `No test in ${file}`);
  if (running !== undefined) problems.push(`Broke off in ${running} (exit code ${code})`);
  else if (code !== 0 && files.every(({ defined, passed }) => defined === passed)) problems.push(`Exit code ${code}`);
  return { files, problems, output: `${out}${errors}` };
}

// Tests build hundreds of sites, each flushed to disk: on a slow disk that takes longer than all else. A container may
// have very little memory there.
function getTemporaryFolder(): string {
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    return bavail * bsize > 4e9 ? "/dev/shm" : tmpdir();
  } catch {
    return tmpdir();
  }
}

async function readStream(stream: unknown): Promise<string> {
  return stream instanceof Readable ? text(stream) : "";
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

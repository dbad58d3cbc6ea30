// A lane: one of the processes that run tests. In: test files as arguments. Out: uvu's report, and on file descriptor 3
// the number of tests defined and passed, as JSON.
import { writeSync } from "node:fs";
import { relative, resolve } from "node:path";
import { run } from "uvu/run";

// uvu decides when it is first loaded how suites are run, so `run` must be called before `behaviour.ts` imports uvu.
const testRun = run(process.argv.slice(2).map(toSuite));
const { counts } = await import("./behaviour.ts");

// Written once, on exit, so that a lane that fails midway still reports its counts.
process.on("exit", () => writeSync(3, JSON.stringify(counts)));
await testRun;

// uvu prepends "file:///" to the path. With the path's leading slash, modules would load twice, under two URLs.
function toSuite(file: string): { name: string; file: string } {
  return { name: relative(process.cwd(), file), file: resolve(file).replace(/^\//, "") };
}

// One of the processes that tests run in. In: test files as arguments. Out: uvu's report, and on file descriptor 3 how
// many tests were defined and how many passed.
import { writeSync } from "node:fs";
import { relative, resolve } from "node:path";
import { run } from "uvu/run";

// uvu asks when it is first loaded who runs its suites: `run` must begin before `behaviour.ts` loads it.
const running = run(process.argv.slice(2).map(suiteIn));
const { counts } = await import("./behaviour.ts");

// At the very end and in one go, so that a lane that breaks off half-way still tells how far it came.
process.on("exit", () => writeSync(3, JSON.stringify(counts)));
await running;

// uvu puts "file:///" before the path: with the path's own slash kept, modules would be loaded twice, under two URLs.
function suiteIn(file: string): { name: string; file: string } {
  return { name: relative(process.cwd(), file), file: resolve(file).replace(/^\//, "") };
}

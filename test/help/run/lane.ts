// A lane: one of the processes that run tests. It asks its parent for one test file after another, runs it, and sends how
// long that took. Out: uvu's report, and on file descriptor 3 the number of tests defined and passed, as JSON.
import { once } from "node:events";
import { writeSync } from "node:fs";
import { relative, resolve } from "node:path";
import { run } from "uvu/run";

// uvu decides when it is first loaded how suites are run, so `run` must be called before `behaviour.ts` imports uvu.
await run([]);
const { counts } = await import("./behaviour.ts");

// Written once, on exit, so that a lane that fails midway still reports its counts.
process.on("exit", () => writeSync(3, JSON.stringify(counts)));
for (let file = await askForFile(); file !== undefined; file = await askForFile()) {
  const start = performance.now();
  await runFile(file);
  process.send?.({ file, milliseconds: performance.now() - start });
}
process.disconnect();

async function askForFile(): Promise<string | undefined> {
  process.send?.("next");
  const [file]: readonly unknown[] = await once(process, "message");
  return typeof file === "string" ? file : undefined;
}

// uvu keeps the suites of all files in a global queue, and runs all of it: it is emptied before each file. uvu prepends
// "file:///" to the path; with the path's leading slash, modules would load twice, under two URLs.
async function runFile(file: string): Promise<void> {
  const queue: unknown = Reflect.get(globalThis, "UVU_QUEUE");
  if (!Array.isArray(queue)) throw new Error("Expected uvu's queue of suites.");
  queue.length = 0;
  await run([{ name: relative(process.cwd(), file), file: resolve(file).replace(/^\//, "") }]);
}

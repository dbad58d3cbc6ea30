// A lane: one of the processes that run tests. It asks its parent for one test file after another, runs it, and sends how
// many tests it defined, how many passed, and how long that took. uvu's report goes to standard output.
import { once } from "node:events";
import { relative, resolve } from "node:path";
import { run } from "uvu/run";

// uvu decides when it is first loaded how suites are run, so `run` must be called before `behaviour.ts` imports uvu.
await run([]);
const { counts } = await import("./behaviour.ts");

for (let file = await askForFile(); file !== undefined; file = await askForFile()) {
  const start = performance.now();
  const before = { ...counts };
  await runFile(file);
  const [defined, passed] = [counts.defined - before.defined, counts.passed - before.passed];
  process.send?.({ file, defined, passed, milliseconds: performance.now() - start });
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

// Finds the compiled program and starts it. A package contains it, in dist/. In a checkout, the sources are compiled when
// one of them has changed: Node 20 does not read TypeScript, and a loader that compiles each file at each start takes
// longer than many builds (2026-11: 0.8 s of 1.4 s, where nothing had changed).
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * Runs one of the entry points of the program.
 *
 * @param {"cli.js" | "worker.js"} entry
 */
export async function start(entry) {
  exitOnSignals();
  const isCheckout = existsSync(join(root, "src/cli.ts"));
  const folder = isCheckout ? await compileCheckout() : join(root, "dist");
  if (folder === undefined) return;
  // Before the program is loaded: Node ignores the source maps of modules that are already there.
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(folder, entry)).href);
}

/**
 * Exits when the user or the system asks for it, so that locks, unfinished folders and temporary ones are deleted. A command
 * that has a handler of its own decides itself.
 */
function exitOnSignals() {
  for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }))
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(128 + number);
    });
}

/** Returns the folder of the compiled sources; undefined after printing why they cannot be compiled. */
async function compileCheckout() {
  const { compileIfChanged } = await import("./checkout.js");
  try {
    return await compileIfChanged(root);
  } catch (error) {
    const isEsbuildMissing = error.code === "ERR_MODULE_NOT_FOUND";
    // esbuild prints the errors in the sources, and then throws all of them as `errors`.
    if (!isEsbuildMissing && error.errors === undefined) throw error;
    if (isEsbuildMissing)
      console.error(`Compiling Dateline needs esbuild, which is not installed. Run "npm ci" in ${root}`);
    process.exitCode = 2;
    return undefined;
  }
}

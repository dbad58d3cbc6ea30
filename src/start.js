#!/usr/bin/env node
// Starts Dateline, from any folder. Node 20 does not read TypeScript, and a loader that compiles each file at each start
// costs more than many a build (2026-11: 0.8 s of 1.4 s where nothing changed); so the sources are compiled together when
// one of them has changed, and kept where tools keep such things.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const keptIn = new URL("node_modules/.cache/dateline/", root);
const compiled = new URL(`${hashOfSources()}/`, keptIn);

if (!existsSync(compiled)) await compile();
await import(new URL("cli.js", compiled).href);

/** Of all that the compiled code depends on; where it lies is part of that. */
function hashOfSources() {
  const hash = createHash("sha256").update(root.href);
  for (const folder of ["src/", "layouts/"]) {
    for (const name of readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).sort()) {
      if (/\.(?:js|tsx?)$/.test(name)) hash.update(name).update(readFileSync(new URL(folder + name, root)));
    }
  }
  return hash
    .update(readFileSync(new URL("package-lock.json", root)))
    .digest("base64url")
    .slice(0, 20);
}

async function compile() {
  const { build } = await import("esbuild");
  const unfinished = new URL(`${process.pid}.unfinished/`, keptIn);
  await build({
    entryPoints: [fileURLToPath(new URL("src/cli.ts", root))],
    outdir: fileURLToPath(unfinished),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["@11ty/*", "sharp", "esbuild"],
    banner: {
      js: 'import { createRequire as requiring } from "node:module"; const require = requiring(import.meta.url);',
    },
    sourcemap: "linked",
    minify: true,
    tsconfig: fileURLToPath(new URL("tsconfig.json", root)),
    // Only package-root.ts asks where it lies; compiled, it would lie somewhere else.
    define: { "import.meta.url": JSON.stringify(new URL("src/values/package-root.ts", root).href) },
  });
  removeOld();
  try {
    renameSync(unfinished, compiled);
  } catch (error) {
    // Somebody else has compiled the same meanwhile.
    if (!existsSync(compiled)) throw error;
    rmSync(unfinished, { recursive: true });
  }
}

/** A build that still runs may yet look for a part of an older one: it has a day. */
function removeOld() {
  const dayAgo = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(keptIn)) {
    const kept = new URL(name, keptIn);
    if ((statSync(kept, { throwIfNoEntry: false })?.mtimeMs ?? dayAgo) < dayAgo)
      rmSync(kept, { recursive: true, force: true });
  }
}

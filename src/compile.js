// In: the sources. Out: the program as JavaScript, with source maps.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

// Everything else is a part of the compiled program, so the same release runs the same code wherever it is installed.
const externalPackages = ["@11ty/eleventy", "sharp"];

/**
 * Compiles the sources into a folder, which appears complete or not at all.
 *
 * @param {string} root the path of the folder that contains package.json
 * @param {string} folder
 * @param {import("./store/code-hash.js").CodeHashes} hashes
 * @param {"package" | "checkout"} target a package can be moved; the program of a checkout knows where the checkout is,
 *   because it can be in any folder itself
 */
export async function compile(root, folder, hashes, target) {
  const { build } = await import("esbuild");
  const unfinished = `${folder}.${process.pid}.unfinished`;
  const removeUnfinished = () => rmSync(unfinished, { recursive: true, force: true });
  process.on("exit", removeUnfinished);
  const rootUrl =
    target === "package" ? 'new URL("../", import.meta.url).href' : JSON.stringify(pathToFileURL(root).href);
  const { metafile } = await build({
    absWorkingDir: resolve(root),
    entryPoints: ["src/cli.ts", "src/worker.ts", "src/eleventy.ts"],
    outdir: unfinished,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    ...(target === "package" ? { external: externalPackages } : { plugins: [absoluteImports] }),
    banner: { js: formatBanner(hashes, rootUrl) },
    sourcemap: "linked",
    sourcesContent: false,
    minify: true,
    metafile: true,
    legalComments: "none",
    tsconfig: "tsconfig.json",
    logLevel: "error",
  });
  if (target === "package") {
    writeFileSync(join(unfinished, "eleventy.d.ts"), eleventyTypes);
    writeFileSync(join(unfinished, "LICENSES.txt"), collectLicenses(root, metafile));
  }
  // Outside a package, Node would take the files for CommonJS.
  writeFileSync(join(unfinished, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(unfinished, hashFile), hashes.site);
  moveIntoPlace(unfinished, folder, hashes);
  process.off("exit", removeUnfinished);
}

/** Whether a folder contains the program that was compiled from these sources. */
export function isCompiled(folder, hashes) {
  const file = join(folder, hashFile);
  return existsSync(file) && readFileSync(file, "utf8") === hashes.site;
}

const hashFile = "code-hash";

// DATELINE is read by src/values/package-root.ts and src/store/version.ts. Bundled CommonJS modules call `require`.
function formatBanner(hashes, rootUrl) {
  return [
    'import { createRequire as createRequireOfModule } from "node:module";',
    "const require = createRequireOfModule(import.meta.url);",
    `const DATELINE = { root: ${rootUrl}, folder: new URL("./", import.meta.url).href, hashes: ${JSON.stringify(hashes)} };`,
  ].join(" ");
}

// The compiled program can be in a folder from which Node would not find the packages.
const absoluteImports = {
  name: "absolute imports",
  setup(build) {
    build.onResolve(
      { filter: new RegExp(`^(?:${externalPackages.join("|")})$`) },
      async ({ path, kind, resolveDir, pluginData }) => {
        if (pluginData === absoluteImports) return undefined;
        const { path: file, errors } = await build.resolve(path, { kind, resolveDir, pluginData: absoluteImports });
        return errors.length > 0 ? { errors } : { path: pathToFileURL(file).href, external: true };
      },
    );
  },
};

function moveIntoPlace(unfinished, folder, hashes) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process has compiled the same sources meanwhile.
    if (!isCompiled(folder, hashes)) throw error;
    rmSync(unfinished, { recursive: true });
  }
}

// The licenses of bundled packages require that their text goes with every copy.
function collectLicenses(root, { inputs }) {
  const packages = new Set(
    Object.keys(inputs).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
  return [...packages]
    .sort()
    .map((name) => {
      const folder = join(root, name);
      const files = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
      return [
        name.replace(/^.*node_modules\//, ""),
        ...files.map((file) => readFileSync(join(folder, file), "utf8").trim()),
      ].join("\n\n");
    })
    .join(`\n\n${"-".repeat(72)}\n\n`)
    .concat("\n");
}

const eleventyTypes = `/** Configures Eleventy to write the site of the folder "content" into "_site". */
export function configureDateline(
  config: object,
): Promise<{ readonly dir: { readonly input: string; readonly output: string } }>;
`;

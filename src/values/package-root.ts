/** Constants that src/compile.js writes at the start of each compiled file. */
declare const DATELINE: { readonly root: string; readonly folder: string };

/** The folder of the Dateline package, with package.json and `layouts/`. */
export const packageRoot =
  typeof DATELINE === "undefined" ? new URL("../../", import.meta.url) : new URL(DATELINE.root);

/** The folder of the compiled program, with worker.js; undefined if the program runs from its TypeScript sources. */
export const compiledFolder = typeof DATELINE === "undefined" ? undefined : new URL(DATELINE.folder);

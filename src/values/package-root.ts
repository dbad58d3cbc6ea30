/** The folder of the Dateline package, with package.json, `src/` and `layouts/`; also if this file is compiled. */
export const packageRoot = new URL("../../", import.meta.url);

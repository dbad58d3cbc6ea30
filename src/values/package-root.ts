/** The folder that Dateline itself lies in, wherever it is compiled to: package.json, `src/` and `layouts/` are there. */
export const root = new URL("../../", import.meta.url);

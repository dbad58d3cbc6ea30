import { formatWarnings } from "../values/problem.ts";
import type { Command } from "./command.ts";
import { contentOptions, readSiteOptions, reportOptions } from "./site-options.ts";

const options = {
  ...contentOptions,
  since: { value: "COMMIT", help: "the earlier commit", default: "HEAD" },
  ...reportOptions,
} as const;

/**
 * Finds all problems in the content, and every address and feed id that was published at an earlier commit and would
 * disappear. Writes nothing.
 */
export const checkCommand: Command<typeof options> = {
  name: "check",
  summary: "Find all problems, and addresses that have vanished since an earlier commit; write nothing",
  options,
  example: "dateline check --since origin/main",
  async run({ options: given }, terminal) {
    const siteOptions = readSiteOptions(given);
    const { checkPromises } = await import("./promises.ts");
    const { findWarnings } = await import("../site/site.ts");
    const site = await checkPromises(siteOptions, given.since);
    terminal.warn(formatWarnings(findWarnings(site, siteOptions), given.all));
    if (site.brokenPromises) {
      terminal.print(site.comparison);
      throw site.brokenPromises;
    }
    terminal.print(`no problem in ${site.pages.length} pages; ${site.comparison}`);
  },
};

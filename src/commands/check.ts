import type { Command } from "./command.ts";
import { contentOptions, readSiteOptions } from "./site-options.ts";

const options = {
  ...contentOptions,
  since: { value: "COMMIT", help: "the earlier commit", default: "HEAD" },
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
    const { pages, comparison } = await checkPromises(siteOptions, given.since);
    terminal.print(`no problem in ${pages.length} pages; ${comparison}`);
  },
};

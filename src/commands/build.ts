import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve, sep } from "node:path";
import { onExit } from "../disk/disk.ts";
import type { Shard } from "../site/site.ts";
import { formatWarnings } from "../values/problem.ts";
import { UserError } from "../values/user-error.ts";
import type { Command } from "./command.ts";
import { createProgressPrinter, formatBuildSummary } from "./progress.ts";
import { parseShard } from "./shard.ts";
import { contentOptions, readSiteOptions, reportOptions } from "./site-options.ts";
import type { Terminal } from "./terminal.ts";

const options = {
  ...contentOptions,
  output: { value: "DIR", help: "the folder for the site", default: "_site" },
  jobs: { value: "NUMBER", help: "how many processes may share the work (default: one per core)" },
  shard: { value: "3/8", help: "build only this part of the site; auto or auto/8: as the CI job says" },
  verify: { help: "render all pages again, and replace those in the output that differ" },
  "no-cache": { help: "build everything again, and keep nothing for the next build" },
  ...reportOptions,
} as const;

/** Builds the site and prints a summary line. On a terminal it shows the progress. */
export const buildCommand: Command<typeof options> = {
  name: "build",
  summary: "Publish the content as a site",
  options,
  example: "dateline build --output public",
  async run({ options: given }, terminal) {
    const start = performance.now();
    const siteOptions = readSiteOptions(given);
    const jobs = parseJobs(given.jobs);
    const shard = readShard(given.shard, terminal);
    assertApart(given.output, { "the content folder": given.content, "the cache": siteOptions.cache });
    const { buildSite, formatShard } = await import("../site/site.ts");
    const build = (cache: string) =>
      buildSite({
        ...siteOptions,
        cache,
        output: given.output,
        shows: "published",
        jobs,
        shard,
        verify: given.verify,
        onProgress: createProgressPrinter(terminal),
        onNotice: terminal.print,
      });
    const summary = await (given["no-cache"] ? withTemporaryCache(build) : build(siteOptions.cache));
    terminal.showProgress(undefined);
    terminal.warn(formatWarnings(summary.warnings, given.all));
    const shardPrefix = shard ? `part ${formatShard(shard)}: ` : "";
    terminal.print(`${shardPrefix}${formatBuildSummary(summary, performance.now() - start)}`);
  },
};

function parseJobs(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d?$/.test(text)) throw new UserError(`--jobs ${text}: write a number from 1 to 99.`);
  return Number(text);
}

function readShard(text: string | undefined, terminal: Terminal): Shard | undefined {
  const shard = text === undefined ? undefined : parseShard(text, process.env);
  if (shard && "advice" in shard) throw new UserError(`${shard.what} ${shard.advice}`);
  if (shard && process.env.DATELINE_NOW === undefined) terminal.print(missingNowNotice);
  return shard;
}

const missingNowNotice =
  "DATELINE_NOW is not set: an article that comes out between the builds of two parts would be in one of them only.";

/**
 * Makes sure that the site shares no folder with what it is made from: it would be read as content, or its files deleted
 * as those of a cache.
 *
 * @param others folders by what they are called
 * @throws UserError
 */
function assertApart(output: string, others: Readonly<Record<string, string>>): void {
  const outputPath = getRealPath(output);
  for (const [name, folder] of Object.entries(others)) {
    const path = getRealPath(folder);
    const relation = outputPath === path ? "is" : isInside(outputPath, path) ? "is in" : "contains";
    if (relation !== "contains" || isInside(path, outputPath))
      throw new UserError(`--output ${output} ${relation} ${name}. Name a folder of its own.`);
  }
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The path without links; what does not exist yet has none. */
function getRealPath(path: string): string {
  const absolutePath = resolve(path);
  if (existsSync(absolutePath)) return realpathSync(absolutePath);
  const parent = dirname(absolutePath);
  return parent === absolutePath ? absolutePath : join(getRealPath(parent), basename(absolutePath));
}

/** Runs a build with an empty cache, which is deleted afterwards. */
async function withTemporaryCache<T>(build: (cache: string) => Promise<T>): Promise<T> {
  const cache = mkdtempSync(join(tmpdir(), "dateline-"));
  const remove = () => rmSync(cache, { recursive: true, force: true });
  const cancelRemove = onExit(remove);
  try {
    return await build(cache);
  } finally {
    remove();
    cancelRemove();
  }
}

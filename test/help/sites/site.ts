import { join } from "node:path";
import { buildSite, ContentProblems } from "../../../src/site/site.ts";
import type { LinkStyle } from "../../../src/values/address.ts";
import { type Instant, parseInstant } from "../../../src/values/instant.ts";
import { formatProblem } from "../../../src/values/problem.ts";
import { type ParsedFeed, readFeeds } from "../readers/feed-reader.ts";
import { createTemporaryFolder, type FileContents, writeFiles } from "./folders.ts";
import { openPublishedFolder, type PublishedFolder } from "./published.ts";

/** Options for building a small site. */
export interface SmallSiteOptions {
  /** An ISO instant with an offset. Default: 2024-12-31T12:00:00Z, after all dates in tests. */
  readonly now?: string;
  readonly links?: LinkStyle;
  /** The site's time zone, unless the test has its own site.yaml. */
  readonly timezone?: string;
}

/** A small site after a build, or the problems that stopped the build. */
export interface SmallSite extends PublishedFolder {
  /** As the command line prints them, with paths relative to `folder`. */
  readonly problems: readonly string[];
  /** Contains `content/` and, after a build, `_site/`. */
  readonly folder: string;
  /** Reads the feed at an address. Throws if there is none. */
  readonly feed: (address: string) => ParsedFeed;
  /** Writes, changes or deletes (undefined) some files and builds again in the same folder. */
  readonly change: (files: FileContents, options?: SmallSiteOptions) => Promise<SmallSite>;
}

/**
 * Writes a small site into a temporary folder and builds it.
 *
 * @param files by their path in `content/`; site.yaml, tags.yaml and storylines.yaml are added if they are not given.
 *   Tags: ukraine, russia, diplomacy. Storylines: second-summit.
 */
export async function buildSmallSite(files: FileContents, options: SmallSiteOptions = {}): Promise<SmallSite> {
  return buildInFolder(createTemporaryFolder(), { ...makeSettingsFiles(options.timezone), ...files }, options);
}

async function buildInFolder(folder: string, files: FileContents, options: SmallSiteOptions): Promise<SmallSite> {
  writeFiles(join(folder, "content"), files);
  const problems = await buildAndListProblems(folder, options);
  const publishedSite = openPublishedFolder(join(folder, "_site"));
  return {
    ...publishedSite,
    problems,
    folder,
    feed: (address) => getOnlyFeed(readFeeds([publishedSite.text(address)])),
    change: (changedFiles, newOptions = {}) => buildInFolder(folder, changedFiles, { ...options, ...newOptions }),
  };
}

async function buildAndListProblems(folder: string, { now, links }: SmallSiteOptions): Promise<readonly string[]> {
  try {
    await buildSite({
      content: join(folder, "content"),
      output: join(folder, "_site"),
      shows: "published",
      cache: join(folder, ".cache"),
      links,
      now: requireInstant(now ?? "2024-12-31T12:00:00Z"),
      jobs: undefined,
      shard: undefined,
      onProgress: () => undefined,
      onNotice: () => undefined,
    });
    return [];
  } catch (error) {
    if (!(error instanceof ContentProblems)) throw error;
    return error.problems.map(formatProblem).map((line) => line.replaceAll(`${folder}/`, ""));
  }
}

function getOnlyFeed(feeds: readonly ParsedFeed[]): ParsedFeed {
  const [feed] = feeds;
  if (feed === undefined) throw new Error("Expected a feed.");
  return feed;
}

function requireInstant(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`Expected an ISO instant with an offset, not "${text}".`);
  return instant;
}

/**
 * A valid article file, with some front matter keys replaced. Each key is on its own line, its value written as JSON (a
 * subset of YAML): title on line 2, then summary, sources, tags (line 5), then added keys.
 *
 * @param overrides keys to replace or add; undefined omits a key
 */
export function formatArticle(
  overrides: Readonly<Record<string, unknown>> = {},
  text = "The talks go on in Vienna.",
): string {
  const frontMatter = { ...completeFrontMatter, ...overrides };
  const lines = Object.entries(frontMatter).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return ["---", ...lines, "---", "", text, ""].join("\n");
}

const completeFrontMatter = {
  title: "Envoys meet in Vienna",
  summary: "Both sides agree to meet again.",
  sources: [{ name: "Reuters" }],
  tags: ["diplomacy"],
};

/** The settings of a small site: site.yaml, tags.yaml and storylines.yaml. */
export function makeSettingsFiles(timezone = "Europe/Riga"): FileContents {
  return {
    "site.yaml": `title: The Dispatch
description: One edition a day.
url: https://dispatch.example/
authority: "dispatch.example,2024"
language: en
timezone: ${timezone}
hour: "06:00"
publisher: {name: The Dispatch}
sections: [ukraine, russia]
links: folder
`,
    "tags.yaml": `- {slug: ukraine, title: Ukraine, also: [Україна, Украина]}
- {slug: russia, title: Russia, also: [Россия]}
- {slug: diplomacy, title: Diplomacy}
`,
    "storylines.yaml": "- {slug: second-summit, title: A second summit}\n",
  };
}

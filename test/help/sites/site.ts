import { join } from "node:path";
import { build, ProblemsFound } from "../../../src/site/site.ts";
import type { LinkStyle } from "../../../src/values/address.ts";
import { type Instant, instantFrom } from "../../../src/values/instant.ts";
import { problemLine } from "../../../src/values/problem.ts";
import { type ReadFeed, readFeeds } from "../readers/feed-reader.ts";
import { type Files, temporaryFolder, writeFiles } from "./folders.ts";
import { type PublishedFolder, publishedFolder } from "./published.ts";

/** What a small site is built under. */
export interface Circumstances {
  /** An ISO instant with an offset. Default: long after everything that tests date. */
  readonly now?: string;
  readonly links?: LinkStyle;
  /** The site's time zone, where the test brings no site.yaml of its own. */
  readonly zone?: string;
}

/** A small site that was built, or the problems that were in the way. */
export interface SmallSite extends PublishedFolder {
  /** As the command line lists them, from the folder that holds `content/`. */
  readonly problems: readonly string[];
  /** Holds `content/` and, once built, `_site/`. */
  readonly folder: string;
  /** A feed as a subscriber's reader understands it; throws where there is none. */
  readonly feed: (address: string) => ReadFeed;
  /** Builds again in the same folder, with some files written, changed or (undefined) taken away. */
  readonly change: (files: Files, circumstances?: Circumstances) => Promise<SmallSite>;
}

/**
 * Writes a small site into a folder of its own and builds it as authors do.
 *
 * @param files by their path in `content/`; site.yaml, tags.yaml and storylines.yaml are added where they are not among
 *   them. Tags: ukraine, russia, diplomacy. Storylines: second-summit.
 */
export async function site(files: Files, circumstances: Circumstances = {}): Promise<SmallSite> {
  return buildIn(temporaryFolder(), { ...settings(circumstances.zone), ...files }, circumstances);
}

async function buildIn(folder: string, files: Files, circumstances: Circumstances): Promise<SmallSite> {
  writeFiles(join(folder, "content"), files);
  const problems = await problemsOfBuild(folder, circumstances);
  const published = publishedFolder(join(folder, "_site"));
  return {
    ...published,
    problems,
    folder,
    feed: (address) => only(readFeeds([published.text(address)])),
    change: (changed, then = {}) => buildIn(folder, changed, { ...circumstances, ...then }),
  };
}

async function problemsOfBuild(folder: string, { now, links }: Circumstances): Promise<readonly string[]> {
  try {
    await build({
      content: join(folder, "content"),
      output: join(folder, "_site"),
      shows: "published",
      cache: join(folder, ".cache"),
      links,
      now: moment(now ?? "2024-12-31T12:00:00Z"),
      jobs: undefined,
      shard: undefined,
      progress: () => undefined,
      notice: () => undefined,
    });
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    return error.problems.map(problemLine).map((line) => line.replaceAll(`${folder}/`, ""));
  }
}

function only(feeds: readonly ReadFeed[]): ReadFeed {
  const [feed] = feeds;
  if (feed === undefined) throw new Error("Expected a feed.");
  return feed;
}

function moment(text: string): Instant {
  const instant = instantFrom(text);
  if (instant === undefined) throw new Error(`Expected an ISO instant with an offset, not "${text}".`);
  return instant;
}

/**
 * An article's text that is right in every way, with some of its front matter different. Each key stands on a line of
 * its own, written as JSON (which is YAML): title on line 2, then summary, sources, tags (line 5), then what is added.
 *
 * @param different keys to replace or add; undefined leaves a key out
 */
export function article(
  different: Readonly<Record<string, unknown>> = {},
  text = "The talks go on in Vienna.",
): string {
  const frontMatter = { ...complete, ...different };
  const lines = Object.entries(frontMatter).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return ["---", ...lines, "---", "", text, ""].join("\n");
}

const complete = {
  title: "Envoys meet in Vienna",
  summary: "Both sides agree to meet again.",
  sources: [{ name: "Reuters" }],
  tags: ["diplomacy"],
};

/** The settings of a small site: site.yaml, tags.yaml and storylines.yaml. */
export function settings(zone = "Europe/Riga"): Files {
  return {
    "site.yaml": `title: The Dispatch
description: One edition a day.
url: https://dispatch.example/
authority: "dispatch.example,2024"
language: en
timezone: ${zone}
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

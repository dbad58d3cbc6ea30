// Measures what feeds cost: Dateline builds the same archive with about a thousand feeds and with none, both without
// caches. `node --import tsx test/bench/feeds.ts --sizes 1000,10000 --rounds 3`
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Contestant } from "./contestant.ts";
import { type Corpus, createCorpus, generateStories } from "./corpus.ts";
import { createDateline } from "./dateline-side.ts";
import { findPlatformProblem } from "./measure.ts";
import { type Run, runScenario } from "./race.ts";
import { computeMedian, formatSpread } from "./report.ts";
import { clearAside, withWorkspace } from "./room.ts";
import type { Scenario } from "./scenarios.ts";
import { countWrittenFiles, type FileVersions, readFileVersions, type WrittenFiles } from "./written.ts";

const repository = resolve(import.meta.dirname, "../..");
const maxRatio = 1.2;
// With three formats each, plus the feeds of the site and of its days: about a thousand feeds.
const tagCount = 200;
const storylineCount = 130;

const { values: options } = parseArgs({
  options: { sizes: { type: "string", default: "1000,10000" }, rounds: { type: "string", default: "3" } },
});
const sizes = options.sizes.split(",").map(Number);
const rounds = Number(options.rounds);

const datelineWithFeeds = createDateline(repository, "with feeds");

/** Dateline without the line of its plan that publishes feeds. Its pages still link to them. */
const datelineWithoutFeeds: Contestant = {
  ...datelineWithFeeds,
  createProject: (folder, corpus) => {
    datelineWithFeeds.createProject(folder, corpus);
    const file = join(folder, "src/plan/plan.ts");
    const source = readFileSync(file, "utf8");
    const changedSource = source.replace(/^ {2}planFeeds,\n/m, "");
    if (changedSource === source) throw new Error(`${file}: expected a line "planFeeds," in the list of planners`);
    writeFileSync(file, changedSource);
  },
};

const cleanBuild: Scenario = { name: "full", title: "nothing cached", fromNothing: true, change: () => undefined };

process.exitCode = await main();

async function main(): Promise<number> {
  const problem = findPlatformProblem();
  if (problem !== undefined) {
    console.error(problem);
    return 2;
  }
  for (const size of sizes)
    console.log(await withWorkspace(estimateBytes(size), (workspace) => compareFeeds(workspace, size)));
  return 0;
}

// Both contents, sites and caches, and the sites and caches of one more build. The feeds alone take 0.2 GB.
function estimateBytes(size: number): number {
  return size * 150 * 1024 + 2 ** 30;
}

/** One side of the comparison: its build, the folder of its project, and its stories. */
interface Side {
  readonly contestant: Contestant;
  readonly workspace: string;
  readonly corpus: Corpus;
}

async function compareFeeds(workspace: string, size: number): Promise<string> {
  const corpus = createCorpus(size, tagCount, storylineCount);
  const withFeeds = { contestant: datelineWithFeeds, workspace: join(workspace, "with"), corpus };
  const withoutFeeds = { contestant: datelineWithoutFeeds, workspace: join(workspace, "without"), corpus };
  for (const side of [withFeeds, withoutFeeds]) createProject(side);
  // The first round warms up the machine and does not count.
  await runFeedPair(withFeeds, withoutFeeds, 0);
  const feedFiles = findFeedFiles(withFeeds, withoutFeeds);
  const pairs: FeedPair[] = [];
  for (let round = 1; round <= rounds; round++) pairs.push(await runFeedPair(withFeeds, withoutFeeds, round));
  return formatResult(size, feedFiles, pairs);
}

interface FeedPair {
  readonly withFeeds: Run;
  readonly withoutFeeds: Run;
}

async function runFeedPair(withFeeds: Side, withoutFeeds: Side, round: number): Promise<FeedPair> {
  const pair = await buildAlternately(withFeeds, withoutFeeds, round);
  for (const { workspace } of [withFeeds, withoutFeeds]) clearAside(workspace);
  return pair;
}

// The second build of a pair runs on a warmer machine, so the order alternates.
async function buildAlternately(withFeeds: Side, withoutFeeds: Side, round: number): Promise<FeedPair> {
  const build = (side: Side) => runScenario(side, side.contestant, cleanBuild, round);
  if (round % 2 === 0) return { withFeeds: await build(withFeeds), withoutFeeds: await build(withoutFeeds) };
  const firstRun = await build(withoutFeeds);
  return { withFeeds: await build(withFeeds), withoutFeeds: firstRun };
}

function formatResult(size: number, feedFiles: WrittenFiles, pairs: readonly FeedPair[]): string {
  const formatSeconds = (getRun: (pair: FeedPair) => Run) =>
    computeMedian(pairs.map((pair) => getRun(pair).wallSeconds)).toFixed(2);
  const formatRatio = (getValue: (run: Run) => number) =>
    formatSpread(pairs.map(({ withFeeds, withoutFeeds }) => getValue(withFeeds) / getValue(withoutFeeds)));
  const mebibytes = (feedFiles.bytes / 2 ** 20).toFixed(0);
  return [
    `${size} articles, ${tagCount} tags, ${feedFiles.files} feeds (${mebibytes} MiB):`,
    `  full build with feeds ${formatSeconds(({ withFeeds }) => withFeeds)} s, without ${formatSeconds((pair) => pair.withoutFeeds)} s`,
    `  wall ${formatRatio((run) => run.wallSeconds)}, goal: at most ${maxRatio}`,
    `  CPU ${formatRatio((run) => run.cpuSeconds)}, peak memory ${formatRatio((run) => run.peakMiB)}`,
  ].join("\n");
}

function createProject({ contestant, workspace, corpus }: Side): void {
  contestant.createProject(join(workspace, contestant.name), corpus);
  for (const story of generateStories(corpus)) contestant.writeStory(join(workspace, contestant.name), story);
}

/**
 * Counts the files that are feeds. Throws if the two sites differ in anything else, because that would distort the
 * result.
 */
function findFeedFiles(withFeeds: Side, withoutFeeds: Side): WrittenFiles {
  const [pathsWithFeeds, pathsWithoutFeeds] = [readSite(withFeeds), readSite(withoutFeeds)];
  const otherDifferences = [...pathsWithFeeds.keys(), ...pathsWithoutFeeds.keys()].filter(
    (path) => pathsWithFeeds.has(path) !== pathsWithoutFeeds.has(path) && !isFeed(path),
  );
  const remainingFeeds = [...pathsWithoutFeeds.keys()].filter(isFeed);
  if (otherDifferences.length + remainingFeeds.length > 0) {
    throw new Error(
      `Expected all feeds on one side only, and no other difference: ${[...otherDifferences, ...remainingFeeds].join(", ")}`,
    );
  }
  return countWrittenFiles(new Map(), new Map([...pathsWithFeeds].filter(([path]) => isFeed(path))));
}

function readSite({ contestant, workspace }: Side): FileVersions {
  return readFileVersions(join(workspace, contestant.name, contestant.siteFolder));
}

function isFeed(path: string): boolean {
  return /(^|\/)(rss\.xml|atom\.xml|feed\.json)$/.test(path);
}

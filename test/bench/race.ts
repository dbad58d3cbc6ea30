// The race at one size: creates both projects, checks that they publish the same, then builds them alternately.
import { mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { type AddressComparison, compareAddresses, type PublishedFiles } from "./addresses.ts";
import type { Contestant } from "./contestant.ts";
import { type Corpus, corpusNow, generateStories } from "./corpus.ts";
import { type Cost, measureCommand } from "./measure.ts";
import { clearAside, getAsideFolder } from "./room.ts";
import type { ExpectedText, Scenario } from "./scenarios.ts";
import { countWrittenFiles, type FileVersions, readFileVersions, type WrittenFiles } from "./written.ts";

/** The cost of one build, and the files that it wrote. */
export interface Run extends Cost {
  readonly site: WrittenFiles;
  /** Written to the cache folders. */
  readonly cache: WrittenFiles;
}

/** Both sides' builds of one scenario in one round, one directly after the other. */
export interface Pair {
  readonly dateline: Run;
  readonly hugo: Run;
}

export interface Contest {
  readonly dateline: Contestant;
  readonly hugo: Contestant;
  /** The folder that contains both projects, and the output that was moved aside. */
  readonly workspace: string;
  readonly corpus: Corpus;
}

/**
 * The most bytes that a race needs on disk: both contents, both sites and Dateline's cache, and the sites and cache of
 * one more build, which are moved aside. (160 KB an article at 10,000, 2026-11.)
 */
export function estimateBytes(size: number): number {
  return size * 170 * 1024 + 512 * 2 ** 20;
}

/** Writes both projects. At 50,000 articles the disk stays busy for a while, so nothing is measured directly after. */
export function createProjects({ dateline, hugo, workspace, corpus }: Contest): void {
  for (const contestant of [dateline, hugo]) contestant.createProject(join(workspace, contestant.name), corpus);
  for (const story of generateStories(corpus)) {
    for (const contestant of [dateline, hugo]) contestant.writeStory(join(workspace, contestant.name), story);
  }
}

/** Builds both sides once without measuring, and compares the addresses that they publish. */
export async function buildAndCompare({ dateline, hugo, workspace }: Contest): Promise<{
  readonly comparison: AddressComparison;
  readonly files: number;
}> {
  for (const contestant of [dateline, hugo]) await buildSite(contestant, workspace);
  const [datelineFiles, hugoFiles] = [listPublishedFiles(dateline, workspace), listPublishedFiles(hugo, workspace)];
  return { comparison: compareAddresses(datelineFiles, hugoFiles), files: datelineFiles.paths.length };
}

/**
 * Runs one scenario once on each side: Dateline, then Hugo.
 *
 * @param round the number of the round, from 1
 */
export async function runPair(contest: Contest, scenario: Scenario, round: number): Promise<Pair> {
  const pair = {
    dateline: await runScenario(contest, contest.dateline, scenario, round),
    hugo: await runScenario(contest, contest.hugo, scenario, round),
  };
  // Only after both builds, so that they run directly after each other.
  clearAside(contest.workspace);
  return pair;
}

/** Runs one scenario on one side, whose project is the folder of its name in `workspace`. */
export async function runScenario(
  { workspace, corpus }: Omit<Contest, "dateline" | "hugo">,
  contestant: Contestant,
  scenario: Scenario,
  round: number,
): Promise<Run> {
  const folder = join(workspace, contestant.name);
  const expectedText = scenario.change(contestant, folder, corpus, round);
  if (scenario.fromNothing) moveOutputAside(workspace, contestant, round);
  const filesBefore = listOutput(workspace, contestant);
  const cost = await buildSite(contestant, workspace);
  const filesAfter = listOutput(workspace, contestant);
  if (expectedText) assertShows(join(folder, contestant.siteFolder), expectedText);
  return {
    ...cost,
    site: countWrittenFiles(filesBefore.site, filesAfter.site),
    cache: countWrittenFiles(filesBefore.cache, filesAfter.cache),
  };
}

function buildSite(contestant: Contestant, workspace: string): Promise<Cost> {
  return measureCommand(contestant.command, join(workspace, contestant.name), {
    DATELINE_NOW: corpusNow,
    NO_COLOR: "1",
  });
}

// Renamed, not deleted: deleting a large tree slows down the next measurement.
function moveOutputAside(workspace: string, contestant: Contestant, round: number): void {
  for (const name of [contestant.siteFolder, ...contestant.cacheFolders]) {
    const asideFolder = join(getAsideFolder(workspace), `${contestant.name}-${round}`, name);
    mkdirSync(dirname(asideFolder), { recursive: true });
    if (readFileVersions(join(workspace, contestant.name, name)).size > 0)
      renameSync(join(workspace, contestant.name, name), asideFolder);
  }
}

function listOutput(
  workspace: string,
  contestant: Contestant,
): { readonly site: FileVersions; readonly cache: FileVersions } {
  const folder = join(workspace, contestant.name);
  const cache = contestant.cacheFolders.flatMap((name) =>
    [...readFileVersions(join(folder, name))].map(([path, file]) => [`${name}/${path}`, file] as const),
  );
  return { site: readFileVersions(join(folder, contestant.siteFolder)), cache: new Map(cache) };
}

function assertShows(siteFolder: string, { path, text }: ExpectedText): void {
  if (!readFileSync(join(siteFolder, path), "utf8").includes(text)) {
    throw new Error(`${join(siteFolder, path)} does not contain "${text}": the build missed the change`);
  }
}

function listPublishedFiles(contestant: Contestant, workspace: string): PublishedFiles {
  const site = join(workspace, contestant.name, contestant.siteFolder);
  return {
    paths: [...readFileVersions(site).keys()],
    isRedirect: (path) => readFileSync(join(site, path), "utf8").includes('http-equiv="refresh"'),
  };
}

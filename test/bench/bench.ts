// `npm run bench` compares Dateline with Hugo, both publishing the same site. It is not part of `npm test`, because it
// takes minutes and needs an otherwise idle machine.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createCorpus } from "./corpus.ts";
import { createDateline } from "./dateline-side.ts";
import { createHugo } from "./hugo-side.ts";
import { findPlatformProblem } from "./measure.ts";
import { buildAndCompare, type Contest, createProjects, estimateBytes, type Pair, runPair } from "./race.ts";
import { formatReport, type RaceResult, type RaceSetup } from "./report.ts";
import { withWorkspace } from "./room.ts";
import { scenarios } from "./scenarios.ts";

const repository = resolve(import.meta.dirname, "../..");
const readme = join(import.meta.dirname, "README.md");

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,50000" },
    rounds: { type: "string", default: "3" },
    hugo: { type: "string", default: "hugo" },
    scenarios: { type: "string", default: scenarios.map(({ name }) => name).join(",") },
    write: { type: "boolean", default: false },
  },
});
// Each round adds a story to the last day, whose twenty stories and these are one minute apart within one hour.
const maxRounds = 30;
const sizes = options.sizes.split(",").map(Number);
const rounds = Number(options.rounds);
// Each project is built in its own folder, so a relative path is resolved here.
const hugoProgram = options.hugo.includes("/") ? resolve(options.hugo) : options.hugo;
const selectedScenarios = scenarios.filter(({ name }) => options.scenarios.split(",").includes(name));
process.exitCode = await main();

async function main(): Promise<number> {
  const problem = findPlatformProblem() ?? findUsageProblem();
  if (problem !== undefined) return reportProblem(problem, 2);
  const setup = readSetup();
  const results: RaceResult[] = [];
  for (const size of sizes) {
    const result = await withWorkspace(estimateBytes(size), (workspace) => runRace(workspace, size, setup));
    if (result === undefined) return 1;
    results.push(result);
  }
  const text = formatReport(setup, results);
  console.log(`\n${text}`);
  if (options.write) writeFileSync(readme, replaceResults(readFileSync(readme, "utf8"), text));
  return 0;
}

function findUsageProblem(): string | undefined {
  // In a smaller archive some tags and storylines have no story; Hugo publishes them and Dateline does not. With whole
  // thousands, the stories that the rounds add never fill another fifty of the last month: Dateline would archive
  // those, and the Hugo project has no page for that archive document.
  if (!sizes.every((size) => Number.isInteger(size / 1000) && size > 0))
    return `--sizes ${options.sizes}: use multiples of 1000, for example 1000,10000.`;
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > maxRounds)
    return `--rounds ${options.rounds}: use a number from 1 to ${maxRounds}.`;
  const unknownNames = options.scenarios
    .split(",")
    .filter((name) => !scenarios.some((scenario) => scenario.name === name));
  if (unknownNames.length > 0)
    return `--scenarios ${unknownNames.join(",")}: choose from ${scenarios.map(({ name }) => name).join(",")}.`;
  return readHugoVersion() === undefined ? `Cannot run Hugo as "${hugoProgram}". Set its path with --hugo.` : undefined;
}

function readHugoVersion(): string | undefined {
  try {
    return /v([\d.]+)/.exec(execFileSync(hugoProgram, ["version"], { encoding: "utf8" }))?.[1];
  } catch {
    return undefined;
  }
}

function reportProblem(message: string, exitCode: number): number {
  console.error(message);
  return exitCode;
}

/** @returns undefined if the two sides do not publish the same addresses, which is printed */
async function runRace(workspace: string, size: number, setup: RaceSetup): Promise<RaceResult | undefined> {
  const contest: Contest = {
    dateline: createDateline(repository, setup.dateline),
    hugo: createHugo(repository, hugoProgram, setup.hugo),
    workspace,
    corpus: createCorpus(size),
  };
  log(`${size} articles: writing both projects below ${workspace}`);
  createProjects(contest);
  log(`${size} articles: building both once, to compare what they publish`);
  const { comparison, files } = await buildAndCompare(contest);
  if (comparison.unexpected.length > 0) {
    const examples = comparison.unexpected.slice(0, 40).join("\n  ");
    reportProblem(`No race: the two sites differ at ${comparison.unexpected.length} addresses.\n  ${examples}`, 1);
    return undefined;
  }
  const pairs = new Map<string, Pair[]>(selectedScenarios.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const scenario of selectedScenarios) {
      const pair = await runPair(contest, scenario, round);
      pairs.get(scenario.name)?.push(pair);
      log(
        `round ${round}, ${scenario.title}: ${pair.dateline.wallSeconds.toFixed(2)} s / ${pair.hugo.wallSeconds.toFixed(2)} s`,
      );
    }
  }
  const scenarioResults = selectedScenarios.map(({ name, title, fromNothing }) => ({
    title,
    fromNothing,
    pairs: pairs.get(name) ?? [],
  }));
  return { size, files, accepted: comparison.accepted, scenarios: scenarioResults };
}

function readSetup(): RaceSetup {
  const runGit = (...args: readonly string[]) =>
    execFileSync("git", ["-C", repository, ...args], { encoding: "utf8" }).trim();
  const hasChanges =
    runGit("status", "--porcelain", "--", "src", "layouts", "package.json", "test/bench", ":!*.md") !== "";
  const version = /"version": "([^"]+)"/.exec(readFileSync(join(repository, "package.json"), "utf8"))?.[1];
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: `${runGit("rev-parse", "--short", "HEAD")}${hasChanges ? " with changes not committed" : ""}`,
    machine: `${availableParallelism()} cores (${cpus()[0]?.model ?? "unknown"}), ${gibibytes} GiB`,
    node: process.versions.node,
    dateline: `Dateline ${version}`,
    hugo: `Hugo ${readHugoVersion()}`,
    rounds,
  };
}

/** Replaces the results in the README. */
function replaceResults(text: string, results: string): string {
  return text.replace(/(<!-- results -->\n)[\s\S]*$/, (_, marker: string) => `${marker}\n${results}`);
}

function log(line: string): void {
  console.error(line);
}

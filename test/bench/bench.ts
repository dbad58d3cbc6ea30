// `npm run bench`: Dateline against Hugo, both publishing the same. Not a test: it needs minutes and a quiet machine.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { corpusOf } from "./corpus.ts";
import { dateline } from "./dateline-side.ts";
import { hugo } from "./hugo-side.ts";
import { whyNotHere } from "./measure.ts";
import { bytesFor, type Contest, layOut, type Pair, rehearse, runPair } from "./race.ts";
import { type Result, report, type Setup } from "./report.ts";
import { inARoom } from "./room.ts";
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
// Each round adds a story, a minute later, to the twenty of the last day's first hour.
const mostRounds = 30;
const sizes = options.sizes.split(",").map(Number);
const rounds = Number(options.rounds);
// Each project is built in its own folder, so a path that was given from here is made whole.
const program = options.hugo.includes("/") ? resolve(options.hugo) : options.hugo;
const chosen = scenarios.filter(({ name }) => options.scenarios.split(",").includes(name));
process.exitCode = await main();

async function main(): Promise<number> {
  const wrong = whyNotHere() ?? wrongUse();
  if (wrong !== undefined) return complain(wrong, 2);
  const setup = setupHere();
  const results: Result[] = [];
  for (const size of sizes) {
    const result = await inARoom(bytesFor(size), (room) => race(room, size, setup));
    if (result === undefined) return 1;
    results.push(result);
  }
  const text = report(setup, results);
  console.log(`\n${text}`);
  if (options.write) writeFileSync(readme, withResults(readFileSync(readme, "utf8"), text));
  return 0;
}

function wrongUse(): string | undefined {
  // In a smaller archive some tags and storylines have no story: Hugo publishes them all the same, Dateline does not. In
  // whole thousands the last month has no fifty begun, which the further stories of so many rounds would fill: Dateline
  // would archive it, and Hugo's archive has no page of its own for it.
  if (!sizes.every((size) => Number.isInteger(size / 1000) && size > 0))
    return `--sizes ${options.sizes}: give thousands, as 1000,10000.`;
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > mostRounds)
    return `--rounds ${options.rounds}: give a number from 1 to ${mostRounds}.`;
  const unknown = options.scenarios.split(",").filter((name) => !scenarios.some((scenario) => scenario.name === name));
  if (unknown.length > 0)
    return `--scenarios ${unknown.join(",")}: give some of ${scenarios.map(({ name }) => name).join(",")}.`;
  return hugoVersion() === undefined ? `No Hugo answers to "${program}": give its path with --hugo.` : undefined;
}

function hugoVersion(): string | undefined {
  try {
    return /v([\d.]+)/.exec(execFileSync(program, ["version"], { encoding: "utf8" }))?.[1];
  } catch {
    return undefined;
  }
}

function complain(why: string, code: number): number {
  console.error(why);
  return code;
}

/** @returns undefined where both sides do not publish the same, which is told */
async function race(room: string, size: number, setup: Setup): Promise<Result | undefined> {
  const contest: Contest = {
    dateline: dateline(repository, setup.dateline),
    hugo: hugo(repository, program, setup.hugo),
    room,
    corpus: corpusOf(size),
  };
  say(`${size} articles: writing both projects below ${room}`);
  layOut(contest);
  say(`${size} articles: building both once, to compare what they publish`);
  const { comparison, files } = await rehearse(contest);
  if (comparison.unlawful.length > 0) {
    const some = comparison.unlawful.slice(0, 40).join("\n  ");
    complain(`No race: the two sites differ at ${comparison.unlawful.length} addresses.\n  ${some}`, 1);
    return undefined;
  }
  const pairs = new Map<string, Pair[]>(chosen.map(({ name }) => [name, []]));
  for (let take = 1; take <= rounds; take++) {
    for (const scenario of chosen) {
      const pair = await runPair(contest, scenario, take);
      pairs.get(scenario.name)?.push(pair);
      say(
        `round ${take}, ${scenario.title}: ${pair.dateline.wallSeconds.toFixed(2)} s / ${pair.hugo.wallSeconds.toFixed(2)} s`,
      );
    }
  }
  const measured = chosen.map(({ name, title, fromNothing }) => ({ title, fromNothing, pairs: pairs.get(name) ?? [] }));
  return { size, files, lawful: comparison.lawful, scenarios: measured };
}

function setupHere(): Setup {
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", repository, ...args], { encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "--", "src", "layouts", "package.json", "test/bench", ":!*.md") !== "";
  const version = /"version": "([^"]+)"/.exec(readFileSync(join(repository, "package.json"), "utf8"))?.[1];
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: `${git("rev-parse", "--short", "HEAD")}${changed ? " with changes not committed" : ""}`,
    machine: `${availableParallelism()} cores (${cpus()[0]?.model ?? "unknown"}), ${gibibytes} GiB`,
    node: process.versions.node,
    dateline: `Dateline ${version}`,
    hugo: `Hugo ${hugoVersion()}`,
    rounds,
  };
}

/** The README with these results in place of the last ones. */
function withResults(text: string, results: string): string {
  return text.replace(/(<!-- results -->\n)[\s\S]*$/, (_, marker: string) => `${marker}\n${results}`);
}

function say(line: string): void {
  console.error(line);
}

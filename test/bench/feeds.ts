// What feeds cost: the same archive with some thousand feeds and with none, both by Dateline, built from nothing in turn.
// `node --import tsx test/bench/feeds.ts --sizes 1000,10000 --rounds 3`
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Contestant } from "./contestant.ts";
import { type Corpus, corpusOf, storiesOf } from "./corpus.ts";
import { dateline } from "./dateline-side.ts";
import { whyNotHere } from "./measure.ts";
import { type Run, run } from "./race.ts";
import { median, spread } from "./report.ts";
import { clearAside, inARoom } from "./room.ts";
import type { Scenario } from "./scenarios.ts";
import { type Files, filesIn, type Written, writtenBetween } from "./written.ts";

const repository = resolve(import.meta.dirname, "../..");
const goal = 1.2;
// Three formats each, with those of the site and of its days: some thousand.
const tags = 200;
const storylines = 130;

const { values: options } = parseArgs({
  options: { sizes: { type: "string", default: "1000,10000" }, rounds: { type: "string", default: "3" } },
});
const sizes = options.sizes.split(",").map(Number);
const rounds = Number(options.rounds);

const complete = dateline(repository, "with feeds");

/** Dateline with the one line taken out of its plan by which it publishes feeds. Its pages still name them. */
const bare: Contestant = {
  ...complete,
  layOut: (folder, corpus) => {
    complete.layOut(folder, corpus);
    const file = join(folder, "src/plan/plan.ts");
    const before = readFileSync(file, "utf8");
    const after = before.replace(/^ {2}feeds,\n/m, "");
    if (after === before) throw new Error(`${file}: expected a line "feeds," among the outputs`);
    writeFileSync(file, after);
  },
};

const fromNothing: Scenario = { name: "full", title: "nothing cached", fromNothing: true, change: () => undefined };

process.exitCode = await main();

async function main(): Promise<number> {
  const wrong = whyNotHere();
  if (wrong !== undefined) {
    console.error(wrong);
    return 2;
  }
  for (const size of sizes) console.log(await inARoom(bytesFor(size), (room) => compared(room, size)));
  return 0;
}

// Both contents, sites and caches, and sites and caches of one more build; the feeds alone are a fifth of a gigabyte.
function bytesFor(size: number): number {
  return size * 150 * 1024 + 2 ** 30;
}

/** One side of the comparison: where its project stands, and what it is made of. */
interface Place {
  readonly side: Contestant;
  readonly room: string;
  readonly corpus: Corpus;
}

async function compared(room: string, size: number): Promise<string> {
  const corpus = corpusOf(size, tags, storylines);
  const withFeeds = { side: complete, room: join(room, "with"), corpus };
  const without = { side: bare, room: join(room, "without"), corpus };
  for (const place of [withFeeds, without]) layOut(place);
  // The first round warms what is warmed once, and does not count.
  await pairOf(withFeeds, without, 0);
  const feeds = feedsOf(withFeeds, without);
  const pairs: Pair[] = [];
  for (let take = 1; take <= rounds; take++) pairs.push(await pairOf(withFeeds, without, take));
  return told(size, feeds, pairs);
}

interface Pair {
  readonly full: Run;
  readonly bare: Run;
}

async function pairOf(withFeeds: Place, without: Place, take: number): Promise<Pair> {
  const pair = await inTurn(withFeeds, without, take);
  for (const { room } of [withFeeds, without]) clearAside(room);
  return pair;
}

// Whoever builds second finds a warmer machine, so they take turns.
async function inTurn(withFeeds: Place, without: Place, take: number): Promise<Pair> {
  const build = (place: Place) => run(place, place.side, fromNothing, take);
  if (take % 2 === 0) return { full: await build(withFeeds), bare: await build(without) };
  const first = await build(without);
  return { full: await build(withFeeds), bare: first };
}

function told(size: number, feeds: Written, pairs: readonly Pair[]): string {
  const seconds = (of: (pair: Pair) => Run) => median(pairs.map((pair) => of(pair).wallSeconds)).toFixed(2);
  const times = (of: (run: Run) => number) => spread(pairs.map(({ full, bare }) => of(full) / of(bare)));
  const mebibytes = (feeds.bytes / 2 ** 20).toFixed(0);
  return [
    `${size} articles, ${tags} tags, ${feeds.files} feeds (${mebibytes} MiB):`,
    `  full build with feeds ${seconds(({ full }) => full)} s, without ${seconds((pair) => pair.bare)} s`,
    `  wall ${times((of) => of.wallSeconds)}, to be at most ${goal}`,
    `  CPU ${times((of) => of.cpuSeconds)}, peak memory ${times((of) => of.peakMiB)}`,
  ].join("\n");
}

function layOut({ side, room, corpus }: Place): void {
  side.layOut(join(room, side.name), corpus);
  for (const story of storiesOf(corpus)) side.writeStory(join(room, side.name), story);
}

/** The files that are feeds. Where anything else is published by one side alone, the comparison would be of something else. */
function feedsOf(withFeeds: Place, without: Place): Written {
  const [ours, theirs] = [siteIn(withFeeds), siteIn(without)];
  const others = [...ours.keys(), ...theirs.keys()].filter(
    (path) => ours.has(path) !== theirs.has(path) && !isFeed(path),
  );
  const left = [...theirs.keys()].filter(isFeed);
  if (others.length + left.length > 0) {
    throw new Error(
      `Expected the two sites to differ in feeds, and in all of them: ${[...others, ...left].join(", ")}`,
    );
  }
  return writtenBetween(new Map(), new Map([...ours].filter(([path]) => isFeed(path))));
}

function siteIn({ side, room }: Place): Files {
  return filesIn(join(room, side.name, side.site));
}

function isFeed(path: string): boolean {
  return /(^|\/)(rss\.xml|atom\.xml|feed\.json)$/.test(path);
}

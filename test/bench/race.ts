// One size of the race: both projects laid out side by side, checked to publish the same, then built in turn.
import { mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Comparison, compareAddresses, type Published } from "./addresses.ts";
import type { Contestant } from "./contestant.ts";
import { type Corpus, now, storiesOf } from "./corpus.ts";
import { type Cost, costOf } from "./measure.ts";
import { asideIn, clearAside } from "./room.ts";
import type { Scenario, Shows } from "./scenarios.ts";
import { type Files, filesIn, type Written, writtenBetween } from "./written.ts";

/** What one build cost, and what it wrote. */
export interface Run extends Cost {
  readonly site: Written;
  /** Caches and the like. */
  readonly beside: Written;
}

/** Both sides' builds of one scenario in one round, one right after the other. */
export interface Pair {
  readonly dateline: Run;
  readonly hugo: Run;
}

export interface Contest {
  readonly dateline: Contestant;
  readonly hugo: Contestant;
  /** The folder that holds both projects, and what is put out of their way. */
  readonly room: string;
  readonly corpus: Corpus;
}

/**
 * How many bytes a race takes at most: both contents, both sites and Dateline's cache, and sites and cache of one more
 * build, which are put aside. (160 KB an article at 10,000, 2026-11.)
 */
export function bytesFor(size: number): number {
  return size * 170 * 1024 + 512 * 2 ** 20;
}

/** Writes both projects. Takes a while at 50,000, so nothing is measured right after. */
export function layOut({ dateline, hugo, room, corpus }: Contest): void {
  for (const side of [dateline, hugo]) side.layOut(join(room, side.name), corpus);
  for (const story of storiesOf(corpus)) {
    for (const side of [dateline, hugo]) side.writeStory(join(room, side.name), story);
  }
}

/** Builds both sides once, unmeasured, and compares what they publish. */
export async function rehearse({ dateline, hugo, room }: Contest): Promise<{
  readonly comparison: Comparison;
  readonly files: number;
}> {
  for (const side of [dateline, hugo]) await build(side, room);
  const [ours, theirs] = [publishedBy(dateline, room), publishedBy(hugo, room)];
  return { comparison: compareAddresses(ours, theirs), files: ours.paths.length };
}

/**
 * One scenario, each side once: Dateline, then Hugo.
 *
 * @param take which round this is, from 1
 */
export async function runPair(contest: Contest, scenario: Scenario, take: number): Promise<Pair> {
  const pair = {
    dateline: await run(contest, contest.dateline, scenario, take),
    hugo: await run(contest, contest.hugo, scenario, take),
  };
  // Not before: nothing stands between the two builds of a pair.
  clearAside(contest.room);
  return pair;
}

/** One scenario by one side, whose project stands in `room` under its name. */
export async function run(
  { room, corpus }: Pick<Contest, "room" | "corpus">,
  side: Contestant,
  scenario: Scenario,
  take: number,
): Promise<Run> {
  const folder = join(room, side.name);
  const shows = scenario.change(side, folder, corpus, take);
  if (scenario.fromNothing) putAside(room, side, take);
  const before = lookAt(room, side);
  const cost = await build(side, room);
  const after = lookAt(room, side);
  if (shows) mustShow(join(folder, side.site), shows);
  return {
    ...cost,
    site: writtenBetween(before.site, after.site),
    beside: writtenBetween(before.beside, after.beside),
  };
}

function build(side: Contestant, room: string): Promise<Cost> {
  return costOf(side.command, join(room, side.name), { DATELINE_NOW: now, NO_COLOR: "1" });
}

// Renamed and not deleted: the deletion of a large tree slows what is measured next.
function putAside(room: string, side: Contestant, take: number): void {
  for (const name of [side.site, ...side.kept]) {
    const aside = join(asideIn(room), `${side.name}-${take}`, name);
    mkdirSync(dirname(aside), { recursive: true });
    if (filesIn(join(room, side.name, name)).size > 0) renameSync(join(room, side.name, name), aside);
  }
}

function lookAt(room: string, side: Contestant): { readonly site: Files; readonly beside: Files } {
  const folder = join(room, side.name);
  const beside = side.kept.flatMap((name) =>
    [...filesIn(join(folder, name))].map(([path, file]) => [`${name}/${path}`, file] as const),
  );
  return { site: filesIn(join(folder, side.site)), beside: new Map(beside) };
}

function mustShow(site: string, { path, text }: Shows): void {
  if (!readFileSync(join(site, path), "utf8").includes(text)) {
    throw new Error(`${join(site, path)} does not say "${text}": the build missed the change`);
  }
}

function publishedBy(side: Contestant, room: string): Published {
  const site = join(room, side.name, side.site);
  return {
    paths: [...filesIn(site).keys()],
    isRedirect: (path) => readFileSync(join(site, path), "utf8").includes('http-equiv="refresh"'),
  };
}

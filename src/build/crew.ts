import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import type { Masthead, MonthSummary } from "../model/model.ts";
import type { ParseGroups } from "./content.ts";
import { type GroupNow, groupNow, type Parsing, rememberedGroup } from "./groups.ts";
import { ProblemsFound } from "./problems-found.ts";
import type { GroupMemory } from "./remembered.ts";
import { type RenderedShelf, type Rendering, renderedShelves } from "./rendered.ts";
import type { ScannedGroup } from "./scanned.ts";
import type { Shelf } from "./shelves.ts";
import { Spoilt } from "./store.ts";
import type { Answer, SharedParsing, Task } from "./worker.ts";

/** Those who share the work of one build: this process, and where there is much to do others beside it. */
export interface Crew {
  readonly parse: ParseGroups;
  readonly render: (
    changed: readonly Shelf[],
    rendering: Rendering,
    plan: SharedPlan,
  ) => Promise<readonly RenderedShelf[]>;
  /** Sends the others home, whatever they are at, and sees them off. */
  readonly end: () => Promise<void>;
}

/** What another process needs to plan the same. */
export interface SharedPlan {
  readonly masthead: Masthead;
  readonly summaries: readonly MonthSummary[];
  readonly groups: Readonly<Record<string, GroupMemory>>;
  readonly shownBy: string;
  readonly parsing: Parsing;
}

// A process takes half a second to start and to warm up. With fewer files or pages than this for each it never earns
// that back (2026-11, two cores: even at 10,000, a third less at 50,000).
const filesForEach = 4000;

/**
 * @param jobs how many processes at most; undefined: as many as the machine can run at once
 */
export function crewOf(jobs: number | undefined): Crew {
  const most = jobs ?? availableParallelism();
  const others: ChildProcess[] = [];
  const hands: Hands = {
    others,
    parsedBy: new Map(),
    enoughFor: (amount) => {
      const wanted = Math.min(most, Math.max(1, Math.floor(amount / filesForEach))) - 1;
      while (others.length < wanted) others.push(fork(worker, { serialization: "advanced" }));
      return others.length + 1;
    },
  };
  return {
    parse: (groups, parsing) => parsedTogether(hands, groups, parsing),
    render: (changed, rendering, plan) => renderedTogether(hands, changed, rendering, plan),
    end: async () => {
      await Promise.all(others.map(ended));
    },
  };
}

const worker = new URL("./worker.ts", import.meta.url);

function ended(other: ChildProcess): Promise<void> {
  return new Promise((gone) => {
    if (other.exitCode !== null || other.signalCode !== null) return gone();
    other.once("exit", () => gone()).kill("SIGKILL");
  });
}

interface Hands {
  readonly others: readonly ChildProcess[];
  /** Which process holds a group that was parsed: 0 is this one. */
  readonly parsedBy: Map<string, number>;
  /** How many processes there are for so many files or pages; more are started where that pays. */
  readonly enoughFor: (amount: number) => number;
}

async function parsedTogether(
  { others, parsedBy, enoughFor }: Hands,
  groups: readonly ScannedGroup[],
  parsing: Parsing,
): Promise<readonly GroupNow[]> {
  const heavy = groups.filter((group) => isToParse(group, parsing));
  const files = ({ texts }: ScannedGroup) => texts.length;
  const shares = inShares(heavy, enoughFor(sum(heavy.map(files))), files);
  shares.forEach((share, i) => {
    for (const { name } of share) parsedBy.set(name, i);
  });
  const [own = [], ...theirs] = shares;
  const asking = theirs.map((share, i) =>
    asked(others[i], { kind: "parse", cache: parsing.cache.folder, parsing: shareable(parsing), groups: share }),
  );
  // As a promise: where it fails, the others' answers must not be left without anybody who awaits them.
  const parseOwn = async () => own.map((group): [string, GroupNow] => [group.name, groupNow(group, parsing)]);
  const [mine, answers] = await Promise.all([parseOwn(), Promise.all(asking)]);
  const theirGroups = answers.flatMap((answer) => (answer.kind === "parsed" ? answer.groups : []));
  const answered = theirGroups.map(({ name, memory, problems }): [string, GroupNow] => [
    name,
    { group: rememberedGroup(name, memory, parsing), problems },
  ]);
  const made = new Map([...mine, ...answered]);
  return groups.map((group) => made.get(group.name) ?? groupNow(group, parsing));
}

/** What another process parses with, as plain data: the lists of all files are not among it. */
function shareable({ found, settings, parsedBy, now, shows }: Parsing): SharedParsing {
  return { found: { ...found, texts: [], pictures: [], problems: [] }, settings, parsedBy, now, shows };
}

async function renderedTogether(
  { others, parsedBy, enoughFor }: Hands,
  changed: readonly Shelf[],
  rendering: Rendering,
  { parsing, ...plan }: SharedPlan,
): Promise<readonly RenderedShelf[]> {
  const shares = sharesOf(changed, enoughFor(sum(changed.map(weightOf))), parsedBy);
  const done = shares.map(() => 0);
  const told = (i: number) => (count: number) => {
    done[i] = count;
    rendering.progress(sum(done));
  };
  const [own = [], ...theirs] = shares;
  const { cache, shelves, content, code, next } = rendering;
  const asking = theirs.map((share, i) => {
    const names = share.map(({ name }) => name);
    const remembered = Object.fromEntries(names.flatMap((name) => (shelves[name] ? [[name, shelves[name]]] : [])));
    const task = { kind: "render", ...plan, parsing: shareable(parsing), share: names, shelves: remembered } as const;
    return asked(others[i], { ...task, cache: cache.folder, content, code, next }, told(i + 1));
  });
  const [mine, answers] = await Promise.all([
    renderedShelves(own, { ...rendering, progress: told(0) }),
    Promise.all(asking),
  ]);
  return [...mine, ...answers.flatMap((answer) => (answer.kind === "rendered" ? answer.shelves : []))];
}

function isToParse({ name, isTouched }: ScannedGroup, { cache: { memory }, parsedBy }: Parsing): boolean {
  return isTouched || memory?.parsedBy !== parsedBy || memory.groups[name] === undefined;
}

/** Asks another process, and waits for its answer. */
function asked(other: ChildProcess | undefined, task: Task, progress?: (done: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (!other) return reject(new Error("Expected another process to be at work."));
    const gone = () => reject(new Error("Another process of this build ended before its work was done."));
    const answered = (answer: Answer) => {
      if (answer.kind === "progress") return progress?.(answer.done);
      other.off("message", answered).off("exit", gone);
      if (answer.kind === "problems") return reject(new ProblemsFound(answer.problems));
      if (answer.kind === "spoilt") return reject(new Spoilt(answer.what));
      if (answer.kind === "broken") return reject(new Error(answer.what));
      return resolve(answer);
    };
    other.on("message", answered).on("exit", gone);
    other.send(task);
  });
}

/** Items that follow one another, in as many shares of about the same weight; the last items first, for this process. */
function inShares<T>(items: readonly T[], count: number, weight: (item: T) => number): readonly (readonly T[])[] {
  const whole = sum(items.map(weight));
  const shares: T[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const item of items) {
    shares[count - 1 - Math.min(count - 1, Math.floor((before * count) / Math.max(1, whole)))]?.push(item);
    before += weight(item);
  }
  return shares;
}

/** Shelves for each process: a month for the one that parsed it, the rest for who has least to do. */
function sharesOf(
  changed: readonly Shelf[],
  count: number,
  parsedBy: ReadonlyMap<string, number>,
): readonly (readonly Shelf[])[] {
  const shares: Shelf[][] = Array.from({ length: count }, () => []);
  const weights = shares.map(() => 0);
  const give = (shelf: Shelf, to: number) => {
    shares[to]?.push(shelf);
    weights[to] = (weights[to] ?? 0) + weightOf(shelf);
  };
  const isOfOne = ({ name }: Shelf) => parsedBy.get(name.replace("-", "/"));
  for (const shelf of changed) {
    const holder = isOfOne(shelf);
    if (holder !== undefined) give(shelf, Math.min(holder, count - 1));
  }
  for (const shelf of changed) if (isOfOne(shelf) === undefined) give(shelf, weights.indexOf(Math.min(...weights)));
  return shares;
}

/** About how many pages a shelf has: a month one for each of its stories, a unit of another kind a few. */
function weightOf({ units }: Shelf): number {
  return sum(units.map(({ about }) => about));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

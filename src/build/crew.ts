import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Masthead, MonthSummary } from "../model/model.ts";
import { root } from "../values/root.ts";
import type { ParseGroups } from "./content.ts";
import { type GroupNow, groupNow, type Parsing, parsedInTurn, rememberedGroup } from "./groups.ts";
import { ProblemsFound } from "./problems-found.ts";
import { addedUp, type Tell } from "./progress.ts";
import type { GroupMemory } from "./remembered.ts";
import { type RenderedShelf, type Rendering, renderedShelves } from "./rendered.ts";
import type { ScannedGroup } from "./scanned.ts";
import { isInShard, type Shard } from "./shard.ts";
import { aboutIn, type Shelf } from "./shelves.ts";
import { Spoilt } from "./store.ts";
import type { Answer, SharedParsing, Task } from "./worker.ts";

/** Those who share the work of one build: this process, and where there is much to do others beside it. */
export interface Crew {
  readonly parse: ParseGroups;
  readonly render: (
    changed: readonly Shelf[],
    rendering: Omit<Rendering, "progress">,
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
const usualForEach = 8000;

/**
 * @param jobs how many processes at most; undefined: as many as the machine can run at once
 * @param tell told how far the crew is, by all who share the work together
 * @param filesForEach how many files or pages each of them must have to do
 */
export function crewOf(jobs: number | undefined, tell: Tell, filesForEach = usualForEach): Crew {
  const most = jobs ?? availableParallelism();
  const others: ChildProcess[] = [];
  const hands: Hands = {
    tell,
    others,
    parsedBy: new Map(),
    enoughFor: (amount) => {
      const wanted = Math.min(most, Math.max(1, Math.floor(amount / filesForEach))) - 1;
      while (others.length < wanted) others.push(fork(dateline, ["work"], { serialization: "advanced" }));
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

const dateline = fileURLToPath(new URL("src/start.js", root));

function ended(other: ChildProcess): Promise<void> {
  return new Promise((gone) => {
    if (other.exitCode !== null || other.signalCode !== null) return gone();
    other.once("exit", () => gone()).kill("SIGKILL");
  });
}

interface Hands {
  readonly tell: Tell;
  readonly others: readonly ChildProcess[];
  /** Which process holds a group that was parsed: 0 is this one. */
  readonly parsedBy: Map<string, number>;
  /** How many processes there are for so many files or pages; more are started where that pays. */
  readonly enoughFor: (amount: number) => number;
}

async function parsedTogether(
  { tell, others, parsedBy, enoughFor }: Hands,
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
  const told = addedUp(
    "texts",
    shares.map((share) => sum(share.map(files))),
    tell,
  );
  const asking = theirs.map((share, i) => {
    const task = { kind: "parse", cache: parsing.cache.folder, parsing: shareable(parsing), groups: share } as const;
    return asked(others[i], task, told(i + 1));
  });
  const [mine, answers] = await Promise.all([parsedInTurn(own, parsing, told(0)), Promise.all(asking)]);
  const theirGroups = answers.flatMap((answer) => (answer.kind === "parsed" ? answer.groups : []));
  const answered = theirGroups.map(({ name, memory, problems }): [string, GroupNow] => [
    name,
    { group: rememberedGroup(name, memory, parsing), problems },
  ]);
  const made = new Map([...mine.map((now): [string, GroupNow] => [now.group.name, now]), ...answered]);
  return groups.map((group) => made.get(group.name) ?? groupNow(group, parsing));
}

/** What another process parses with, as plain data: the lists of all files are not among it. */
function shareable({ found, settings, parsedBy, now, shows }: Parsing): SharedParsing {
  return { found: { ...found, texts: [], pictures: [], problems: [] }, settings, parsedBy, now, shows };
}

async function renderedTogether(
  { tell, others, parsedBy, enoughFor }: Hands,
  changed: readonly Shelf[],
  rendering: Omit<Rendering, "progress">,
  { parsing, ...plan }: SharedPlan,
): Promise<readonly RenderedShelf[]> {
  const { cache, shelves, content, code, next, shard } = rendering;
  const weight = weightIn(shard);
  const shares = sharesOf(changed, enoughFor(sum(changed.map(weight))), parsedBy, weight);
  const told = addedUp(
    "pages",
    shares.map((share) => sum(share.filter(({ name }) => isInShard(name, shard)).map(aboutIn))),
    tell,
  );
  const [own = [], ...theirs] = shares;
  const asking = theirs.map((share, i) => {
    const names = share.map(({ name }) => name);
    const remembered = Object.fromEntries(names.flatMap((name) => (shelves[name] ? [[name, shelves[name]]] : [])));
    const task = { kind: "render", ...plan, parsing: shareable(parsing), share: names, shelves: remembered } as const;
    return asked(others[i], { ...task, cache: cache.folder, content, code, next, shard }, told(i + 1));
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
function asked(other: ChildProcess | undefined, task: Task, tell: Tell): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (!other) return reject(new Error("Expected another process to be at work."));
    const gone = () => reject(new Error("Another process of this build ended before its work was done."));
    const answered = (answer: Answer) => {
      if (answer.kind === "progress") return tell(answer.progress);
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
  weight: (shelf: Shelf) => number,
): readonly (readonly Shelf[])[] {
  const shares: Shelf[][] = Array.from({ length: count }, () => []);
  const weights = shares.map(() => 0);
  const give = (shelf: Shelf, to: number) => {
    shares[to]?.push(shelf);
    weights[to] = (weights[to] ?? 0) + weight(shelf);
  };
  const isOfOne = ({ name }: Shelf) => parsedBy.get(name.replace("-", "/"));
  for (const shelf of changed) {
    const holder = isOfOne(shelf);
    if (holder !== undefined) give(shelf, Math.min(holder, count - 1));
  }
  for (const shelf of changed) if (isOfOne(shelf) === undefined) give(shelf, weights.indexOf(Math.min(...weights)));
  return shares;
}

/** How much work a shelf is, in pages: one of another part of the site is planned only, which takes an eighth of the time. */
function weightIn(shard: Shard | undefined): (shelf: Shelf) => number {
  return (shelf) => aboutIn(shelf) / (isInShard(shelf.name, shard) ? 1 : 8);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

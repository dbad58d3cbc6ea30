import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { ParseGroups } from "../incremental/load.ts";
import { type GroupNow, groupNow, isToParse, type Parsing, rememberedGroup } from "../incremental/months.ts";
import { aboutIn, type Shelf } from "../incremental/page-groups.ts";
import { addedUp, type Tell } from "../incremental/progress.ts";
import { type RenderedShelf, type Rendering, renderedShelves } from "../incremental/render.ts";
import type { ScannedGroup } from "../incremental/scan.ts";
import { isInShard } from "../incremental/shard.ts";
import { piecesOf, sharedOut, weightIn } from "./batches.ts";
import { type SharedParsing, type SharedPlan, work } from "./entry.ts";
import { type Hand, HandLost, hired } from "./process.ts";

export { HandLost, work };

/** Those who share the work of one build: this process, and where there is much to do others beside it. */
export interface Crew {
  readonly parse: ParseGroups;
  readonly render: (
    changed: readonly Shelf[],
    rendering: Omit<Rendering, "progress">,
    plan: PlanToShare,
  ) => Promise<readonly RenderedShelf[]>;
  /** Sends the others home, whatever they are at, and sees them off. */
  readonly end: () => Promise<void>;
}

/** What another process needs, beside what it renders with, to plan the same. */
type PlanToShare = Omit<SharedPlan, keyof Rendering> & { readonly parsing: Parsing };

// A process takes half a second to start and to warm up, and earns it back where there are so many files or pages for
// each (2026-11, on two processors that share one core).
const usualForEach = 3000;

/**
 * @param jobs how many processes at most; undefined: as many as the machine can run at once
 * @param tell told how far the crew is, by all who share the work together
 * @param filesForEach how many files or pages each of them must have to do
 */
export function crewOf(jobs: number | undefined, tell: Tell, filesForEach = usualForEach): Crew {
  const most = jobs ?? availableParallelism();
  const others: Hand[] = [];
  const hands: Hands = {
    tell,
    parsedBy: new Map(),
    enoughFor: (amount) => {
      const wanted = Math.min(most, Math.max(1, Math.floor(amount / filesForEach))) - 1;
      while (others.length < wanted) others.push(hired());
      return others;
    },
  };
  return {
    parse: (groups, parsing) => parsedTogether(hands, groups, parsing),
    render: (changed, rendering, plan) => renderedTogether(hands, changed, rendering, plan),
    end: async () => {
      await Promise.all(others.map((other) => other.end()));
    },
  };
}

interface Hands {
  readonly tell: Tell;
  /** Who has parsed a group: this process is the last, after the others. */
  readonly parsedBy: Map<string, number>;
  /** The others who help with so many files or pages; more are started where that pays. */
  readonly enoughFor: (amount: number) => readonly Hand[];
}

// While this process is at a piece of its own it hears of nothing: so each of the others holds a second one.
const piecesHeld = 2;

async function parsedTogether(
  { tell, parsedBy, enoughFor }: Hands,
  groups: readonly ScannedGroup[],
  parsing: Parsing,
): Promise<readonly GroupNow[]> {
  const heavy = groups.filter((group) => isToParse(group, parsing));
  const total = heavy.reduce((all, { texts }) => all + texts.length, 0);
  const told = addedUp("texts", total, tell);
  const others = enoughFor(total);
  for (const other of others) other.tell({ kind: "parsing", parsing: shareable(parsing) });
  const made = new Map<string, GroupNow>();
  const keep = ({ name, texts: { length } }: ScannedGroup, doer: number, now: GroupNow) => {
    made.set(name, now);
    parsedBy.set(name, doer);
    told(length)({ what: "texts", done: length, total: length });
  };
  const asks = others.map((other, i) => ({
    atOnce: piecesHeld,
    does: async (group: ScannedGroup) => {
      const { memory, problems } = await other.ask({ kind: "parse", group }, told(0));
      keep(group, i, { group: rememberedGroup(group.name, memory, parsing), problems });
    },
  }));
  const here = async (group: ScannedGroup) => {
    keep(group, others.length, groupNow(group, parsing));
    await setImmediate();
  };
  const waiting = [...heavy];
  // The newest months here, where most feeds are made of them; the others begin with the oldest.
  await sharedOut([...asks, { atOnce: 1, does: here }], (doer) =>
    doer < others.length ? waiting.shift() : waiting.pop(),
  );
  return groups.map((group) => made.get(group.name) ?? groupNow(group, parsing));
}

/** What another process parses with, as plain data: the lists of all files are not among it. */
function shareable({ found, cache, ...parsing }: Parsing): SharedParsing {
  return { ...parsing, cache: cache.folder, found: { ...found, texts: [], pictures: [], problems: [] } };
}

async function renderedTogether(
  { tell, parsedBy, enoughFor }: Hands,
  changed: readonly Shelf[],
  rendering: Omit<Rendering, "progress">,
  { parsing, ...plan }: PlanToShare,
): Promise<readonly RenderedShelf[]> {
  const { shelves, content, code, next, shard } = rendering;
  const weight = weightIn(shard);
  const pagesIn = (some: readonly Shelf[]) =>
    some.reduce((all, shelf) => all + (isInShard(shelf.name, shard) ? aboutIn(shelf) : 0), 0);
  const told = addedUp("pages", pagesIn(changed), tell);
  const others = enoughFor(changed.reduce((all, shelf) => all + weight(shelf), 0));
  for (const other of others) {
    other.tell({ kind: "parsing", parsing: shareable(parsing) });
    other.tell({ kind: "plan", plan: { ...plan, content, code, next, shard } });
  }
  const rendered = new Map<string, RenderedShelf>();
  const keep = (some: readonly RenderedShelf[]) => {
    for (const shelf of some) rendered.set(shelf.name, shelf);
  };
  const asks = others.map((other) => ({
    atOnce: piecesHeld,
    does: async (piece: readonly Shelf[]) => {
      const names = piece.map(({ name }) => name);
      const known = Object.fromEntries(names.flatMap((name) => (shelves[name] ? [[name, shelves[name]]] : [])));
      keep(await other.ask({ kind: "render", names, shelves: known }, told(pagesIn(piece))));
    },
  }));
  const here = async (piece: readonly Shelf[]) =>
    keep(await renderedShelves(piece, { ...rendering, progress: told(pagesIn(piece)) }));
  await sharedOut([...asks, { atOnce: 1, does: here }], piecesOf(changed, parsedBy, others.length + 1, weight));
  return changed.flatMap(({ name }) => rendered.get(name) ?? []);
}

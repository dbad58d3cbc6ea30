// Another process of a build: it parses a share of the months, and later renders a share of the shelves. It keeps what it
// has parsed in between, and looks up the rest where the others have left it.
import { digestOf, type Masthead, type MonthSummary } from "../model/model.ts";
import { planSite } from "../plan/plan.ts";
import type { Problem } from "../values/problem.ts";
import { lookingInto } from "./content.ts";
import { type Group, type Parsing, parsedInTurn, rememberedGroup } from "./groups.ts";
import { ProblemsFound } from "./problems-found.ts";
import type { Progress } from "./progress.ts";
import { type GroupMemory, openedCache, type ShelfMemory } from "./remembered.ts";
import { type RenderedShelf, renderedShelves } from "./rendered.ts";
import type { ScannedGroup } from "./scanned.ts";
import type { Shard } from "./shard.ts";
import { shelvesOf } from "./shelves.ts";
import { Spoilt } from "./store.ts";

/** What files are parsed with, without the cache, which each process opens for itself. */
export type SharedParsing = Omit<Parsing, "cache">;

/** What a process is asked to do. Plain data: it goes from process to process. */
export type Task = { readonly cache: string; readonly parsing: SharedParsing } & (
  | { readonly kind: "parse"; readonly groups: readonly ScannedGroup[] }
  | {
      readonly kind: "render";
      readonly masthead: Masthead;
      readonly summaries: readonly MonthSummary[];
      readonly groups: Readonly<Record<string, GroupMemory>>;
      /** The names of the shelves that are its share. */
      readonly share: readonly string[];
      readonly shelves: Readonly<Record<string, ShelfMemory>>;
      readonly shownBy: string;
      readonly content: string;
      readonly code: string;
      readonly next: string;
      readonly shard: Shard | undefined;
    }
);

/** What it answers. */
export type Answer =
  | { readonly kind: "parsed"; readonly groups: readonly ParsedShare[] }
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "rendered"; readonly shelves: readonly RenderedShelf[] }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] }
  | { readonly kind: "spoilt"; readonly what: string }
  | { readonly kind: "broken"; readonly what: string };

export interface ParsedShare {
  readonly name: string;
  readonly memory: GroupMemory;
  readonly problems: readonly Problem[];
}

type RenderTask = Extract<Task, { readonly kind: "render" }>;

const parsed = new Map<string, Group>();

/** Does what the process asks for that has started this one, until that is gone. */
export function work(): void {
  process.on("message", (task: Task) => {
    answerTo(task)
      .catch(failure)
      .then((answer) => process.send?.(answer));
  });
  process.on("disconnect", () => process.exit());
}

function failure(error: unknown): Answer {
  if (error instanceof ProblemsFound) return { kind: "problems", problems: error.problems };
  if (error instanceof Spoilt) return { kind: "spoilt", what: error.message };
  return { kind: "broken", what: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

async function answerTo(task: Task): Promise<Answer> {
  const parsing: Parsing = { ...task.parsing, cache: openedCache(task.cache) };
  if (task.kind === "render") return { kind: "rendered", shelves: await rendered(task, parsing) };
  const groups = await parsedInTurn(task.groups, parsing, tell);
  for (const { group } of groups) parsed.set(group.name, group);
  return {
    kind: "parsed",
    groups: groups.map(({ group, problems }) => ({ name: group.name, memory: group.memory, problems })),
  };
}

function tell(progress: Progress): void {
  process.send?.({ kind: "progress", progress } satisfies Answer);
}

async function rendered(task: RenderTask, parsing: Parsing): Promise<readonly RenderedShelf[]> {
  const { masthead, summaries, shelves, content, code, next, shard } = task;
  const groups = Object.entries(task.groups).map(
    ([name, memory]) => parsed.get(name) ?? rememberedGroup(name, memory, parsing),
  );
  const { archive, bodies } = lookingInto(groups);
  const units = planSite(digestOf(parsing.now, masthead, summaries), archive);
  const share = new Set(task.share);
  const own = shelvesOf(units, task.shownBy).filter(({ name }) => share.has(name));
  return renderedShelves(own, { cache: parsing.cache, shelves, bodies, content, code, next, shard, progress: tell });
}

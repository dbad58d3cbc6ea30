// Another process of a build: it parses some of the months, and later renders some of the shelves. It keeps what it has
// parsed in between, and looks up the rest where the others have left it.

import { ProblemsFound } from "../incremental/content-problems.ts";
import { lookingInto } from "../incremental/load.ts";
import { type Group, groupNow, type Parsing, rememberedGroup } from "../incremental/months.ts";
import { shelvesOf } from "../incremental/page-groups.ts";
import type { Progress, Tell } from "../incremental/progress.ts";
import { type RenderedShelf, type Rendering, renderedShelves } from "../incremental/render.ts";
import type { ScannedGroup } from "../incremental/scan.ts";
import { digestOf, type Masthead, type MonthSummary } from "../model/model.ts";
import { planSite } from "../plan/plan.ts";
import { type GroupMemory, openedCache, type ShelfMemory, Spoilt } from "../store/store.ts";
import type { Problem } from "../values/problem.ts";

/** What files are parsed with, without the cache, which each process opens for itself. */
export type SharedParsing = Omit<Parsing, "cache"> & { readonly cache: string };

/** All that follows from the content, and what it is rendered with: enough to plan the same. */
export interface SharedPlan extends Pick<Rendering, "content" | "code" | "next" | "shard"> {
  readonly masthead: Masthead;
  readonly summaries: readonly MonthSummary[];
  readonly groups: Readonly<Record<string, GroupMemory>>;
  readonly shownBy: string;
}

/** What a process is told before it is asked. Plain data, as all that goes from process to process. */
export type Order =
  | { readonly kind: "parsing"; readonly parsing: SharedParsing }
  | { readonly kind: "plan"; readonly plan: SharedPlan };

/** What it is asked to do. */
export type Question =
  | { readonly kind: "parse"; readonly group: ScannedGroup }
  | {
      readonly kind: "render";
      /** Shelves of the plan, and what is remembered of them. */
      readonly names: readonly string[];
      readonly shelves: Readonly<Record<string, ShelfMemory>>;
    };

/** What it replies, by the kind of the question. */
export interface Replies {
  readonly parse: { readonly memory: GroupMemory; readonly problems: readonly Problem[] };
  readonly render: readonly RenderedShelf[];
}

/** What it sends back on a question, by whose number it says which. */
export type Answer = { readonly to: number } & Said;

type Said =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "done"; readonly reply: Replies[keyof Replies] }
  | Failure;

/** Why there is no reply. */
export type Failure =
  | { readonly kind: "problems"; readonly problems: readonly Problem[] }
  | { readonly kind: "spoilt"; readonly what: string }
  | { readonly kind: "broken"; readonly what: string };

/** A question as it is sent. */
type NumberedQuestion = Question & { readonly number: number };

/** Does what the process asks for that has started this one, one thing after another, until that is gone. */
export function work(): void {
  const desk: Desk = { parsed: new Map(), parsing: undefined, renders: undefined };
  let atWork: Promise<unknown> = Promise.resolve();
  process.on("message", (message: Order | NumberedQuestion) => {
    if (message.kind === "parsing") desk.parsing = { ...message.parsing, cache: openedCache(message.parsing.cache) };
    else if (message.kind === "plan") desk.renders = rendersBy(message.plan, desk);
    else atWork = atWork.then(() => answer(message, desk));
  });
  process.on("disconnect", () => process.exit());
}

/** What a process has before it. */
interface Desk {
  readonly parsed: Map<string, Group>;
  parsing: Parsing | undefined;
  renders: ((question: Rendered, tell: Tell) => Promise<readonly RenderedShelf[]>) | undefined;
}

type Rendered = Extract<Question, { readonly kind: "render" }>;

async function answer(question: NumberedQuestion, desk: Desk): Promise<void> {
  const to = question.number;
  const send = (said: Said) => process.send?.({ to, ...said });
  try {
    const tell: Tell = (progress) => send({ kind: "progress", progress });
    send({
      kind: "done",
      reply: question.kind === "parse" ? parsed(question.group, desk) : await rendered(question, desk, tell),
    });
  } catch (error) {
    send(failure(error));
  }
}

function failure(error: unknown): Failure {
  if (error instanceof ProblemsFound) return { kind: "problems", problems: error.problems };
  if (error instanceof Spoilt) return { kind: "spoilt", what: error.message };
  return { kind: "broken", what: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function parsed(scanned: ScannedGroup, desk: Desk): Replies["parse"] {
  if (!desk.parsing) throw new Error("Expected to be told what to parse with.");
  const { group, problems } = groupNow(scanned, desk.parsing);
  desk.parsed.set(group.name, group);
  return { memory: group.memory, problems };
}

function rendered(question: Rendered, { renders }: Desk, tell: Tell): Promise<Replies["render"]> {
  if (!renders) throw new Error("Expected to be told what is planned.");
  return renders(question, tell);
}

function rendersBy({ masthead, summaries, groups, shownBy, ...how }: SharedPlan, desk: Desk): Desk["renders"] {
  const { parsing } = desk;
  if (!parsing) throw new Error("Expected to be told what was parsed with.");
  const all = Object.entries(groups).map(
    ([name, memory]) => desk.parsed.get(name) ?? rememberedGroup(name, memory, parsing),
  );
  const { archive, bodies } = lookingInto(all);
  const units = planSite(digestOf(parsing.now, masthead, summaries), archive);
  const byName = new Map(shelvesOf(units, shownBy).map((shelf) => [shelf.name, shelf]));
  return ({ names, shelves }, progress) => {
    const share = names.flatMap((name) => byName.get(name) ?? []);
    return renderedShelves(share, { ...how, cache: parsing.cache, shelves, bodies, progress });
  };
}

// The main loop of a worker process: it parses some of the months, then renders some of the page groups. It keeps the
// months that it parsed in memory, and reads the others from the cache.

import { ContentProblems } from "../incremental/content-problems.ts";
import { createContentReader } from "../incremental/load.ts";
import { loadMonth, type MonthHandle, openMonth, type ParseContext } from "../incremental/months.ts";
import { groupUnits } from "../incremental/page-groups.ts";
import type { OnProgress, Progress } from "../incremental/progress.ts";
import { type RenderedPageGroup, type RenderOptions, renderPageGroups } from "../incremental/render.ts";
import type { ScannedMonth } from "../incremental/scan.ts";
import { buildDigestFromSummaries, type MonthSummary, type SiteSettings } from "../model/model.ts";
import { planSite } from "../plan/plan.ts";
import { CacheCorrupt, type MonthRecord, openCache, type PageGroupRecord } from "../store/store.ts";
import type { Problem } from "../values/problem.ts";

/** The parse context with the folder of the cache instead of the open cache: each process opens it. */
export type WorkerParseContext = Omit<ParseContext, "cache"> & { readonly cache: string };

/** What a worker needs to compute the same plan as the main process, and to render it. */
export interface WorkerPlan extends Pick<RenderOptions, "contentFolder" | "codeHash" | "renderFolder" | "shard"> {
  readonly siteSettings: SiteSettings;
  readonly summaries: readonly MonthSummary[];
  readonly monthRecords: Readonly<Record<string, MonthRecord>>;
  readonly renderKey: string;
}

/** Setup sent to a worker before its tasks. Plain data, like every message. */
export type WorkerSetup =
  | { readonly kind: "parsing"; readonly parseContext: WorkerParseContext }
  | { readonly kind: "plan"; readonly plan: WorkerPlan };

/** What a worker can do. */
export type Task =
  | { readonly kind: "parse"; readonly scannedMonth: ScannedMonth }
  | {
      readonly kind: "render";
      /** The page groups to render, and their records in the manifest. */
      readonly groupNames: readonly string[];
      readonly previousGroups: Readonly<Record<string, PageGroupRecord>>;
    };

/** The result of a task, by its kind. */
export interface TaskResults {
  readonly parse: { readonly record: MonthRecord; readonly problems: readonly Problem[] };
  readonly render: readonly RenderedPageGroup[];
}

/** What a worker sends, with the id of the task. */
export type WorkerMessage = { readonly to: number } & TaskUpdate;

type TaskUpdate =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "done"; readonly result: TaskResults[keyof TaskResults] }
  | TaskFailure;

/** Why a task has no result. */
export type TaskFailure =
  | { readonly kind: "problems"; readonly problems: readonly Problem[] }
  | { readonly kind: "spoilt"; readonly message: string }
  | { readonly kind: "broken"; readonly message: string };

/** A task as it is sent. */
type NumberedTask = Task & { readonly number: number };

/** Runs the tasks that the parent process sends, one after another, until that process disconnects. */
export function runWorker(): void {
  const state: WorkerState = { months: new Map(), parseContext: undefined, render: undefined };
  let queue: Promise<unknown> = Promise.resolve();
  process.on("message", (message: WorkerSetup | NumberedTask) => {
    if (message.kind === "parsing")
      state.parseContext = { ...message.parseContext, cache: openCache(message.parseContext.cache) };
    else if (message.kind === "plan") state.render = createRenderer(message.plan, state);
    else queue = queue.then(() => handleTask(message, state));
  });
  process.on("disconnect", () => process.exit());
}

/** The state of this process: first the parse context is set, then months are parsed, then `render` is set. */
interface WorkerState {
  readonly months: Map<string, MonthHandle>;
  parseContext: ParseContext | undefined;
  render: ((task: RenderTask, onProgress: OnProgress) => Promise<readonly RenderedPageGroup[]>) | undefined;
}

type RenderTask = Extract<Task, { readonly kind: "render" }>;

async function handleTask(task: NumberedTask, state: WorkerState): Promise<void> {
  const to = task.number;
  const send = (update: TaskUpdate) => process.send?.({ to, ...update });
  try {
    const onProgress: OnProgress = (progress) => send({ kind: "progress", progress });
    send({
      kind: "done",
      result:
        task.kind === "parse" ? runParseTask(task.scannedMonth, state) : await runRenderTask(task, state, onProgress),
    });
  } catch (error) {
    send(toTaskFailure(error));
  }
}

function toTaskFailure(error: unknown): TaskFailure {
  if (error instanceof ContentProblems) return { kind: "problems", problems: error.problems };
  if (error instanceof CacheCorrupt) return { kind: "spoilt", message: error.message };
  return { kind: "broken", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function runParseTask(scannedMonth: ScannedMonth, state: WorkerState): TaskResults["parse"] {
  if (!state.parseContext) throw new Error("Expected the parse context before a task.");
  const { handle, problems } = loadMonth(scannedMonth, state.parseContext);
  state.months.set(handle.name, handle);
  return { record: handle.record, problems };
}

function runRenderTask(
  task: RenderTask,
  { render }: WorkerState,
  onProgress: OnProgress,
): Promise<TaskResults["render"]> {
  if (!render) throw new Error("Expected the plan before a task to render.");
  return render(task, onProgress);
}

function createRenderer(
  { siteSettings, summaries, monthRecords, renderKey, ...options }: WorkerPlan,
  state: WorkerState,
): WorkerState["render"] {
  const { parseContext } = state;
  if (!parseContext) throw new Error("Expected the parse context before the plan.");
  const handles = Object.entries(monthRecords).map(
    ([name, record]) => state.months.get(name) ?? openMonth(name, record, parseContext),
  );
  const { monthReader, bodies } = createContentReader(handles);
  const units = planSite(buildDigestFromSummaries(parseContext.now, siteSettings, summaries), monthReader);
  const byName = new Map(groupUnits(units, renderKey).map((group) => [group.name, group]));
  return ({ groupNames, previousGroups }, onProgress) => {
    const groups = groupNames.flatMap((name) => byName.get(name) ?? []);
    return renderPageGroups(groups, { ...options, cache: parseContext.cache, previousGroups, bodies, onProgress });
  };
}

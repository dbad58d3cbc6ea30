// The main loop of a worker process: it parses some of the months, then renders some of the page groups. It keeps the
// months that it parsed in memory, and reads the others from the cache.
import { ContentProblems } from "../incremental/content-problems.ts";
import { createContentReader } from "../incremental/load.ts";
import { type MonthHandle, openMonth, type ParseContext } from "../incremental/month-handle.ts";
import { loadMonth } from "../incremental/months.ts";
import { groupUnits } from "../incremental/page-groups.ts";
import type { OnProgress } from "../incremental/progress.ts";
import { renderPageGroups } from "../incremental/render.ts";
import { buildDigest } from "../model/model.ts";
import { planSite } from "../plan/plan.ts";
import { createRenderBuffers } from "../render/render.ts";
import { CacheCorrupt, openCache } from "../store/store.ts";
import { formatError } from "../values/text/error-text.ts";
import type { Failure, PlanSetup, Reply, Request, Result, Setup, Task } from "./messages.ts";

/** Runs the tasks that the parent process sends, one after another, until that process disconnects. */
export function runWorker(): void {
  const parsedMonths = new Map<string, MonthHandle>();
  let runTask: TaskFunction = () => {
    throw new Error("Expected a setup before a task.");
  };
  let queue: Promise<unknown> = Promise.resolve();
  process.on("message", (request: Request) => {
    if (request.kind === "setup") runTask = createTaskFunction(request.setup, parsedMonths);
    else queue = queue.then(() => replyTo(request.id, request.task, runTask));
  });
  process.on("disconnect", () => process.exit());
}

type TaskFunction = (task: Task, onProgress: OnProgress) => Result[keyof Result] | Promise<Result[keyof Result]>;

async function replyTo(id: number, task: Task, runTask: TaskFunction): Promise<void> {
  const send = (reply: Reply) => process.send?.(reply);
  try {
    const result = await runTask(task, (progress) => send({ id, kind: "progress", progress }));
    send({ id, kind: "done", result });
  } catch (error) {
    send({ id, kind: "failed", failure: toFailure(error) });
  }
}

function toFailure(error: unknown): Failure {
  if (error instanceof ContentProblems) return { kind: "content", problems: error.problems };
  if (error instanceof CacheCorrupt) return { kind: "cache", message: error.message };
  return { kind: "bug", stack: formatError(error) };
}

function createTaskFunction(setup: Setup, parsedMonths: Map<string, MonthHandle>): TaskFunction {
  const { cacheFolder, ...context } = setup.parseContext;
  const parseContext: ParseContext = { ...context, cache: openCache(cacheFolder) };
  const renderTask = setup.plan && createRenderFunction(setup.plan, parseContext, parsedMonths);
  return (task, onProgress) => {
    if (task.kind === "render") {
      if (!renderTask) throw new Error("Expected a plan in the setup before a task to render.");
      return renderTask(task, onProgress);
    }
    const { handle, problems } = loadMonth(task.month, parseContext);
    parsedMonths.set(handle.name, handle);
    return { record: handle.record, problems };
  };
}

type RenderTask = Extract<Task, { readonly kind: "render" }>;

function createRenderFunction(
  { siteSettings, summaries, monthRecords, renderKey, codeHash, ...options }: PlanSetup,
  parseContext: ParseContext,
  parsedMonths: ReadonlyMap<string, MonthHandle>,
): (task: RenderTask, onProgress: OnProgress) => Promise<Result["render"]> {
  const { cache, now } = parseContext;
  const handles = Object.entries(monthRecords).map(
    ([name, record]) => parsedMonths.get(name) ?? openMonth(name, record, parseContext),
  );
  const { monthReader, bodies } = createContentReader(handles);
  const units = planSite(buildDigest(now, siteSettings, summaries), monthReader);
  const groupsByName = new Map(groupUnits(units, renderKey).map((group) => [group.name, group]));
  const buffers = createRenderBuffers();
  return ({ groupNames, previousGroups }, onProgress) => {
    const groups = groupNames.flatMap((name) => groupsByName.get(name) ?? []);
    const diff = { previousGroups, codeHash };
    return renderPageGroups(groups, { ...options, cache, bodies, diff, buffers, onProgress });
  };
}

// In: changed months and page groups. Out: the same parsed and rendered, by this process and by worker processes.
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { onExit } from "../disk/disk.ts";
import type { LoadedContent, LoadMonths } from "../incremental/load.ts";
import { openMonth, type ParseContext } from "../incremental/month-handle.ts";
import { type LoadedMonth, loadMonth, needsParsing } from "../incremental/months.ts";
import { estimatePages, type PageGroup } from "../incremental/page-groups.ts";
import type { PlanDiff } from "../incremental/plan-diff.ts";
import { type OnProgress, sumProgress } from "../incremental/progress.ts";
import { type RenderedPageGroup, type RenderOptions, renderPageGroups } from "../incremental/render.ts";
import type { ScannedMonth } from "../incremental/scan.ts";
import { isInShard } from "../incremental/shard.ts";
import { getGroupMonth } from "../parse/parse.ts";
import { minProcessTimeInPages } from "../plan/plan.ts";
import { createBatches, createCostFunction, runTasks } from "./batches.ts";
import { runWorker } from "./entry.ts";
import { forkWorker } from "./fork.ts";
import type { Setup } from "./messages.ts";
import { startWorker, type WorkerProcess } from "./worker-process.ts";

export { forkWorker, runWorker };

/** The workers of one build: this process, plus child processes when there is enough work. */
export interface WorkerPool {
  readonly loadMonths: LoadMonths;
  readonly renderGroups: (
    groups: readonly PageGroup[],
    options: PoolRenderOptions,
    inputs: PlanInputs,
  ) => Promise<readonly RenderedPageGroup[]>;
  /** Kills the child processes and waits for their exit. */
  readonly stop: () => Promise<void>;
}

/** What changed groups are rendered with, in whichever process. */
type PoolRenderOptions = Omit<RenderOptions, "onProgress" | "diff"> & { readonly diff: PlanDiff };

/** What a worker needs in addition to the render options to compute the same plan. */
type PlanInputs = Pick<LoadedContent, "siteSettings" | "summaries" | "monthRecords" | "parseContext">;

/**
 * Makes the pool of one build. Child processes start when there is work for them, and stay for later work.
 *
 * @param jobs the limit of processes, this one included; undefined: `os.availableParallelism()`
 * @param onProgress receives the sum of the progress of all processes
 * @param minItemsPerProcess files or pages that each process must have to do before another one is started
 */
export function createWorkerPool(
  jobs: number | undefined,
  onProgress: OnProgress,
  minItemsPerProcess = minProcessTimeInPages,
): WorkerPool {
  const maxProcesses = jobs ?? availableParallelism();
  const workers: WorkerProcess[] = [];
  const state: PoolState = {
    onProgress,
    owners: new Map(),
    startWorkersFor: (items) => {
      const workerCount = Math.min(maxProcesses, Math.max(1, Math.floor(items / minItemsPerProcess))) - 1;
      while (workers.length < workerCount) workers.push(startWorker());
      return workers;
    },
  };
  // Otherwise they would go on writing to the folder that this process deletes when it exits.
  const cancelKill = onExit(() => {
    for (const worker of workers) worker.kill();
  });
  return {
    loadMonths: (months, parseContext) => loadInParallel(state, months, parseContext),
    renderGroups: (groups, options, plan) => renderInParallel(state, groups, options, plan),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      cancelKill();
    },
  };
}

interface PoolState {
  readonly onProgress: OnProgress;
  /** Which runner parsed a month, as an index: child processes first, then this process. */
  readonly owners: Map<string, number>;
  /** The child processes for so many files or pages; starts more if that is faster. */
  readonly startWorkersFor: (items: number) => readonly WorkerProcess[];
}

// This process receives no messages while it runs a task of its own, so each worker has a second task queued.
const tasksPerWorker = 2;

async function loadInParallel(
  { onProgress, owners, startWorkersFor }: PoolState,
  months: readonly ScannedMonth[],
  parseContext: ParseContext,
): Promise<readonly LoadedMonth[]> {
  const monthsToParse = months.filter((month) => needsParsing(month, parseContext));
  const total = monthsToParse.reduce((sum, { texts }) => sum + texts.length, 0);
  const createProgress = sumProgress("texts", total, onProgress);
  const workers = startWorkersFor(total);
  for (const worker of workers) worker.send({ parseContext: toPlainContext(parseContext), plan: undefined });
  const loadedMonths = new Map<string, LoadedMonth>();
  const collect = ({ name, texts: { length } }: ScannedMonth, runner: number, loadedMonth: LoadedMonth) => {
    loadedMonths.set(name, loadedMonth);
    owners.set(getGroupMonth(name), runner);
    createProgress(length)({ what: "texts", done: length, total: length });
  };
  const workerRunners = workers.map((worker, i) => ({
    concurrency: tasksPerWorker,
    run: async (month: ScannedMonth) => {
      const { record, problems } = await worker.run({ kind: "parse", month }, createProgress(0));
      collect(month, i, { handle: openMonth(month.name, record, parseContext), problems });
    },
  }));
  const loadHere = async (month: ScannedMonth) => {
    collect(month, workers.length, loadMonth(month, parseContext));
    await setImmediate();
  };
  const queue = [...monthsToParse];
  // This process starts with the newest months, which most feeds are made of; the workers start with the oldest.
  await runTasks([...workerRunners, { concurrency: 1, run: loadHere }], (runner) =>
    runner < workers.length ? queue.shift() : queue.pop(),
  );
  return months.map((month) => loadedMonths.get(month.name) ?? loadMonth(month, parseContext));
}

/** The parse context as plain data for a worker, without the lists of all files. */
function toPlainContext({ contentFiles, cache, ...context }: ParseContext): Setup["parseContext"] {
  const files = { ...contentFiles, texts: [], pictures: [], problems: [] };
  return { ...context, cacheFolder: cache.folder, contentFiles: files };
}

async function renderInParallel(
  { onProgress, owners, startWorkersFor }: PoolState,
  groups: readonly PageGroup[],
  options: PoolRenderOptions,
  { parseContext, siteSettings, summaries, monthRecords }: PlanInputs,
): Promise<readonly RenderedPageGroup[]> {
  const { contentFolder, renderFolder, shard } = options;
  const { previousGroups, codeHash, renderKey } = options.diff;
  const getCost = createCostFunction(shard);
  const countPages = (batch: readonly PageGroup[]) =>
    batch.reduce((sum, group) => sum + (isInShard(group.name, shard) ? estimatePages(group) : 0), 0);
  const createProgress = sumProgress("pages", countPages(groups), onProgress);
  const workers = startWorkersFor(groups.reduce((sum, group) => sum + getCost(group), 0));
  const site = { siteSettings, summaries, monthRecords };
  const plan = { ...site, contentFolder, renderFolder, shard, codeHash, renderKey };
  for (const worker of workers) worker.send({ parseContext: toPlainContext(parseContext), plan });
  const rendered = new Map<string, RenderedPageGroup>();
  const collect = (renderedGroups: readonly RenderedPageGroup[]) => {
    for (const group of renderedGroups) rendered.set(group.name, group);
  };
  const workerRunners = workers.map((worker) => ({
    concurrency: tasksPerWorker,
    run: async (batch: readonly PageGroup[]) => {
      const groupNames = batch.map(({ name }) => name);
      const batchRecords = Object.fromEntries(
        groupNames.flatMap((name) => (previousGroups[name] ? [[name, previousGroups[name]]] : [])),
      );
      collect(
        await worker.run(
          { kind: "render", groupNames, previousGroups: batchRecords },
          createProgress(countPages(batch)),
        ),
      );
    },
  }));
  const renderHere = async (batch: readonly PageGroup[]) =>
    collect(await renderPageGroups(batch, { ...options, onProgress: createProgress(countPages(batch)) }));
  await runTasks(
    [...workerRunners, { concurrency: 1, run: renderHere }],
    createBatches(groups, owners, workers.length + 1, getCost),
  );
  return groups.flatMap(({ name }) => rendered.get(name) ?? []);
}

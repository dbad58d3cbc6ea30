import { estimatePages, type PageGroup } from "../incremental/page-groups.ts";
import { isInShard, type Shard } from "../incremental/shard.ts";
import { minBatchTimeInPages, planningShare } from "../plan/plan.ts";

/** Runs tasks: in this process, or by sending them to a worker. */
interface TaskRunner<T> {
  /** How many tasks it holds at a time. */
  readonly concurrency: number;
  readonly run: (task: T) => Promise<void>;
}

/**
 * Runs tasks in parallel: a runner gets its next task as soon as it has finished one. After an error no task is
 * started.
 *
 * @param next gives the next task for the runner of this index; undefined if none is left
 * @throws the first error, after all running tasks have settled
 */
export async function runTasks<T>(
  runners: readonly TaskRunner<T>[],
  next: (runner: number) => T | undefined,
): Promise<void> {
  const failures: unknown[] = [];
  const lane = async ({ run }: TaskRunner<T>, i: number) => {
    try {
      for (let task = next(i); task !== undefined; task = failures.length === 0 ? next(i) : undefined) await run(task);
    } catch (error) {
      failures.push(error);
    }
  };
  await Promise.all(runners.flatMap((runner, i) => Array.from({ length: runner.concurrency }, () => lane(runner, i))));
  if (failures.length > 0) throw failures[0];
}

/**
 * Gives each runner batches of page groups: first the months it parsed itself (their articles are in its memory), then
 * groups that belong to no month, last the months of slower runners.
 *
 * @param owners which runner parsed a month, by the name of the month
 * @param getCost the cost of rendering a group, in pages
 * @returns gives the next batch for the runner of this index; undefined if no group is left
 */
export function createBatches(
  groups: readonly PageGroup[],
  owners: ReadonlyMap<string, number>,
  runnerCount: number,
  getCost: (group: PageGroup) => number,
): (runner: number) => readonly PageGroup[] | undefined {
  const unowned: PageGroup[] = [];
  const owned: PageGroup[][] = Array.from({ length: runnerCount }, () => []);
  for (const group of groups) (owned[owners.get(group.name) ?? -1] ?? unowned).push(group);
  let remainingCost = groups.reduce((total, group) => total + getCost(group), 0);
  // From both ends of the list: neighbours (tags, for example) share articles, so a process that rendered some of their
  // feeds has many items of the next one in memory. The last runner is this process.
  const takeUnowned = (runner: number) => (runner === runnerCount - 1 ? unowned.shift() : unowned.pop());
  const takeNext = (runner: number) => owned[runner]?.shift() ?? takeUnowned(runner) ?? findLongest(owned).shift();
  return (runner) => {
    const targetCost =
      runnerCount === 1 ? remainingCost : Math.max(minBatchTimeInPages, remainingCost / (2 * runnerCount));
    const batch: PageGroup[] = [];
    let batchCost = 0;
    for (let group = takeNext(runner); group; group = batchCost < targetCost ? takeNext(runner) : undefined) {
      batch.push(group);
      batchCost += getCost(group);
    }
    remainingCost -= batchCost;
    return batch.length > 0 ? batch : undefined;
  };
}

function findLongest<T>(lists: readonly T[][]): T[] {
  return lists.reduce((longestList, list) => (list.length > longestList.length ? list : longestList), []);
}

/** Makes the cost function of `createBatches`. A group of another shard is only planned. */
export function createCostFunction(shard: Shard | undefined): (group: PageGroup) => number {
  return (group) => estimatePages(group) * (isInShard(group.name, shard) ? 1 : planningShare);
}

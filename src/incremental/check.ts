import type { Cache, ShelfMemory } from "../store/store.ts";
import { ProblemsFound } from "./content-problems.ts";
import type { ContentNow } from "./load.ts";
import { type UnitMemory, unitsOf } from "./page-groups.ts";
import { type ChangedPlan, problemsOfAddresses, removedOf, restOf } from "./plan-diff.ts";
import { surelyFree, withFurther } from "./problems.ts";

/** Units of a shelf as they were and as they are planned now. */
export interface ShelfChange {
  readonly before: readonly UnitMemory[];
  readonly now: readonly UnitMemory[];
}

/**
 * Tells what is wrong in the texts, and with that what only all addresses together can tell.
 *
 * @param made all changed shelves of the plan
 * @throws ProblemsFound with all of it, where there is anything
 */
export function checkAddresses(
  made: readonly ShelfChange[],
  { unchanged, vanished }: ChangedPlan,
  { problems, parsing, masthead }: ContentNow,
  cache: Cache,
  shelves: Readonly<Record<string, ShelfMemory>>,
): void {
  const gone = vanished.map((name) => ({ before: unitsOf(shelves[name], cache), now: [] }));
  const now = made.flatMap((shelf) => shelf.now);
  const isFree = surelyFree(problems, parsing.found.folder, masthead.site.language);
  const hasRemoved = removedOf([...made, ...gone]).length > 0;
  const found = problemsOfAddresses(now, restOf(unchanged, cache, shelves), hasRemoved, isFree);
  const all = withFurther(problems, found);
  if (all.length > 0) throw new ProblemsFound(all);
}

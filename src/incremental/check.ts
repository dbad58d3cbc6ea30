import type { Cache, PageGroupRecord } from "../store/store.ts";
import { ContentProblems } from "./content-problems.ts";
import type { LoadedContent } from "./load.ts";
import { readUnitRecords, type UnitRecord } from "./page-groups.ts";
import { createUnchangedPages, findAddressProblems, findRemovedFiles, type PlanDiff } from "./plan-diff.ts";
import { createUnusedCheck, mergeProblems } from "./problems.ts";

/** The unit records of a page group: of the last build, and of this one. */
export interface UnitsChange {
  readonly previous: readonly UnitRecord[];
  readonly current: readonly UnitRecord[];
}

/**
 * Checks all links and aliases, and throws if these or the texts have problems.
 *
 * @param changes all changed page groups of the plan
 * @param previousGroups the records of the site that is changed
 * @throws ContentProblems with the problems of the texts and of the addresses
 */
export function assertNoProblems(
  changes: readonly UnitsChange[],
  { unchanged, vanished }: PlanDiff,
  { problems, parseContext, siteSettings }: LoadedContent,
  cache: Cache,
  previousGroups: Readonly<Record<string, PageGroupRecord>>,
): void {
  const removals = vanished.map((name) => ({ previous: readUnitRecords(previousGroups[name], cache), current: [] }));
  const currentUnits = changes.flatMap((change) => change.current);
  const isUnused = createUnusedCheck(problems, parseContext.contentFiles.folder, siteSettings.site.language);
  const hasRemovals = findRemovedFiles([...changes, ...removals]).length > 0;
  const addressProblems = findAddressProblems(
    currentUnits,
    createUnchangedPages(unchanged, cache, previousGroups),
    hasRemovals,
    isUnused,
  );
  const allProblems = mergeProblems(problems, addressProblems);
  if (allProblems.length > 0) throw new ContentProblems(allProblems);
}

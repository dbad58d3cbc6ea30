import type { Cache } from "../store/store.ts";
import { hasLostAnchors } from "./anchors.ts";
import { ContentProblems } from "./content-problems.ts";
import type { LoadedContent } from "./load.ts";
import type { PageGroupChange } from "./page-groups.ts";
import {
  findAddressProblems,
  findRemovedFiles,
  type PlanDiff,
  planChangedGroup,
  readVanishedGroups,
} from "./plan-diff.ts";
import { createCertainty, mergeProblems } from "./problems.ts";

/**
 * Plans every changed group without rendering it, and throws the problems of the texts together with those of links and
 * aliases, which need all addresses. Call it if the texts have problems.
 *
 * @throws ContentProblems always
 */
export function throwAllProblems(diff: PlanDiff, content: LoadedContent, cache: Cache): never {
  const changes = diff.changed.map((group) => planChangedGroup(group, diff, cache, undefined));
  throw new ContentProblems(findAllProblems(changes, diff, content, cache));
}

/**
 * Checks all links and aliases of a site whose texts have no problems.
 *
 * @param changes all changed page groups of the plan, of all shards: the build of each shard reports the same problems
 * @throws ContentProblems
 */
export function assertNoProblems(
  changes: readonly PageGroupChange[],
  diff: PlanDiff,
  content: LoadedContent,
  cache: Cache,
): void {
  const problems = findAllProblems(changes, diff, content, cache);
  if (problems.length > 0) throw new ContentProblems(problems);
}

function findAllProblems(
  changes: readonly PageGroupChange[],
  diff: PlanDiff,
  { problems, parseContext, siteSettings }: LoadedContent,
  cache: Cache,
): ContentProblems["problems"] {
  const certainty = createCertainty(problems, parseContext.contentFiles.folder, siteSettings.site.language);
  const removals = [...changes, ...readVanishedGroups(diff, cache)];
  const hasRemovals = hasLostAnchors(changes) || findRemovedFiles(removals).length > 0;
  return mergeProblems(problems, findAddressProblems(changes, diff.unchangedPages, hasRemovals, certainty));
}

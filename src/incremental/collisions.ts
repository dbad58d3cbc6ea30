import { findCollisions, getSourceGroup, listOtherOwners, type UniqueKeys } from "../parse/parse.ts";
import type { Manifest } from "../store/store.ts";
import type { Problem } from "../values/problem.ts";
import type { MonthHandle } from "./month-handle.ts";

/**
 * Finds addresses and ids that articles of different months share. Collisions inside a month are found when it is
 * parsed.
 *
 * The manifest holds keys only of articles with aliases or a custom id. An alias or a custom id tells which month could
 * collide with it. That month is read only if it, or the month with the alias, changed since the last good build.
 */
export function findCollisionsAcrossMonths(
  months: readonly MonthHandle[],
  previousManifest: Manifest | undefined,
): readonly Problem[] {
  const byName = new Map(months.map((month) => [month.name, month]));
  const isUnchanged = ({ name, record }: MonthHandle) =>
    previousManifest?.months[name]?.inputsHash === record.inputsHash;
  const monthsToRead = new Set<MonthHandle>();
  for (const month of months) {
    for (const keys of month.record.uniqueKeys) {
      const others = listPossibleMonths(keys).flatMap((name) => byName.get(name) ?? []);
      for (const other of others)
        if (other !== month && !(isUnchanged(month) && isUnchanged(other))) monthsToRead.add(other);
    }
  }
  const filesByMonth = new Map([...monthsToRead].map((month) => [month, month.getFiles()]));
  const uniqueKeys = months.flatMap((month) => {
    const files = filesByMonth.get(month);
    return files
      ? files.flatMap((file) => (file.kind === "article" ? [file.uniqueKeys] : []))
      : month.record.uniqueKeys;
  });
  return findCollisions(uniqueKeys, listOtherOwners([...filesByMonth.values()].flat()));
}

/** The months in which a page could have one of the aliases, or the address that the id is made from. */
function listPossibleMonths({ aliases, id }: UniqueKeys): readonly string[] {
  return [...aliases, id.replace(/^tag:[^:]*:/, "")].map((address) => {
    const [, path = address] = /^(?:\/[a-z]{2})?\/(\d{4}\/\d\d\/.*)$/i.exec(address) ?? [];
    return path === address ? "pages" : getSourceGroup(path);
  });
}

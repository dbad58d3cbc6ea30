import { type Claims, doubleClaims, groupOf, othersIn } from "../parse/parse.ts";
import type { Memory } from "../store/store.ts";
import type { Problem } from "../values/problem.ts";
import type { Group } from "./months.ts";

/**
 * What articles of different groups claim both. Within a group that was found out when it was parsed.
 *
 * Remembered are only claims that are out of the ordinary. An old address, or an id that was kept, names the group in
 * which an article could have it by itself; and only where one of the two groups is not as it was when all was well, that
 * one's articles are looked at. So a month that nobody touched stays closed.
 */
export function claimedTwice(groups: readonly Group[], before: Memory | undefined): readonly Problem[] {
  const byName = new Map(groups.map((group) => [group.name, group]));
  const isAsItWas = ({ name, memory }: Group) => before?.groups[name]?.key === memory.key;
  const asked = new Set<Group>();
  for (const group of groups) {
    for (const claims of group.memory.claims) {
      const others = namedBy(claims).flatMap((name) => byName.get(name) ?? []);
      for (const other of others) if (other !== group && !(isAsItWas(group) && isAsItWas(other))) asked.add(other);
    }
  }
  const whole = new Map([...asked].map((group) => [group, group.files()]));
  const claims = groups.flatMap((group) => {
    const files = whole.get(group);
    return files ? files.flatMap((file) => (file.kind === "article" ? [file.claims] : [])) : group.memory.claims;
  });
  return doubleClaims(claims, othersIn([...whole.values()].flat()));
}

/** The groups in which something could stand at an old address, or at that which an id was made from. */
function namedBy({ aliases, id }: Claims): readonly string[] {
  return [...aliases, id.replace(/^tag:[^:]*:/, "")].map((address) => {
    const [, path = address] = /^(?:\/[a-z]{2})?\/(\d{4}\/\d\d\/.*)$/.exec(address) ?? [];
    return path === address ? "pages" : groupOf(path);
  });
}

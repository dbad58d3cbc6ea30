import { createHash } from "node:crypto";

/** One of several shards of a full build. The shards of a site are disjoint, and together they are the whole site. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly total: number;
}

/** The shard as in the option `--shard`: "3/8". */
export function formatShard({ index, total }: Shard): string {
  return `${index}/${total}`;
}

/**
 * Whether a page group is in a shard; always true without shards.
 *
 * The name of the group alone decides. So every machine computes the same answer, and a group stays in its shard, and
 * in the cache of that shard, while the archive grows: shards balanced anew for each build would swap months with every
 * article. Months are dealt round-robin, because they are most of an archive and neighbouring months have about the
 * same size; all other groups are many and small, and a hash of the name distributes them. (2026-11, 10,000 articles of
 * 17 months in 8 shards: the largest has 1.15 times the mean.)
 */
export function isInShard(groupName: string, shard: Shard | undefined): boolean {
  return shard === undefined || getGroupNumber(groupName) % shard.total === shard.index - 1;
}

function getGroupNumber(groupName: string): number {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(groupName) ?? [];
  if (year === undefined) return createHash("sha256").update(groupName).digest().readUInt32BE();
  return Number(year) * 12 + Number(month);
}

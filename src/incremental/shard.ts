import { createHash } from "node:crypto";

/** One of several parts of a full build. The parts of a site are disjoint, and together they are the site. */
export interface Shard {
  /** Which of them, from 1. */
  readonly index: number;
  readonly total: number;
}

/** As people write it: "3/8". */
export function shardName({ index, total }: Shard): string {
  return `${index}/${total}`;
}

/**
 * Whether a shelf of the plan is in a part; where there are no parts, each is.
 *
 * Its name alone decides. So every machine comes to the same answer, and a shelf stays in its part, and in that part's
 * cache, while the archive grows: parts of the same weight, weighed anew for every build, would swap months with every
 * article. Months are dealt in turn, because they are most of an archive and the next ones are of about the same size;
 * what is left is many small things. (2026-11, 10,000 articles of 17 months in 8 parts: the heaviest is 1.15 of the mean.)
 */
export function isInShard(shelf: string, shard: Shard | undefined): boolean {
  return shard === undefined || numberOf(shelf) % shard.total === shard.index - 1;
}

function numberOf(shelf: string): number {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(shelf) ?? [];
  if (year === undefined) return createHash("sha256").update(shelf).digest().readUInt32BE();
  return Number(year) * 12 + Number(month);
}

import { aboutIn, type Shelf } from "../incremental/page-groups.ts";
import { isInShard, type Shard } from "../incremental/shard.ts";

/** One of those who share some work: it does a piece at a time, or holds some more while it is at one. */
interface Doer<T> {
  readonly atOnce: number;
  readonly does: (piece: T) => Promise<void>;
}

/**
 * Shares out work: whoever has done a piece is given the next, so that nobody waits while there is something to do.
 *
 * @param next gives the next piece for the doer of a number; undefined: there is none left
 * @throws what the first of them threw who failed; by then all have put down what they were at
 */
export async function sharedOut<T>(doers: readonly Doer<T>[], next: (doer: number) => T | undefined): Promise<void> {
  const failures: unknown[] = [];
  const lane = async ({ does }: Doer<T>, i: number) => {
    try {
      for (let piece = next(i); piece !== undefined; piece = failures.length === 0 ? next(i) : undefined)
        await does(piece);
    } catch (error) {
      failures.push(error);
    }
  };
  await Promise.all(doers.flatMap((doer, i) => Array.from({ length: doer.atOnce }, () => lane(doer, i))));
  if (failures.length > 0) throw failures[0];
}

// The last pieces are small, so that all are done at about the same time, but each costs an Eleventy: some twenty
// milliseconds, which is what a hundred pages take.
const leastInAPiece = 600;

/**
 * Shelves in pieces, for each of those who share them: first the months that it has parsed, because it has their articles
 * at hand, then what belongs to nobody, at last what others have not come to.
 *
 * @param parsedBy who has parsed a group of files, by its number
 * @param weight how much work a shelf is, in pages
 */
export function piecesOf(
  shelves: readonly Shelf[],
  parsedBy: ReadonlyMap<string, number>,
  sharers: number,
  weight: (shelf: Shelf) => number,
): (sharer: number) => readonly Shelf[] | undefined {
  const nobodys: Shelf[] = [];
  const own: Shelf[][] = Array.from({ length: sharers }, () => []);
  for (const shelf of shelves) (own[parsedBy.get(shelf.name.replace("-", "/")) ?? -1] ?? nobodys).push(shelf);
  let left = shelves.reduce((total, shelf) => total + weight(shelf), 0);
  // From both ends: neighbours are alike, tags say, and whoever has made some of their feeds has the items of the next.
  const ofNobody = (sharer: number) => (sharer === sharers - 1 ? nobodys.shift() : nobodys.pop());
  const next = (sharer: number) => own[sharer]?.shift() ?? ofNobody(sharer) ?? longest(own).shift();
  return (sharer) => {
    const size = sharers === 1 ? left : Math.max(leastInAPiece, left / (2 * sharers));
    const piece: Shelf[] = [];
    let weighs = 0;
    for (let shelf = next(sharer); shelf; shelf = weighs < size ? next(sharer) : undefined) {
      piece.push(shelf);
      weighs += weight(shelf);
    }
    left -= weighs;
    return piece.length > 0 ? piece : undefined;
  };
}

function longest<T>(lists: readonly T[][]): T[] {
  return lists.reduce((most, list) => (list.length > most.length ? list : most), []);
}

/** How much work a shelf is, in pages: one of another part of the site is planned only, which takes an eighth of the time. */
export function weightIn(shard: Shard | undefined): (shelf: Shelf) => number {
  return (shelf) => aboutIn(shelf) / (isInShard(shelf.name, shard) ? 1 : 8);
}

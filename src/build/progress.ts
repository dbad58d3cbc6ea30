/** How far a build is. */
export interface Progress {
  readonly what: "texts" | "pages";
  readonly done: number;
  /** Of pages it is known exactly only when the last of them are planned. */
  readonly total: number;
}

/** Is told how far a build is. */
export type Tell = (progress: Progress) => void;

/**
 * Adds up what several who share some work tell of their shares.
 *
 * @param expected about how much there is in each share, for as long as nothing is told of it
 * @returns whom each of them tells, by its number
 */
export function addedUp(what: Progress["what"], expected: readonly number[], tell: Tell): (share: number) => Tell {
  const shares = expected.map((total) => ({ done: 0, total }));
  return (share) =>
    ({ done, total }) => {
      shares[share] = { done, total };
      tell({
        what,
        done: shares.reduce((all, each) => all + each.done, 0),
        total: shares.reduce((all, each) => all + each.total, 0),
      });
    };
}

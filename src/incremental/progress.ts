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
 * Adds up what is told of the pieces of some work.
 *
 * @param about how much there is in all of them together, as far as anybody knows
 * @returns who is told of a piece, given about how much there is in it
 */
export function addedUp(what: Progress["what"], about: number, tell: Tell): (about: number) => Tell {
  let done = 0;
  let total = about;
  return (aboutPiece) => {
    let last = { done: 0, total: aboutPiece };
    return (now) => {
      done += now.done - last.done;
      total += now.total - last.total;
      last = now;
      tell({ what, done, total });
    };
  };
}

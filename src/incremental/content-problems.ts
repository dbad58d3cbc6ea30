import { inReadingOrder, type Problem } from "../values/problem.ts";

/** Authors' slips, all of them: nothing was written. */
export class ProblemsFound extends Error {
  /** By file, line and column. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problems in the content`);
    this.problems = inReadingOrder(problems);
  }
}

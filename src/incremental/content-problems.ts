import { type Problem, sortProblems } from "../values/problem.ts";

/** The content has problems; nothing was published. */
export class ContentProblems extends Error {
  /** All problems, sorted by file, line and column. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problems in the content`);
    this.problems = sortProblems(problems);
  }
}

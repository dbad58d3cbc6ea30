import { type Problem, sortProblems } from "../values/problem.ts";
import { KnownError } from "../values/user-error.ts";

/** The content has problems; nothing was published. */
export class ContentProblems extends KnownError {
  /** All problems, sorted by file, line and column. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problems in the content`);
    this.problems = sortProblems(problems);
  }
}

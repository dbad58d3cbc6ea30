import type { Problem } from "../values/problem.ts";

/** What was made of an author's file as far as it was right. It may be published only where there are no problems. */
export interface Made<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

import type { Problem } from "../values/problem.ts";

/** The parts of an author's file that could be parsed, and its problems. Publish the value only if there are none. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

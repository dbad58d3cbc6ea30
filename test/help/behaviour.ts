import { suite } from "uvu";

type It = (name: string, test: () => void | Promise<void>) => void;

/**
 * A situation and what happens in it. Runs by itself, so that no test can be defined and forgotten; offers no hooks, no
 * `only` and no `skip`, which uvu lets pass without a word. How many tests were defined is counted for `run.ts`.
 */
export function behaviour(situation: string, define: (it: It) => void): void {
  const tests = suite(situation);
  define((name, test) => {
    counts.defined += 1;
    tests(name, test);
  });
  tests.run();
}

/** How many tests were defined so far, in this process. */
export const counts = { defined: 0 };

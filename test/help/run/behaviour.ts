import { suite } from "uvu";

type It = (name: string, test: () => void | Promise<void>) => void;

/**
 * A situation and what happens in it. Runs by itself, so that no test can be defined and forgotten; offers no hooks, no
 * `only` and no `skip`, which uvu lets pass without a word. Counts what was defined and what came to its end.
 */
export function behaviour(situation: string, define: (it: It) => void): void {
  const tests = suite(situation);
  define((name, test) => {
    counts.defined += 1;
    tests(name, async () => {
      await test();
      counts.passed += 1;
    });
  });
  tests.run();
}

/** How many tests were defined, and how many of them passed, so far in this process. */
export const counts = { defined: 0, passed: 0 };

import { suite } from "uvu";

type It = (name: string, test: () => void | Promise<void>) => void;

/**
 * Defines and runs a suite of tests about one situation. It runs at once, so that no suite is left unrun. It has no
 * hooks, no `only` and no `skip`, because uvu skips tests without reporting it. Counts the tests that are defined and
 * that pass.
 */
export function behaviour(situation: string, defineTests: (it: It) => void): void {
  const testSuite = suite(situation);
  defineTests((name, test) => {
    counts.defined += 1;
    testSuite(name, async () => {
      await test();
      counts.passed += 1;
    });
  });
  testSuite.run();
}

/** The number of tests defined and passed so far in this process. */
export const counts = { defined: 0, passed: 0 };

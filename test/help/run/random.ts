/** Numbers from 0 to below 1 that look random and are the same for the same seed. (mulberry32) */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of some, of which there is at least one. */
export function oneOf<T>(random: Random, some: readonly T[]): T {
  const chosen = some[Math.floor(random() * some.length)];
  if (chosen === undefined) throw new Error("Expected something to choose from.");
  return chosen;
}

/** All of some, in another order. */
export function shuffled<T>(random: Random, some: readonly T[]): readonly T[] {
  return some
    .map((each): readonly [number, T] => [random(), each])
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each);
}

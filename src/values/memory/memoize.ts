/**
 * A pure function of texts that gives each answer once and remembers it. For days and moments in words: the same few
 * thousand are asked for on every page, and Intl takes 10 to 60 µs each time.
 */
export function remembering<A extends readonly string[], R>(answer: (...asked: A) => R): (...asked: A) => R {
  const known = new Map<string, R>();
  return (...asked) => {
    const key = asked.join("\n");
    const before = known.get(key);
    if (before !== undefined) return before;
    const given = answer(...asked);
    known.set(key, given);
    return given;
  };
}

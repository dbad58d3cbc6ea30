/**
 * Caches the results of a pure function of texts, without limit. Used to format days and moments: every page formats
 * some of the same few thousand values, and Intl takes 10 to 60 µs for each.
 */
export function memoize<A extends readonly string[], R>(compute: (...args: A) => R): (...asked: A) => R {
  const results = new Map<string, R>();
  return (...args) => {
    const key = args.join("\n");
    const cached = results.get(key);
    if (cached !== undefined) return cached;
    const result = compute(...args);
    results.set(key, result);
    return result;
  };
}

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

/**
 * Caches the results of a pure function of an object that never changes, by the identity of the object: an equal object
 * has a result of its own. A result is dropped together with its object.
 */
export function memoizeByIdentity<K extends object, R extends {}>(compute: (key: K) => R): (key: K) => R {
  const results = new WeakMap<K, R>();
  return (key) => {
    const cached = results.get(key);
    if (cached !== undefined) return cached;
    const result = compute(key);
    results.set(key, result);
    return result;
  };
}

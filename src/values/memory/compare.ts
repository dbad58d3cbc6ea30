/** Compares two texts by UTF-16 code units, so the order is the same on every machine. Negative if `a` is first. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order of two texts by their code units, the same on every machine: below 0 where the first comes first. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

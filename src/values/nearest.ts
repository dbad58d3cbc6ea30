/**
 * The known word that a misspelled one was most likely meant to be.
 *
 * @returns undefined where none is near: more than a third of the letters would have to change
 */
export function nearest(text: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(text.length / 3)) + 1;
  for (const word of known) {
    if (Math.abs(word.length - text.length) >= fewest) continue;
    const changes = distance(text.toLowerCase(), word.toLowerCase());
    if (changes < fewest) {
      fewest = changes;
      best = word;
    }
  }
  return best;
}

/** How many letters must be added, dropped, replaced or swapped with their neighbour to make `b` of `a` (Damerau, optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

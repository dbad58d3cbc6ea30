import { foldLookAlikes, nameCharacter, noteHiddenCharacter } from "./text/hidden-characters.ts";

/**
 * The question whether the author meant a candidate. If only a character that looks the same is another one, and the
 * quoted text does not show it, the question names that character.
 */
export function askWhetherMeant(text: string, candidate: string, shown = candidate): string {
  const question = `Did you mean "${shown}"?`;
  const fold = (word: string) => foldLookAlikes(word).toLowerCase();
  if (noteHiddenCharacter(text) !== "" || fold(text) !== fold(candidate)) return question;
  const other = [...text].find((character, i) => character.toLowerCase() !== [...candidate][i]?.toLowerCase());
  return other === undefined ? question : `${question} Yours has ${nameCharacter(other)}.`;
}

/**
 * Finds the candidate that a misspelled word most likely means, ignoring case.
 *
 * @returns undefined if the word has more than 100 letters, or every candidate differs in more than a third of the letters (and in more than one)
 */
export function findNearest(text: string, candidates: readonly string[]): string | undefined {
  if (text.length > maxLength) return undefined;
  const folded = foldLookAlikes(text).trim().toLowerCase();
  const twin = candidates.find((candidate) => foldLookAlikes(candidate).toLowerCase() === folded);
  if (twin !== undefined) return twin;
  let nearest: string | undefined;
  let minChanges = Math.max(1, Math.floor(text.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) >= minChanges) continue;
    const changes = getEditDistance(text.toLowerCase(), candidate.toLowerCase());
    if (changes < minChanges) {
      minChanges = changes;
      nearest = candidate;
    }
  }
  return nearest;
}

// The time for a candidate grows with the square of the length. Nobody misspells a name of a hundred letters.
const maxLength = 100;

/**
 * The Damerau-Levenshtein distance (optimal string alignment): the number of letters to insert, delete, replace or swap
 * with their neighbour to get from `a` to `b`.
 */
function getEditDistance(a: string, b: string): number {
  let rowBeforeLast: number[] = [];
  let previousRow = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replacing = (previousRow[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let minimum = Math.min(replacing, (previousRow[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        minimum = Math.min(minimum, (rowBeforeLast[j - 2] ?? 0) + 1);
      row.push(minimum);
    }
    rowBeforeLast = previousRow;
    previousRow = row;
  }
  return previousRow[b.length] ?? 0;
}

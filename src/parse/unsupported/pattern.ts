/** Markup of another dialect, which would be published as it was typed. */
export interface MarkupPattern {
  /** What it is, with an article: "an HTML tag". */
  readonly name: string;
  /** Global. It takes linear time for any text: a run stops where the next match could begin, or is bounded. */
  readonly pattern: RegExp;
  /** What to write instead, as a sentence. */
  readonly advice: string | ((mark: string) => string);
}

/** An occurrence of a pattern in a text. */
export interface UnsupportedMarkup {
  readonly mark: string;
  readonly index: number;
  readonly name: string;
  readonly advice: string;
}

/**
 * Characters that stand in a text for what markdown has already parsed. They are noncharacters, so that texts do not
 * contain them.
 */
export const placeholders = { parsed: "\uFDD0", code: "\uFDD1", address: "\uFDD2" } as const;

/** Finds all occurrences of the patterns. The first pattern that matches a piece of the text hides it from the others. */
export function findMatches(text: string, patterns: readonly MarkupPattern[]): readonly UnsupportedMarkup[] {
  const matches: UnsupportedMarkup[] = [];
  let remainingText = text;
  for (const { name, pattern, advice } of patterns) {
    remainingText = remainingText.replace(pattern, (mark: string, ...groups: readonly unknown[]) => {
      const index = Number(groups.find((group) => typeof group === "number"));
      matches.push({ mark, index, name, advice: typeof advice === "string" ? advice : advice(mark) });
      return mark.replace(/[^\n]/g, placeholders.parsed);
    });
  }
  return matches.sort((a, b) => a.index - b.index);
}

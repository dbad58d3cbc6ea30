import { inQuotes, type ProblemText } from "../../../values/problem.ts";
import type { MarkdownState } from "../reading.ts";
import type { Token } from "../tokens.ts";

/**
 * Reports what merges and other generators leave between the lines of a text: conflict markers, and front matter. Code
 * may contain both.
 */
export function reportLeftovers(tokens: readonly Token[], state: MarkdownState): void {
  if (!state.lines.some((line) => suspectLine.test(line))) return;
  const codeLines = findCodeLines(tokens);
  let isInConflict = false;
  let frontMatterEnd = -1;
  state.lines.forEach((line, i) => {
    if (!suspectLine.test(line) || codeLines.has(i)) return;
    const report = (problem: ProblemText) =>
      state.problems.push({
        at: { file: state.context.file, line: state.context.firstLine + i, column: 1 },
        what: `text: ${problem.what}`,
        advice: problem.advice,
      });
    if (conflictStart.test(line)) report(describeConflict(line));
    else if (conflictPart.test(line)) {
      if (!isInConflict) report(describeConflict(line));
    } else if (/^={7}$/.test(line.trimEnd())) {
      if (!isInConflict && !state.lines[i - 1]?.trim()) report(describeConflict(line));
    } else if (i > frontMatterEnd) {
      frontMatterEnd = findFrontMatterEnd(state.lines, i);
      if (frontMatterEnd > i) report(frontMatterProblem);
    }
    isInConflict = conflictStart.test(line) || (isInConflict && !line.startsWith(">"));
  });
}

const suspectLine = /^(?:<{7}|>{7}|\|{7}|={7}[ \t]*$|---[ \t]*$|\+\+\+[ \t]*$)/;
const conflictStart = /^<{7}(?: |$)/;
const conflictPart = /^(?:>{7}|\|{7})(?: |$)/;

function describeConflict(line: string): ProblemText {
  return {
    what: `${inQuotes(line.trimEnd())} is a conflict marker: both sides of a merge would be published.`,
    advice: "Keep one side, and delete the lines that begin with <<<<<<<, =======, >>>>>>> and |||||||.",
  };
}

const frontMatterProblem: ProblemText = {
  what: "there is front matter inside the text.",
  advice: 'Move its keys to the "---" at the start of the file, or delete it.',
};

// Keys that other generators know. Two lines of "---" around other words are two rules, or a rule and a heading.
const frontMatterKey =
  /^(?:title|date|tags?|authors?|layout|draft|slug|categor(?:y|ies)|description|summary|permalink|published|aliases|weight|image|lang|id)\s*[:=]/i;

/** The line on which front matter ends that begins on a line; -1 if none begins there. */
function findFrontMatterEnd(lines: readonly string[], start: number): number {
  const fence = lines[start]?.trimEnd();
  let hasKey = false;
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line.trimEnd() === fence) return hasKey ? i : -1;
    if (!/^(?:[\w-]+\s*[:=]|\s+\S|- |#|\[)/.test(line)) return -1;
    hasKey ||= frontMatterKey.test(line);
  }
  return -1;
}

function findCodeLines(tokens: readonly Token[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { type, map } of tokens) {
    if (!map || (type !== "fence" && type !== "code_block")) continue;
    for (let line = map[0]; line < map[1]; line++) lines.add(line);
  }
  return lines;
}

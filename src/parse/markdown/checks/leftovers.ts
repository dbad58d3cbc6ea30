import type { ProblemText } from "../../../values/problem.ts";
import { findConflicts, toConflictProblems } from "../../conflicts.ts";
import type { MarkdownState } from "../reading.ts";
import type { Token } from "../tokens.ts";

/**
 * Reports what merges and other generators leave between the lines of a text: conflict markers, and front matter. Code
 * may contain both.
 *
 * @returns the lines of the file that belong to a conflict: what else is found in them is mostly a consequence
 */
export function reportLeftovers(tokens: readonly Token[], state: MarkdownState): ReadonlySet<number> {
  const { lines, context } = state;
  if (!lines.some((line) => suspectLine.test(line))) return new Set();
  const codeLines = findCodeLines(tokens);
  const isUnderline = (i: number) => /^=/.test(lines[i] ?? "") && Boolean(lines[i - 1]?.trim());
  const conflicts = findConflicts(lines, (i) => codeLines.has(i) || isUnderline(i));
  state.problems.push(...toConflictProblems(conflicts, lines, "text", context));
  const conflictLines = new Set(
    conflicts.flatMap(({ start, end, isClosed }) => listNumbers(start, isClosed ? end : start)),
  );
  let frontMatterEnd = -1;
  lines.forEach((line, i) => {
    if (!frontMatterFence.test(line) || codeLines.has(i) || conflictLines.has(i) || i <= frontMatterEnd) return;
    frontMatterEnd = findFrontMatterEnd(lines, i);
    if (frontMatterEnd <= i) return;
    state.problems.push({
      at: { file: context.file, line: context.firstLine + i, column: 1 },
      ...frontMatterProblem,
    });
  });
  return new Set([...conflictLines].map((i) => context.firstLine + i));
}

const suspectLine = /^(?:<{4}|>{4}|\|{7}|={7}|[v^] [v^] |---[ \t]*$|\+\+\+[ \t]*$)/;
const frontMatterFence = /^(?:---|\+\+\+)[ \t]*$/;

function listNumbers(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const frontMatterProblem: ProblemText = {
  what: "text: there is front matter inside the text.",
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

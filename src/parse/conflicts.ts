import { inQuotes, type Problem, type ProblemText } from "../values/problem.ts";

/** A merge conflict that somebody left in a file: indexes of its first and last line. */
export interface Conflict {
  readonly start: number;
  readonly end: number;
  /** False if no line ends it: then `end` is the line before the next conflict, or the last one. */
  readonly isClosed: boolean;
}

/**
 * Finds the conflicts that a merge left between the lines of a file. A marker whose conflict is otherwise gone counts as
 * one. Editors of conflicts other than git's write the same marks around theirs: Mercurial, Subversion, Jujutsu, Fossil.
 *
 * @param isSound whether a line that looks like a marker is something else: code, or the underline of a heading
 */
export function findConflicts(
  lines: readonly string[],
  isSound: (index: number) => boolean = () => false,
): readonly Conflict[] {
  const marks = lines.flatMap((line, index) => {
    const mark = suspectMark.test(line) ? findMark(line) : undefined;
    return mark === undefined || isSound(index) ? [] : [{ mark, index }];
  });
  const lastEnd = marks.findLast(({ mark }) => mark.name === "git-end")?.index ?? -1;
  const conflicts: Conflict[] = [];
  let opening: { readonly index: number; readonly closedBy: Mark } | undefined;
  const close = (end: number, isClosed: boolean) => {
    if (opening) conflicts.push({ start: opening.index, end, isClosed });
    opening = undefined;
  };
  for (const { mark, index } of marks) {
    if (mark.begins) {
      close(index - 1, false);
      opening = { index, closedBy: mark.begins };
    } else if (opening && mark.name === opening.closedBy) {
      close(index, true);
    } else if (!opening && mark.isEnough) {
      // The first marker of the conflict is gone: what follows up to its last one belongs to it.
      if (mark.name !== "git-end" && index < lastEnd) opening = { index, closedBy: "git-end" };
      else conflicts.push({ start: index, end: index, isClosed: true });
    }
  }
  close(lines.length - 1, false);
  return conflicts;
}

/** A problem for each of the conflicts. @param firstLine the line of the file on which the lines begin, from 1 */
export function toConflictProblems(
  conflicts: readonly Conflict[],
  lines: readonly string[],
  field: string,
  { file, firstLine }: { readonly file: string; readonly firstLine: number },
): readonly Problem[] {
  return conflicts.map(({ start }) => {
    const { what, advice } = describeConflict(lines[start] ?? "");
    return { at: { file, line: firstLine + start, column: 1 }, what: `${field}: ${what}`, advice };
  });
}

/** Describes a conflict for its author. @param line its first line */
function describeConflict(line: string): ProblemText {
  return {
    what: `${inQuotes(line.trimEnd())} is a marker of a merge conflict that is not resolved.`,
    advice: "Keep one side, and delete the lines that begin with <<<<<<<, =======, >>>>>>> and |||||||.",
  };
}

type Mark = "git-end" | "darcs-end" | "perforce-end";

interface MarkForm {
  readonly pattern: RegExp;
  readonly name?: Mark;
  /** The mark that ends a conflict which this one begins. */
  readonly begins?: Mark;
  /** Whether it is a mark of a conflict where no other mark is. */
  readonly isEnough?: boolean;
}

const suspectMark = /^(?:<{4}|>{4}|\|{7}|={7}|[v^] [v^] )/;
const markForms: readonly MarkForm[] = [
  { pattern: /^<{7,}(?: |$)/, begins: "git-end", isEnough: true },
  { pattern: /^>{7}(?: |$)/, name: "git-end", isEnough: true },
  { pattern: /^>{8,}(?: |$)/, name: "git-end" },
  { pattern: /^(?:\|{7}(?: |$)|={7}[ \t]*$)/, isEnough: true },
  { pattern: /^v v v v v v v\s*$/, begins: "darcs-end", isEnough: true },
  { pattern: /^\^ \^ \^ \^ \^ \^ \^\s*$/, name: "darcs-end", isEnough: true },
  { pattern: /^>>>> ORIGINAL \S/, begins: "perforce-end", isEnough: true },
  { pattern: /^<<<<\s*$/, name: "perforce-end" },
];

function findMark(line: string): MarkForm | undefined {
  return markForms.find(({ pattern }) => pattern.test(line));
}

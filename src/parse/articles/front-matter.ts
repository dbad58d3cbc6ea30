import type { SourceFile } from "../../read/read.ts";
import { type Checked, type Problem, type ProblemText, toFileStart } from "../../values/problem.ts";
import { foldLookAlikes, isBlank, nameCharacter } from "../../values/text/hidden-characters.ts";
import { findConflicts, toConflictProblems } from "../conflicts.ts";

/** The two parts of a text file: front matter in YAML between two lines of "---", then the text. */
export interface SourceParts {
  readonly frontMatter: string;
  /** The line of the file on which the front matter begins, from 1. */
  readonly frontMatterLine: number;
  readonly body: string;
  /** The line of the file on which the text begins, from 1. */
  readonly bodyLine: number;
}

/** Splits a file that must have front matter. Fails if the front matter is missing, not closed, or too long. */
export function splitFrontMatter(source: SourceFile): Checked<SourceParts> {
  const parts = splitAtFences(source);
  const conflictProblems = findConflictAcrossFences(source, parts);
  return conflictProblems.length > 0 ? { ok: false, problems: conflictProblems } : parts;
}

function splitAtFences({ file, text }: SourceFile): Checked<SourceParts> {
  const openingLine = /^---[ \t]*\n/.exec(text)?.[0];
  if (openingLine === undefined) {
    const problem = findUnclearFence(file, text, 0) ?? { at: toFileStart(file), ...describeMissingOpening(text) };
    return { ok: false, problems: [problem] };
  }
  closingLine.lastIndex = openingLine.length;
  const closingMatch = closingLine.exec(text);
  if (closingMatch === null) return { ok: false, problems: [findUnclearFence(file, text, 1) ?? unclosed(file)] };
  const frontMatter = text.slice(openingLine.length, closingMatch.index);
  if (frontMatter.length > maxCharacters)
    return { ok: false, problems: [{ at: toFileStart(file), ...describeExcessiveLength(frontMatter) }] };
  return {
    ok: true,
    value: {
      frontMatter,
      frontMatterLine: 2,
      body: text.slice(closingMatch.index + closingMatch[0].length),
      bodyLine: 2 + countLines(frontMatter) + 1,
    },
  };
}

/** The merge conflicts of a file, if one of them makes it unknown where the front matter ends and the text begins. */
function findConflictAcrossFences({ file, text }: SourceFile, parts: Checked<SourceParts>): readonly Problem[] {
  const frontMatter = parts.ok ? parts.value.frontMatter : text;
  if (!/^[<>|=v^]/m.test(frontMatter)) return [];
  if (parts.ok && findConflicts(frontMatter.split("\n")).every(({ isClosed }) => isClosed)) return [];
  const lines = text.split("\n");
  const conflicts = findConflicts(lines);
  // Without a first fence, only a conflict at the start of the file can be the reason.
  if (!/^---/.test(text) && conflicts[0]?.start !== lines.findIndex((line) => line.trim() !== "")) return [];
  return toConflictProblems(conflicts, lines, "front matter", { file, firstLine: 1 });
}

/** Splits a file with optional front matter, such as an editor's note. Without front matter, all of it is text. */
export function splitOptionalFrontMatter(source: SourceFile): Checked<SourceParts> {
  const { text, file } = source;
  const firstLine = /^[^\n]*[^\n\s][^\n]*|^\ufeff+---[^\n]*/m.exec(text)?.[0] ?? "";
  if (text.startsWith("---") || findUnclearFence(file, firstLine, 0) || /^<{7} [\s\S]*\n---[ \t]*\n/.test(text))
    return splitFrontMatter(source);
  if (text.trim() === "") return { ok: false, problems: [{ at: toFileStart(file), ...emptyNoteProblem }] };
  return { ok: true, value: { frontMatter: "", frontMatterLine: 1, body: text, bodyLine: 1 } };
}

// If the front matter is not YAML at all, the time that the parser takes grows with the square of the length.
const maxCharacters = 50_000;

function describeExcessiveLength({ length }: string): ProblemText {
  return {
    what: `front matter: has ${length} characters; the maximum is ${maxCharacters}.`,
    advice: 'Move the text below its second "---".',
  };
}

const closingLine = /^---[ \t]*(?:\n|$(?![\s\S]))/gm;

function countLines(text: string): number {
  return text.split("\n").length - 1;
}

function describeMissingOpening(text: string): ProblemText {
  if (text.trim() === "") {
    return { what: "is empty.", advice: openingAdvice };
  }
  if (/^\s+---/.test(text)) {
    return {
      what: 'front matter: its first "---" is not at the start of the file.',
      advice: "Delete the blank lines and spaces before it.",
    };
  }
  return { what: "front matter: is missing.", advice: openingAdvice };
}

/**
 * Finds a line that looks like the fence of front matter, and is none because of a character in it.
 *
 * @param first index of the line from which to search; from 0 only the first line that is not blank counts
 */
function findUnclearFence(file: string, text: string, first: number): Problem | undefined {
  const lines = text.split("\n");
  const isFence = (line: string) => /^-{1,3}$/.test(foldLookAlikes(line).trim()) && /[^\s-]|[^\x20\t-]/.test(line);
  const index = lines.findIndex((line, i) => i >= first && (first === 0 ? !isBlank(line) : isFence(line)));
  const line = lines[index] ?? "";
  const character = /[^\t -]/u.exec(line)?.[0];
  if (!isFence(line) || character === undefined) return undefined;
  return {
    at: { file, line: index + 1, column: line.indexOf(character) + 1 },
    what: `front matter: this line is not "---": it has ${nameCharacter(character)}.`,
    advice: "Delete the line, and type three hyphens.",
  };
}

const openingAdvice = 'Begin with a line "---", then title, summary, tags, sources and another "---".';

function unclosed(file: string): Problem {
  const advice = 'Write a line "---" between its last key and the text.';
  return { at: toFileStart(file), what: "front matter: is not closed.", advice };
}

const emptyNoteProblem: ProblemText = {
  what: "is empty.",
  advice: "Write the note that opens the day, or delete the file.",
};

import { compareText } from "./memory/compare.ts";
import { groupBy } from "./memory/group-by.ts";
import { noteHiddenCharacter } from "./text/hidden-characters.ts";

/** A position in a file. Line and column start at 1; the column counts UTF-16 code units, as editors do. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An error in the content, for its author: `what` starts with the field, `advice` says what to type. */
export interface Problem {
  readonly at: Location;
  readonly what: string;
  readonly advice: string;
}

/** The text of a problem, without its location. */
export type ProblemText = Pick<Problem, "what" | "advice">;

/** Either a value, or all problems that prevented it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The location of a problem of a whole file: its first line and column. */
export function toFileStart(file: string): Location {
  return { file, line: 1, column: 1 };
}

/** Quotes a text from the content in a message, truncated to 60 characters, and names what cannot be seen in it. */
export function inQuotes(text: string): string {
  return inPlainQuotes(text) + noteHiddenCharacter(text);
}

/** Quotes a text that an author is to write, truncated to 60 characters. */
export function inPlainQuotes(text: string): string {
  return text.length > maxQuoteLength ? `"${text.slice(0, maxQuoteLength)}…"` : `"${text}"`;
}

const maxQuoteLength = 60;

/** Formats a problem as one line: `content/pages/x.md:5:8  tags: "rusia" is not a known tag. Did you mean "russia"?` */
export function formatProblem({ at, what, advice }: Problem): string {
  // A file name or a quoted text can contain line breaks, or control characters that a terminal would interpret.
  return `${formatLocation(at)}  ${what} ${advice}`.replace(/\p{Control}/gu, "\ufffd");
}

/** Formats a location as editors understand it: "content/tags.yaml:3:1". */
export function formatLocation({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

/** Compares locations by file, line and column. */
export function compareLocations(a: Location, b: Location): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}

/** Sorts problems by file, line and column, so that an author can fix them in order. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => compareLocations(a.at, b.at) || compareText(a.what, b.what));
}

/** Something in the content that an author should know, and that does not keep the site from being published whole. */
export interface Warning {
  readonly name: WarningName;
  /** Undefined if it is not of one file. */
  readonly at: Location | undefined;
  /** One or more sentences: what is so, and what follows from it. */
  readonly what: string;
}

/** The kinds of warnings. */
export type WarningName = "page-over-budget" | "unused-file";

/**
 * Formats problems as lines, in their order. Of many of a kind the first are shown, and the number of the rest.
 *
 * @param showsAll whether all lines are shown, however many are of a kind
 */
export function formatProblems(problems: readonly Problem[], showsAll: boolean): readonly string[] {
  const lines = problems.map((problem) => ({ kind: describeKind(problem), line: formatProblem(problem) }));
  return limitKinds(lines, showsAll, (rest) => `… and ${rest} more of this kind; dateline check --all shows them.`);
}

/** The field and the sentence without what differs from file to file: addresses, numbers, quoted texts. */
function describeKind({ what }: Problem): string {
  return what.replace(/"[^"]*"|\S*\/\S*|\d+/g, "…").replace(/…(?:,| and) /g, "");
}

/**
 * Formats warnings as lines, sorted by kind, file, line and column:
 * `content/2024/07/11/x.md:1:1  Warning (page-over-budget): /2024/07/11/x/ weighs 26 KB …`. Of many of a kind the last line
 * gives the number of the rest.
 */
export function formatWarnings(warnings: readonly Warning[], showsAll = false): readonly string[] {
  const names = [...new Set(warnings.map(({ name }) => name))].sort(compareText);
  return names.flatMap((name) => {
    const ofKind = sortWarnings(warnings.filter((warning) => warning.name === name));
    const lines = ofKind.map((warning) => ({ kind: name, line: formatWarning(warning) }));
    return limitKinds(lines, showsAll, (rest) => `Warning (${name}): and ${rest} more of this kind.`);
  });
}

/** Keeps the first lines of each kind. After the last of them stands the number of the rest. */
function limitKinds(
  lines: readonly { readonly kind: string; readonly line: string }[],
  showsAll: boolean,
  formatRest: (rest: number) => string,
): readonly string[] {
  if (showsAll) return lines.map(({ line }) => line);
  const groups = groupBy(lines, ({ kind }) => kind);
  const counts = new Map<string, number>();
  return lines.flatMap(({ kind, line }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const rest = (groups.get(kind)?.length ?? 0) - maxLinesPerKind;
    // A line with the rest would take as much room as a single one that it stands for.
    if (count < maxLinesPerKind || rest <= 1) return [line];
    return count === maxLinesPerKind ? [line, formatRest(rest)] : [];
  });
}

const maxLinesPerKind = 10;

function formatWarning({ name, at, what }: Warning): string {
  const place = at ? `${at.file}:${at.line}:${at.column}  ` : "";
  return `${place}Warning (${name}): ${what}`.replace(/\p{Control}/gu, "\ufffd");
}

function sortWarnings(warnings: readonly Warning[]): readonly Warning[] {
  return [...warnings].sort(
    (a, b) =>
      compareText(a.at?.file ?? "", b.at?.file ?? "") ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
      compareText(a.what, b.what),
  );
}

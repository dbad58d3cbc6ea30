import { compareText } from "./memory/compare.ts";

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

/** Quotes a text from the content in a message, truncated to 60 characters. */
export function inQuotes(text: string): string {
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

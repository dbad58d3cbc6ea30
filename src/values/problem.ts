import { compare } from "./memory/compare.ts";

/** Where in a file something stands. Line and column count from 1; the column counts characters (UTF-16), as editors do. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A slip of an author's, told so that it can be mended: `what` starts with the field, `advice` is a thing to type. */
export interface Problem {
  readonly at: Place;
  readonly what: string;
  readonly advice: string;
}

/** What is wrong and what to write instead, where its place is told elsewhere. */
export type Slip = Pick<Problem, "what" | "advice">;

/** Either a value, or all the problems that were in its way. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The place of what concerns a whole file. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1 };
}

/** An author's text inside a message: in quotation marks, and cut where it is too long to be recognised by. */
export function quoted(text: string): string {
  return text.length > longestQuote ? `"${text.slice(0, longestQuote)}…"` : `"${text}"`;
}

const longestQuote = 60;

/** A problem as one line: `content/2024/07/11/x.md:5:8  tags: "rusia" is not a known tag. Did you mean "russia"?` */
export function problemLine({ at, what, advice }: Problem): string {
  // A name or a text of an author's may hold line ends, or characters that would steer a terminal.
  return `${at.file}:${at.line}:${at.column}  ${what} ${advice}`.replace(/\p{Control}/gu, "\ufffd");
}

/** Problems by file, then by line and column: the order in which an author mends them. */
export function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.at.file, b.at.file) || a.at.line - b.at.line || a.at.column - b.at.column || compare(a.what, b.what),
  );
}

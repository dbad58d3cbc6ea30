import type { Address } from "../../values/address.ts";
import type { Language } from "../../values/language.ts";
import type { Place, Problem } from "../../values/problem.ts";
import type { Shown, SiteLink } from "../article.ts";
import type { Token } from "./tokens.ts";

/** Where a text stands, and what it can lead to. */
export interface MarkdownContext {
  readonly language: Language;
  /** As authors see it: "content/2024/07/11/summit.md". */
  readonly file: string;
  /** The line of the file on which the text begins, from 1. */
  readonly firstLine: number;
  /** From the content folder: "2024/07/11/summit.md". */
  readonly path: string;
  /** Finds a picture by its path from the content folder. */
  readonly pictureAt: (path: string) => Shown | undefined;
  /** The address at which a file of the content is published, by the form of its path alone. */
  readonly addressAt: (path: string) => Address | undefined;
}

/** What comes to light while a text is read. */
export interface Reading {
  readonly context: MarkdownContext;
  readonly lines: readonly string[];
  readonly pictures: Shown[];
  readonly links: SiteLink[];
  readonly problems: Problem[];
}

/**
 * Where a piece of the text stands in the file: looked for in its paragraph from a line on, then anywhere.
 *
 * @param line counts from 0 at the start of the text
 * @returns the line itself, column 1, where the piece is nowhere as it is written
 */
export function placeOf({ lines, context }: Reading, piece: string, line: number): Place {
  const holds = (each: string) => piece !== "" && each.includes(piece);
  let found = line;
  while (lines[found] && !holds(lines[found] ?? "")) found++;
  if (!lines[found]) found = lines.findIndex(holds);
  if (found < 0) return { file: context.file, line: context.firstLine + line, column: 1 };
  const column = (lines[found]?.indexOf(piece) ?? 0) + 1;
  return { file: context.file, line: context.firstLine + found, column };
}

/**
 * The path of a file that is written from another: `joined("2024/07/11/x.md", "../10/y.md")` is "2024/07/10/y.md".
 *
 * @returns undefined where the path climbs out of the content folder
 */
export function joined(from: string, path: string): string | undefined {
  const folders = from.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") {
      if (folders.pop() === undefined) return undefined;
    } else if (step !== "." && step !== "") folders.push(step);
  }
  return folders.join("/");
}

/** The words of tokens, without markup: what a reader would say aloud. */
export function plainText(tokens: readonly Token[]): string {
  return tokens.map(wordsOf).join("");
}

function wordsOf({ type, content, children }: Token): string {
  if (type === "text" || type === "text_special" || type === "code_inline") return content;
  if (type === "softbreak" || type === "hardbreak") return "\n";
  return type === "image" ? plainText(children ?? []) : "";
}

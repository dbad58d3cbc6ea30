import type { Address } from "../../values/address.ts";
import type { Language } from "../../values/language.ts";
import type { Location, Problem } from "../../values/problem.ts";
import type { AnchorLink, PublishedFile, PublishedImage, SiteLink } from "../article.ts";
import type { Token } from "./tokens.ts";

/** The location of a text, and look-ups for the pictures and files that it can refer to. */
export interface MarkdownContext {
  readonly language: Language;
  /** The path for messages: "content/2024/07/11/summit.md". */
  readonly file: string;
  /** The line of the file on which the text begins, from 1. */
  readonly firstLine: number;
  /** The path in the content folder: "2024/07/11/summit.md". */
  readonly path: string;
  /** Finds a picture by its path in the content folder. */
  readonly findPicture: (path: string) => PublishedImage | undefined;
  /** Finds a document by its path in the content folder. */
  readonly findDocument: (path: string) => PublishedFile | undefined;
  /** Finds the name of the document that was meant by a path at which there is none. */
  readonly findNearestDocument: (path: string) => string | undefined;
  /** The address at which a content file is published. Depends only on the path: the file need not exist. */
  readonly findAddress: (path: string) => Address | undefined;
}

/** Collects pictures, links and problems while a text is rendered. */
export interface MarkdownState {
  readonly context: MarkdownContext;
  readonly lines: readonly string[];
  /** Where the address of each link definition stands. */
  readonly definitions: Map<string, Location>;
  readonly search: SearchBudget;
  readonly pictures: PublishedImage[];
  readonly documents: PublishedFile[];
  readonly links: SiteLink[];
  readonly anchorLinks: AnchorLink[];
  readonly problems: Problem[];
}

/** How many characters the searches for locations in one text may still compare. */
export interface SearchBudget {
  remaining: number;
}

/**
 * Creates the budget of a text. Some texts make a search long for each of their links: entities hide the address, or
 * all stand on one line. Without a limit, the time would grow with the square of the length.
 */
export function createSearchBudget({ length }: string): SearchBudget {
  return { remaining: 500_000 + 20 * length };
}

/**
 * Locates a piece of the text in the file. Searches from `line` to the end of its paragraph, then the addresses of link
 * definitions.
 *
 * @param line from 0 at the start of the text
 * @returns column 1 of `line` if the source does not contain the piece literally, or the search would take too long
 */
export function locateText(
  { lines, context, definitions, search }: MarkdownState,
  piece: string,
  line: number,
): Location {
  const { file, firstLine } = context;
  for (let i = line; piece !== "" && lines[i] && search.remaining > 0; i++) {
    const index = (lines[i] ?? "").indexOf(piece);
    search.remaining -= index < 0 ? (lines[i] ?? "").length : index;
    if (index >= 0) return { file, line: firstLine + i, column: index + 1 };
  }
  return definitions.get(piece) ?? { file, line: firstLine + line, column: 1 };
}

/**
 * Resolves a path relative to a file: "../10/y.md" from "2024/07/11/x.md" is "2024/07/10/y.md".
 *
 * @returns undefined if the path leads out of the content folder
 */
export function resolveRelativePath(from: string, path: string): string | undefined {
  const folders = from.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") {
      if (folders.pop() === undefined) return undefined;
    } else if (step !== "." && step !== "") folders.push(step);
  }
  return folders.join("/");
}

/** Whether the reference to a picture is an absolute URL, or a URL on another host ("//host/map.png"), and not a path. */
export function isExternal(reference: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(reference);
}

/** The text of inline tokens without markup; a picture gives its description. */
export function toPlainText(tokens: readonly Token[]): string {
  return tokens.map(getTokenText).join("");
}

function getTokenText({ type, content, children }: Token): string {
  if (type === "text" || type === "text_special" || type === "code_inline") return content;
  if (type === "softbreak" || type === "hardbreak") return "\n";
  return type === "image" ? toPlainText(children ?? []) : "";
}

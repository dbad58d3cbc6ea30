import type { TextReport } from "./report.ts";
import { parseShortcodeArguments, type Shortcode, writeShortcode } from "./shortcodes.ts";

/** The tags of shortcodes that stand in braces or brackets, and the end of one. */
export interface ShortcodeSyntax {
  /** Global. Its groups: "close" for the "/" of an end, "name", "words". */
  readonly tag: RegExp;
  /** Whether an end ends the shortcode with its own name, or the last one that could have an end. */
  readonly ends: "by name" | "last";
  /** Whether a tag can have an end; every one if it is not given. */
  readonly canHaveEnd?: (tag: string) => boolean;
  readonly write?: (shortcode: Shortcode, report: TextReport) => string;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly close: string | undefined;
  readonly name: string;
  readonly words: string;
}

/** Writes all shortcodes of a text as markdown or HTML, those inside others first. */
export function expandShortcodes(text: string, syntax: ShortcodeSyntax, report: TextReport): string {
  const matches = [...text.matchAll(syntax.tag)].map(
    (match): Match => ({
      start: match.index,
      end: match.index + match[0].length,
      close: match.groups?.close,
      name: (match.groups?.name ?? "").toLowerCase(),
      words: match.groups?.words ?? "",
    }),
  );
  return expandRange({ text, matches, syntax, report }, 0, matches.length, 0, text.length);
}

interface Expansion {
  readonly text: string;
  readonly matches: readonly Match[];
  readonly syntax: ShortcodeSyntax;
  readonly report: TextReport;
}

/** Expands the tags from one index to another, and the text from one position to another. */
function expandRange(expansion: Expansion, from: number, to: number, start: number, end: number): string {
  const { text, matches, syntax, report } = expansion;
  let result = "";
  let position = start;
  for (let i = from; i < to; i++) {
    const open = matches[i];
    if (open === undefined) break;
    result += text.slice(position, open.start);
    position = open.end;
    // An end without a start.
    if (open.close !== undefined) continue;
    const last = findLast(expansion, i, to);
    const close = last === undefined ? undefined : matches[last];
    const inner =
      close === undefined || last === undefined
        ? undefined
        : expandRange(expansion, i + 1, last, open.end, close.start);
    if (close !== undefined && last !== undefined) {
      position = close.end;
      i = last;
    }
    const source = text.slice(open.start, open.end);
    const shortcode = { name: open.name, ...parseShortcodeArguments(open.words), inner, source };
    result += (syntax.write ?? writeShortcode)(shortcode, report);
  }
  return result + text.slice(position, end);
}

function findLast({ text, matches, syntax }: Expansion, first: number, to: number): number | undefined {
  const canHaveEnd = (match: Match) => syntax.canHaveEnd?.(text.slice(match.start, match.end)) ?? true;
  const open = matches[first];
  if (open === undefined || !canHaveEnd(open)) return undefined;
  let depth = 1;
  for (let i = first + 1; i < to; i++) {
    const match = matches[i];
    if (match === undefined) break;
    const isRelated = syntax.ends === "last" || match.name === open.name;
    if (isRelated && match.close !== undefined) depth -= 1;
    else if (isRelated && canHaveEnd(match)) depth += 1;
    if (depth === 0) return i;
  }
  return undefined;
}

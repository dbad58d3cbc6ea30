import type { Problem } from "../../values/problem.ts";
import { parseAnyYaml } from "./document.ts";
import type { Locations } from "./path.ts";

/** The keys of a map that could be read although others of it are faulty, and the problems of all of them. */
export interface ReadableEntries {
  /** undefined if no key could be read. */
  readonly value: Readonly<Record<string, unknown>> | undefined;
  readonly locations: Locations;
  readonly problems: readonly Problem[];
}

/**
 * Parses each top-level key of a faulty map by itself, so that one run tells what is wrong with the rest too.
 *
 * @param whole the locations and problems of the whole text; only the first fault of its syntax is among them
 * @param isInConflict whether a line of the text, from 0, is part of a merge conflict
 */
export function readEntries(
  text: string,
  { file, firstLine }: { readonly file: string; readonly firstLine: number },
  whole: { readonly locations: Locations; readonly problems: readonly Problem[] },
  isInConflict: (line: number) => boolean,
): ReadableEntries {
  const lines = text.split("\n");
  const starts = lines.flatMap((line, i) => (entryStart.test(line) && !isInConflict(i) ? [i] : []));
  const faultLines = new Set(whole.problems.map(({ at }) => at.line - firstLine));
  const entries = starts.map((start, i) => {
    const end = starts[i + 1] ?? lines.length;
    const numbers = Array.from({ length: end - start }, (_, n) => start + n);
    const parsed = parseAnyYaml(lines.slice(start, end).join("\n"), file, firstLine + start);
    const isConflict = numbers.some(isInConflict);
    const hasFault = numbers.some((number) => faultLines.has(number));
    return { ...parsed, value: isConflict ? undefined : toMap(parsed.value), isReported: isConflict || hasFault };
  });
  const readable = new Map(entries.flatMap((entry) => Object.keys(entry.value ?? {}).map((key) => [key, entry])));
  const locationsOf = (key: string | number | undefined) => readable.get(String(key))?.locations ?? whole.locations;
  return {
    value:
      readable.size === 0 ? undefined : Object.fromEntries(entries.flatMap(({ value }) => Object.entries(value ?? {}))),
    locations: {
      locate: (path) => locationsOf(path[0]).locate(path),
      locateKey: (path) => locationsOf(path[0]).locateKey(path),
      getSpelling: (path) => locationsOf(path[0]).getSpelling(path),
      findPartedText: (path) => locationsOf(path[0]).findPartedText(path),
    },
    problems: [
      ...whole.problems,
      ...entries.flatMap(({ problems, isReported }) => (isReported ? [] : problems.slice(0, 1))),
    ],
  };
}

const entryStart = /^[A-Za-z][\w-]*:(?:[ \t]|$)/;

function toMap(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

import type { Location, Problem } from "../../values/problem.ts";
import { findConflicts, toConflictProblems } from "../conflicts.ts";
import { parseAnyYaml } from "./document.ts";
import { readEntries } from "./entries.ts";
import { parseSimpleYaml } from "./fast.ts";
import type { Locations, Path } from "./path.ts";

/** YAML as plain data, with locations. If there are problems, the value has only the keys that could be read, or is undefined. */
export interface ParsedYaml {
  readonly value: unknown;
  readonly locations: Locations;
  readonly problems: readonly Problem[];
}

/**
 * Parses YAML 1.2 without anchors, aliases, merge keys and type tags: authors do not need them, and a few aliases can
 * expand to gigabytes.
 *
 * @param file as problems name it
 * @param firstLine the line of the file on which the text begins, from 1
 */
export function parseYaml(text: string, file: string, firstLine: number): ParsedYaml {
  const value = parseSimpleYaml(text);
  const parseFully = () => parseAnyYaml(text, file, firstLine);
  if (value === undefined && conflictMark.test(text)) {
    const lines = text.split("\n");
    // What a parser says of the same lines is a consequence.
    const problems = toConflictProblems(findConflicts(lines), lines, "YAML", { file, firstLine });
    const conflictLines = new Set(findConflicts(lines).flatMap(({ start, end }) => listNumbers(start, end)));
    if (problems.length > 0)
      return readEntries(text, { file, firstLine }, { ...parseFully(), problems }, (line) => conflictLines.has(line));
  }
  if (value === undefined) {
    const parsed = parseFully();
    if (parsed.problems.length === 0) return parsed;
    return readEntries(text, { file, firstLine }, parsed, () => false);
  }
  const locations = createLazyLocations(() => parseFully().locations);
  const locateBesideKey = createKeyLocator(text, file, firstLine);
  const locate: Locations["locate"] = (path) => locateBesideKey(path) ?? locations.locate(path);
  return { value, locations: { ...locations, locate }, problems: [] };
}

function listNumbers(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

// All marks of conflicts are outside the simple subset, so nearly no text is searched for them.
const conflictMark = /^(?:[<>]{4}|\|{7}|={7}|[v^] [v^] )/m;

/**
 * Creates a function that locates a top-level value on the line of its key, in simple YAML; undefined for all other
 * values. A file of terms can have a problem in each of ten thousand entries: these have no key.
 */
function createKeyLocator(text: string, file: string, firstLine: number): (path: Path) => Location | undefined {
  let columns: ReadonlyMap<string, Location> | undefined;
  const findKeys = () => {
    const entries = text.split("\n").flatMap((line, i): [string, Location][] => {
      const [prefix, key = ""] = /^([^ :]+): +(?=[^ ])/.exec(line) ?? [];
      return prefix === undefined ? [] : [[key, { file, line: firstLine + i, column: prefix.length + 1 }]];
    });
    return new Map(entries.reverse());
  };
  return ([key, ...inner]) => {
    if (inner.length > 0 || typeof key !== "string") return undefined;
    columns ??= findKeys();
    return columns.get(key);
  };
}

/** Locations that are computed on first use, because that takes ten times as long as parsing simple YAML. */
function createLazyLocations(createLocations: () => Locations): Locations {
  let locations: Locations | undefined;
  const getLocations = () => {
    locations ??= createLocations();
    return locations;
  };
  return {
    locate: (path) => getLocations().locate(path),
    locateKey: (path) => getLocations().locateKey(path),
    getSpelling: (path) => getLocations().getSpelling(path),
    findPartedText: (path) => getLocations().findPartedText(path),
  };
}

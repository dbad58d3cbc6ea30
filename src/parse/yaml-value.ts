import { isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument } from "yaml";
import { type Place, type Problem, quoted, type Slip } from "../values/problem.ts";
import { faultIn } from "./yaml-faults.ts";

/** The way to a value: `["sources", 0, "url"]`. */
export type Path = readonly (string | number)[];

/** Finds where a value was written. Lines are counted only when asked for: nobody asks where there is no problem. */
export interface Places {
  /** Of the value; of its key where nothing stands after it; of what it should stand in where it is not there at all. */
  readonly of: (path: Path) => Place;
  readonly ofKey: (path: Path) => Place;
  /** A plain value as the author spelled it: "007" for the number 7. */
  readonly spelling: (path: Path) => string | undefined;
}

/** A text in YAML as plain data, with its places. The value is undefined where there are problems. */
export interface YamlValue {
  readonly value: unknown;
  readonly places: Places;
  readonly problems: readonly Problem[];
}

/**
 * Reads YAML 1.2 without its anchors, aliases, merge keys and tags for types: authors have no use for them, and a page
 * of aliases can stand for gigabytes.
 *
 * @param firstLine the line of the file on which the text begins
 */
export function yamlValue(text: string, file: string, firstLine: number): YamlValue {
  const document = parseDocument(text, options);
  const at = (offset: number) => placeAt(text, offset, file, firstLine);
  const places = placesIn(document.contents, at, { file, line: 1, column: 1 });
  // What YAML says after its first fault is mostly a consequence of that.
  const first = document.errors[0] ?? document.warnings[0];
  if (first !== undefined) {
    const { offset, slip } = faultIn(text, first);
    return { value: undefined, places, problems: [{ at: at(offset), ...slip }] };
  }
  const faults: Fault[] = [];
  const value = plain(document.contents, faults);
  const problems = faults.map(({ offset, slip }) => ({ at: at(offset), ...slip }));
  return { value: problems.length > 0 ? undefined : value, places, problems };
}

const options = {
  // Not "silent": then it would not tell that a second document begins, and would drop it.
  logLevel: "error",
  prettyErrors: false,
  resolveKnownTags: false,
  stringKeys: true,
  // Found below: yaml's own search takes a time that grows with the square of the number of keys.
  uniqueKeys: false,
} as const;

/** Something wrong, at an offset in the YAML. */
interface Fault {
  readonly offset: number;
  readonly slip: Slip;
}

/** The plain data of a node; what is wrong with it is added to `faults`. */
function plain(node: ParsedNode | null, faults: Fault[]): unknown {
  if (node === null) return null;
  if (isAlias(node) || node.anchor !== undefined) {
    faults.push({ offset: node.range[0], slip: anchored });
    return null;
  }
  if (isScalar(node)) {
    if (node.comment && typeof node.value === "string")
      faults.push(...cutShort(node.value, node.comment, node.range[1]));
    return node.value;
  }
  if (isSeq(node)) return node.items.map((item) => plain(item, faults));
  const known = new Set<string>();
  return Object.fromEntries(
    node.items.map(({ key, value }) => {
      const name = keyOf(key);
      if (known.has(name)) faults.push({ offset: key.range[0], slip: doubled(name) });
      known.add(name);
      return [name, plain(value, faults)];
    }),
  );
}

function keyOf(key: ParsedNode): string {
  return isScalar(key) ? String(key.value) : "";
}

const anchored: Slip = {
  what: "YAML: what begins with & or * is an anchor or an alias, and these are not read.",
  advice: "Put a text that begins so in quotes; write out in full what is to be repeated.",
};

function doubled(key: string): Slip {
  return { what: `${key}: stands here a second time.`, advice: "Keep one of the two." };
}

/** "Party #1 wins" is "Party" to YAML, with a comment; a comment that is one has a space after its "#". */
function cutShort(text: string, comment: string, offset: number): readonly Fault[] {
  if (/^\s/.test(comment)) return [];
  const slip = {
    what: `YAML: ${quoted(`#${comment}`)} would be lost, for a # after a space begins a comment.`,
    advice: `Put the whole text in quotes: ${quoted(`${text} #${comment}`)}`,
  };
  return [{ offset: offset + 1, slip }];
}

function placeAt(text: string, offset: number, file: string, firstLine: number): Place {
  const before = text.slice(0, offset);
  const line = before.split("\n").length - 1;
  return { file, line: firstLine + line, column: offset - (before.lastIndexOf("\n") + 1) + 1 };
}

function placesIn(root: ParsedNode | null, at: (offset: number) => Place, whole: Place): Places {
  const placeOf = (offset: number | undefined) => (offset === undefined ? whole : at(offset));
  return {
    of: (path) => placeOf(found(root, path).value),
    ofKey: (path) => placeOf(found(root, path).key),
    spelling: (path) => {
      const { node } = found(root, path);
      return isScalar(node) ? node.source : undefined;
    },
  };
}

/** How far a path leads: the last node on it, and the offsets of that and of its key; the whole file's are undefined. */
interface Found {
  readonly node: ParsedNode | null;
  readonly value: number | undefined;
  readonly key: number | undefined;
}

function found(root: ParsedNode | null, path: Path): Found {
  let last: Found = { node: root, value: undefined, key: undefined };
  for (const step of path) {
    const next = below(last.node, step);
    if (next === undefined) return { ...last, node: null };
    last = next;
  }
  return last;
}

function below(node: ParsedNode | null, step: string | number): Found | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => keyOf(key) === step);
    if (pair === undefined) return undefined;
    const key = pair.key.range[0];
    const isEmpty = pair.value === null || (isScalar(pair.value) && pair.value.value === null);
    return { node: pair.value, value: isEmpty ? key : pair.value?.range[0], key };
  }
  const item = isSeq(node) && typeof step === "number" ? node.items[step] : undefined;
  return item && { node: item, value: item.range[0], key: item.range[0] };
}

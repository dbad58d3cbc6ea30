import { isMap, isScalar, isSeq, type ParsedNode } from "yaml";
import type { Place } from "../../values/problem.ts";
import type { Path, Places } from "./path.ts";

/** Finds the place of an offset in a text that begins on a line of a file. Thousands may be asked for. */
export function lineIndex(text: string, file: string, firstLine: number): (offset: number) => Place {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    let line = 0;
    let beyond = starts.length;
    while (beyond - line > 1) {
      const middle = (line + beyond) >> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else beyond = middle;
    }
    return { file, line: firstLine + line, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** The places of all that a node holds. */
export function placesIn(root: ParsedNode | null, at: (offset: number) => Place, whole: Place): Places {
  const placeOf = (offset: number | undefined) => (offset === undefined ? whole : at(offset));
  return {
    of: (path) => (path.length === 0 ? placeOf(root?.range[0]) : placeOf(found(root, path).value)),
    ofKey: (path) => placeOf(found(root, path).key),
    spelling: (path) => {
      const { node } = found(root, path);
      return isScalar(node) ? node.source : undefined;
    },
  };
}

/** A key as text. */
export function keyOf(key: ParsedNode): string {
  return isScalar(key) ? String(key.value) : "";
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

type MapNode = Extract<ParsedNode, { items: { key: ParsedNode }[] }>;

/** The pairs of a map by their keys. Kept, for a file may have thousands of keys with a problem each. */
function pairsOf(node: MapNode): ReadonlyMap<string | number, MapNode["items"][number]> {
  const before = pairs.get(node);
  if (before !== undefined) return before;
  const byKey = new Map([...node.items].reverse().map((pair) => [keyOf(pair.key), pair]));
  pairs.set(node, byKey);
  return byKey;
}

const pairs = new WeakMap<MapNode, ReadonlyMap<string, MapNode["items"][number]>>();

function below(node: ParsedNode | null, step: string | number): Found | undefined {
  if (isMap(node)) {
    const pair = pairsOf(node).get(step);
    if (pair === undefined) return undefined;
    const key = pair.key.range[0];
    const isEmpty = pair.value === null || (isScalar(pair.value) && pair.value.value === null);
    return { node: pair.value, value: isEmpty ? key : pair.value?.range[0], key };
  }
  const item = isSeq(node) && typeof step === "number" ? node.items[step] : undefined;
  return item && { node: item, value: item.range[0], key: item.range[0] };
}

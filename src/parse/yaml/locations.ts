import { isMap, isScalar, isSeq, type ParsedNode } from "yaml";
import { memoizeByIdentity } from "../../values/memory/memoize.ts";
import type { Location } from "../../values/problem.ts";
import type { Locations, Path } from "./path.ts";

/**
 * Creates a function from an offset in a text to its location. Each call is a binary search, because a file can have
 * thousands of problems.
 *
 * @param firstLine the line of the file on which the text begins, from 1
 */
export function createOffsetLocator(text: string, file: string, firstLine: number): (offset: number) => Location {
  let lineStarts: readonly number[] | undefined;
  return (offset) => {
    lineStarts ??= [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    let line = 0;
    let end = lineStarts.length;
    while (end - line > 1) {
      const middle = (line + end) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) line = middle;
      else end = middle;
    }
    return { file, line: firstLine + line, column: offset - (lineStarts[line] ?? 0) + 1 };
  };
}

/**
 * Creates the locations of a parsed YAML document.
 *
 * @param text the text of the document
 * @param locateOffset from an offset in the text to its location
 * @param fileLocation the location for what has no offset
 */
export function createLocations(
  text: string,
  root: ParsedNode | null,
  locateOffset: (offset: number) => Location,
  fileLocation: Location,
): Locations {
  const toLocation = (offset: number | undefined) => (offset === undefined ? fileLocation : locateOffset(offset));
  const getPartedTexts = memoizeByIdentity((node: MapNode) => findPartedTexts(text, node));
  return {
    locate: (path) =>
      path.length === 0 ? toLocation(root?.range[0]) : toLocation(resolvePath(root, path).valueOffset),
    locateKey: (path) => toLocation(resolvePath(root, path).keyOffset),
    getSpelling: (path) => {
      const { node } = resolvePath(root, path);
      return isScalar(node) ? node.source : undefined;
    },
    findPartedText: (path) => {
      const parent = path.slice(0, -1);
      const { node } = resolvePath(root, parent);
      const parted = isMap(node) && node.flow ? getPartedTexts(node).get(String(path.at(-1))) : undefined;
      return parted && { path: [...parent, parted.key], text: parted.text };
    },
  };
}

/** The text of a map key; "" if it is not a scalar. */
export function getKeyText(key: ParsedNode): string {
  return isScalar(key) ? String(key.value) : "";
}

/**
 * The end of a path: its node, null if the path does not exist, with the offsets of value and key of the last step that
 * exists. The offsets of the root are undefined.
 */
interface PathTarget {
  readonly node: ParsedNode | null;
  readonly valueOffset: number | undefined;
  readonly keyOffset: number | undefined;
}

function resolvePath(root: ParsedNode | null, path: Path): PathTarget {
  let target: PathTarget = { node: root, valueOffset: undefined, keyOffset: undefined };
  for (const step of path) {
    const child = findChild(target.node, step);
    if (child === undefined) return { ...target, node: null };
    target = child;
  }
  return target;
}

/** For each key that can only be the rest of a text before it: the key of that text, and the whole of it. */
function findPartedTexts(text: string, { items }: MapNode): ReadonlyMap<string, { key: string; text: string }> {
  const parted = new Map<string, { key: string; text: string }>();
  for (let i = 1; i < items.length; i++) {
    const first = items[i - 1];
    if (!isTextEnd(items[i]) || !isScalar(first?.value)) continue;
    const start = i;
    while (isTextEnd(items[i + 1])) i++;
    const end = (items[i]?.value ?? items[i]?.key)?.range[1];
    const words = isQuoted(first.value) ? String(first.value.value) : text.slice(...first.value.range.slice(0, 2));
    const whole = (words + text.slice(first.value.range[1], end)).replace(/\s+/g, " ");
    for (const { key } of items.slice(start, i + 1))
      parted.set(getKeyText(key), { key: getKeyText(first.key), text: whole });
  }
  return parted;
}

/** Whether a key has no value, or more than one word: no key that Dateline knows is so. */
function isTextEnd(pair: MapNode["items"][number] | undefined): boolean {
  return pair !== undefined && (pair.value === null || /\s/.test(getKeyText(pair.key)));
}

function isQuoted(node: { readonly type?: string | undefined }): boolean {
  return node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
}

type MapNode = Extract<ParsedNode, { items: { key: ParsedNode }[] }>;

/** The pairs of a map by key. Cached, because a file can have thousands of keys with a problem each. */
const getPairs = memoizeByIdentity(
  (node: MapNode): ReadonlyMap<string | number, MapNode["items"][number]> =>
    new Map([...node.items].reverse().map((pair) => [getKeyText(pair.key), pair])),
);

function findChild(node: ParsedNode | null, step: string | number): PathTarget | undefined {
  if (isMap(node)) {
    const pair = getPairs(node).get(step);
    if (pair === undefined) return undefined;
    const keyOffset = pair.key.range[0];
    const isEmpty = pair.value === null || (isScalar(pair.value) && pair.value.value === null);
    return { node: pair.value, valueOffset: isEmpty ? keyOffset : pair.value?.range[0], keyOffset };
  }
  const item = isSeq(node) && typeof step === "number" ? node.items[step] : undefined;
  return item && { node: item, valueOffset: item.range[0], keyOffset: item.range[0] };
}

import { isAlias, isScalar, isSeq, type ParsedNode, parseDocument } from "yaml";
import { type Problem, quoted, type Slip } from "../../values/problem.ts";
import { faultIn } from "./faults.ts";
import { keyOf, lineIndex, placesIn } from "./locations.ts";
import { named, type Path, type Places } from "./path.ts";

/** Any YAML that authors may write, as plain data, with its places. The value is undefined where there are problems. */
export function anyYaml(
  text: string,
  file: string,
  firstLine: number,
): { readonly value: unknown; readonly places: Places; readonly problems: readonly Problem[] } {
  const document = parseDocument(text, options);
  const at = lineIndex(text, file, firstLine);
  const places = placesIn(document.contents, at, { file, line: 1, column: 1 });
  // What YAML says after its first fault is mostly a consequence of that.
  const first = document.errors[0] ?? document.warnings[0];
  if (first !== undefined) {
    const { offset, slip } = faultIn(text, first);
    return { value: undefined, places, problems: [{ at: at(offset), ...slip }] };
  }
  const faults: Fault[] = [];
  const value = plain(document.contents, { text, faults }, []);
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

interface Reading {
  readonly text: string;
  readonly faults: Fault[];
}

/** The plain data of a node; what is wrong with it is added to the faults. */
function plain(node: ParsedNode | null, reading: Reading, path: Path): unknown {
  if (node === null) return null;
  const anchor = isAlias(node) ? undefined : node.anchor;
  if (isAlias(node) || anchor !== undefined) {
    const [begin] = node.range;
    // The node begins after its anchor, and the author should look at the anchor.
    reading.faults.push({
      offset: anchor === undefined ? begin : reading.text.lastIndexOf(`&${anchor}`, begin),
      slip: anchored,
    });
    return null;
  }
  if (isScalar(node)) {
    if (node.comment && typeof node.value === "string")
      reading.faults.push(...cutShort(node.value, node.comment, node.range[1]));
    return node.value;
  }
  if (isSeq(node)) return node.items.map((item, i) => plain(item, reading, [...path, i]));
  const known = new Set<string>();
  return Object.fromEntries(
    node.items.map(({ key, value }) => {
      const name = keyOf(key);
      const way = [...path, name];
      if (known.has(name)) reading.faults.push({ offset: key.range[0], slip: doubled(named(way)) });
      known.add(name);
      return [name, plain(value, reading, way)];
    }),
  );
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

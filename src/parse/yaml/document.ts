import { isAlias, isScalar, isSeq, type ParsedNode, parseDocument } from "yaml";
import { inPlainQuotes, inQuotes, type Problem, type ProblemText } from "../../values/problem.ts";
import { describeYamlError } from "./faults.ts";
import { createLocations, createOffsetLocator, getKeyText } from "./locations.ts";
import { formatPath, type Locations, type Path } from "./path.ts";

/** Parses any YAML with `yaml` to plain data with locations. The value is undefined if there are problems. */
export function parseAnyYaml(
  text: string,
  file: string,
  firstLine: number,
): { readonly value: unknown; readonly locations: Locations; readonly problems: readonly Problem[] } {
  const document = parseDocument(text, options);
  const locateOffset = createOffsetLocator(text, file, firstLine);
  const locations = createLocations(text, document.contents, locateOffset, { file, line: 1, column: 1 });
  // Errors after the first one are mostly consequences of it.
  const firstError = document.errors[0] ?? document.warnings[0];
  if (firstError !== undefined) {
    const { offset, problem } = describeYamlError(text, firstError);
    return { value: undefined, locations, problems: [{ at: locateOffset(offset), ...problem }] };
  }
  const offsetProblems: OffsetProblem[] = [];
  const value = toPlainData(document.contents, { text, problems: offsetProblems }, []);
  const problems = offsetProblems.map(({ offset, problem }) => ({ at: locateOffset(offset), ...problem }));
  return { value: problems.length > 0 ? undefined : value, locations, problems };
}

const options = {
  // With "silent", yaml would drop a second document without an error.
  logLevel: "error",
  prettyErrors: false,
  resolveKnownTags: false,
  stringKeys: true,
  // Checked below, because the check in yaml takes time quadratic in the number of keys.
  uniqueKeys: false,
} as const;

/** A problem at an offset in the YAML text. */
interface OffsetProblem {
  readonly offset: number;
  readonly problem: ProblemText;
}

interface ConversionContext {
  readonly text: string;
  readonly problems: OffsetProblem[];
}

/** Converts a node to plain data, and adds its problems to the context. */
function toPlainData(node: ParsedNode | null, context: ConversionContext, path: Path): unknown {
  if (node === null) return null;
  const anchor = isAlias(node) ? undefined : node.anchor;
  if (isAlias(node) || anchor !== undefined) {
    const [start] = node.range;
    // The range of a node begins after its anchor; report the anchor itself.
    context.problems.push({
      offset: anchor === undefined ? start : context.text.lastIndexOf(`&${anchor}`, start),
      problem: anchorProblem,
    });
    return null;
  }
  if (isScalar(node)) {
    if (node.comment && typeof node.value === "string")
      context.problems.push(...findLostText(node.value, node.comment, node.range[1]));
    return node.value;
  }
  if (isSeq(node)) return node.items.map((item, i) => toPlainData(item, context, [...path, i]));
  const keys = new Set<string>();
  return Object.fromEntries(
    node.items.map(({ key, value }) => {
      const name = getKeyText(key);
      const keyPath = [...path, name];
      if (keys.has(name))
        context.problems.push({ offset: key.range[0], problem: describeDuplicateKey(formatPath(keyPath)) });
      keys.add(name);
      return [name, toPlainData(value, context, keyPath)];
    }),
  );
}

const anchorProblem: ProblemText = {
  what: "YAML: text that begins with & or * is an anchor or an alias, and these are not supported.",
  advice: "Put such text in quotes; write out in full what is repeated.",
};

function describeDuplicateKey(key: string): ProblemText {
  return { what: `${key}: is used twice.`, advice: "Keep one of the two." };
}

/** YAML reads "Party #1 wins" as "Party" and a comment. A "#" without a space after it is reported as lost text. */
function findLostText(text: string, comment: string, offset: number): readonly OffsetProblem[] {
  if (/^\s/.test(comment)) return [];
  const problem = {
    what: `YAML: ${inQuotes(`#${comment}`)} would be lost: a # after a space begins a comment.`,
    advice: `Put the whole text in quotes: ${inPlainQuotes(`${text} #${comment}`)}`,
  };
  return [{ offset: offset + 1, problem }];
}

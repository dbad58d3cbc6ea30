import type { z } from "zod";
import type { Problem } from "../../values/problem.ts";
import { noteHiddenCharacter } from "../../values/text/hidden-characters.ts";
import { formatPath, type Locations, type Path } from "../yaml/path.ts";
import { quoteForYaml } from "../yaml/quotes.ts";
import { createKeyAdvice, describeIssue } from "./messages.ts";

/** The keys that authors can write in a front matter, a term or the site settings. All keys of `T` are optional. */
export interface Form<T> {
  /** Name of the form in problems that do not concern a single key. */
  readonly name: string;
  /** Example of its first line. */
  readonly example: string;
  readonly schema: z.ZodType<T>;
  /** The same schema with all keys optional, for what remains after invalid keys are removed. */
  readonly partialSchema: z.ZodType<T>;
  /** Example line of each key; nested keys as "sources.url". */
  readonly examples: Readonly<Record<string, string>>;
}

/**
 * Checks data against a form. Invalid top-level keys are removed from the value, so that later checks can go on with
 * the valid keys, and one run reports all problems.
 *
 * @param value plain data from YAML; undefined if the YAML had problems, null if it is empty
 * @param isComplete false if the YAML had problems, so that a key that is not in the value may have been written
 * @param basePath the path of the form in the YAML document
 */
export function parseForm<T>(
  form: Form<T>,
  value: unknown,
  locations: Locations,
  basePath: Path = [],
  isComplete = true,
): { readonly value: T; readonly problems: readonly Problem[] } {
  const result = form.schema.safeParse(value ?? {});
  if (result.success) return { value: result.data, problems: [] };
  const issues = result.error.issues.flatMap(selectUnionIssues);
  const isUnknown = ({ path: [key, ...rest] }: Issue) =>
    !isComplete && rest.length === 0 && isPlainObject(value) && typeof key === "string" && value[key] === undefined;
  const problems = issues
    .filter((issue) => !isUnknown(issue))
    .flatMap((issue) => toProblems(issue, form, value ?? {}, locations, basePath));
  const invalidKeys = new Set(
    issues.flatMap((issue) => (issue.path.length > 0 ? issue.path.slice(0, 1).map(String) : getUnknownKeys(issue))),
  );
  const validEntries = Object.entries(isPlainObject(value) ? value : {}).filter(([key]) => !invalidKeys.has(key));
  return {
    value: form.partialSchema.parse(Object.fromEntries(validEntries)),
    problems: value === undefined ? [] : dropConsequences(problems),
  };
}

type Issue = z.core.$ZodIssue;

/** For a union of text and map, the issues of the alternative whose type the author chose. */
function selectUnionIssues(issue: Issue): readonly Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const branch = issue.errors.find(
    (errors) => !errors.some(({ code, path }) => code === "invalid_type" && path.length === 0),
  );
  return (branch ?? issue.errors[0] ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function getUnknownKeys(issue: Issue): readonly string[] {
  return issue.code === "unrecognized_keys" ? issue.keys : [];
}

function toProblems<T>(
  issue: Issue,
  form: Form<T>,
  value: unknown,
  locations: Locations,
  basePath: Path,
): readonly Problem[] {
  const fieldPath = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map(
      (key) =>
        findPartedText(key, fieldPath, locations, basePath) ?? {
          at: locations.locateKey([...basePath, ...fieldPath, key]),
          what: `${formatPath([...fieldPath, key])}${noteHiddenCharacter(key)}: is not a known key.`,
          advice: createKeyAdvice(key, fieldPath, Object.keys(form.examples)),
        },
    );
  }
  const fullPath = [...basePath, ...fieldPath];
  const fieldValue = fieldPath.reduce<unknown>(
    (inner, step) => (isPlainObject(inner) || Array.isArray(inner) ? Reflect.get(inner, step) : undefined),
    value,
  );
  const example = form.examples[fieldPath.filter((step) => typeof step === "string").join(".")] ?? form.example;
  const { what, advice } = describeIssue(issue, {
    written: fieldValue,
    spelling: locations.getSpelling(fullPath),
    example,
  });
  return [{ at: locations.locate(fullPath), what: `${formatPath(fieldPath) || form.name}: ${what}`, advice }];
}

/** An unknown key that is the end of a text: a comma in it ended the text. */
function findPartedText(key: string, fieldPath: Path, locations: Locations, basePath: Path): Problem | undefined {
  // A character that cannot be seen explains more.
  if (noteHiddenCharacter(key) !== "") return undefined;
  const parted = locations.findPartedText([...basePath, ...fieldPath, key]);
  return (
    parted && {
      at: locations.locate(parted.path),
      what: `${formatPath(parted.path.slice(basePath.length))}: ${endsAtComma}`,
      advice: `Put the whole text in quotes: ${parted.path.at(-1)}: ${quoteForYaml(parted.text)}`,
    }
  );
}

const endsAtComma = "has a comma in it, and between { and } a text ends at a comma.";

/** Of a text that commas ended, each part can have a problem; one line tells of all. */
function dropConsequences(problems: readonly Problem[]): readonly Problem[] {
  const formatPlace = ({ at }: Problem) => `${at.line}:${at.column}`;
  const parted = new Map(
    problems.filter(({ what }) => what.endsWith(endsAtComma)).map((problem) => [formatPlace(problem), problem]),
  );
  return problems.filter((problem) => (parted.get(formatPlace(problem)) ?? problem) === problem);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

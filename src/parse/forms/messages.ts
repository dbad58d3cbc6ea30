import type { z } from "zod";
import { languages } from "../../values/language.ts";
import { askWhetherMeant, findNearest } from "../../values/nearest.ts";
import { inQuotes, type ProblemText } from "../../values/problem.ts";
import type { Path } from "../yaml/path.ts";

type Issue = z.core.$ZodIssue;

/** The value of a field, its source text, and an example of the field. */
export interface IssueField {
  readonly written: unknown;
  readonly spelling: string | undefined;
  readonly example: string;
}

/** Describes a zod issue for authors. */
export function describeIssue(issue: Issue, { written, spelling, example }: IssueField): ProblemText {
  if (written === undefined) return { what: "is missing.", advice: `Add it, as in: ${example}` };
  if (written === null || issue.code === "too_small" || (issue.code === "custom" && issue.params?.isEmpty === true)) {
    return { what: "is empty.", advice: `Fill it in, as in: ${example}` };
  }
  if (issue.code === "custom") return { what: issue.message, advice: String(issue.params?.advice ?? "") };
  if (issue.code === "invalid_value") return describeUnknownChoice(String(written), issue.values.map(String));
  if (describeExpected(issue, example) === plainText && (typeof written === "number" || typeof written === "boolean")) {
    const key = /^[\w-]+: (?!\[)/.exec(example)?.[0] ?? "";
    const kind = typeof written === "number" ? "a number" : "true or false";
    return {
      what: `YAML reads ${spelling ?? written} as ${kind}, not as text.`,
      advice: `Put it in quotes: ${key}"${spelling ?? written}"`,
    };
  }
  return {
    what: `expected ${describeExpected(issue, example)}, found ${describeValue(written)}.`,
    advice: `Write it as in: ${example}`,
  };
}

function describeUnknownChoice(written: string, choices: readonly string[]): ProblemText {
  const suggestion = findNearest(written, choices);
  return {
    what: `${inQuotes(written)} is not one of ${choices.join(", ")}.`,
    advice: suggestion ? askWhetherMeant(written, suggestion) : `Write ${choices[0]}.`,
  };
}

function describeValue(written: unknown): string {
  if (Array.isArray(written)) return "a list";
  if (typeof written === "string") return `the text ${inQuotes(written)}`;
  if (typeof written === "number") return `the number ${written}`;
  return typeof written === "object" ? "keys with values" : String(written);
}

const otherValue = "another value";
const plainText = "text";

/** @param example tells whether the field is a date or time, because the schema has a string for all of these */
function describeExpected(issue: Issue, example: string): string {
  if (issue.code !== "invalid_type") return otherValue;
  if (issue.expected !== "string") return typeNames[issue.expected] ?? otherValue;
  return textFormats.find(([form]) => form.test(example))?.[1] ?? plainText;
}

const typeNames: Readonly<Record<string, string>> = {
  array: "a list",
  object: "keys with values",
  record: "keys with values",
  boolean: "true or false",
};

const textFormats = [
  [/\dT\d\d:\d\d/, "a date and time"],
  [/\d{4}-\d\d-\d\d$/, "a date"],
  [/"\d\d:\d\d"$/, "a time of day"],
] as const;

/**
 * The advice for an unknown key: the nearest known key, or all of them.
 *
 * @param parentPath the path of the map that has the key
 * @param keyPaths all known keys of the form, nested ones as "sources.url"
 */
export function createKeyAdvice(key: string, parentPath: Path, keyPaths: readonly string[]): string {
  const prefix = parentPath
    .filter((step) => typeof step === "string")
    .map((step) => `${step}.`)
    .join("");
  const siblingKeys = keyPaths
    .filter((keyPath) => keyPath.startsWith(prefix))
    .map((keyPath) => keyPath.slice(prefix.length))
    .filter((key) => !key.includes("."));
  // A form lists no keys below a localised text: these are the languages.
  const keys = siblingKeys.length > 0 ? siblingKeys : languages;
  const suggestion = findNearest(key, keys);
  if (suggestion === undefined && /^[^\S ]/.test(key)) return "Type plain spaces before it.";
  return suggestion ? askWhetherMeant(key, suggestion) : `Known keys: ${keys.join(", ")}.`;
}

import type { z } from "zod";
import { languages } from "../../values/language.ts";
import { nearest } from "../../values/nearest.ts";
import { quoted, type Slip } from "../../values/problem.ts";
import type { Path } from "../yaml/path.ts";

type Issue = z.core.$ZodIssue;

/** What stands in a field, and what could. */
export interface Field {
  readonly written: unknown;
  readonly spelling: string | undefined;
  readonly example: string;
}

/** What is wrong with a field, by what zod says of it. */
export function slipOf(issue: Issue, { written, spelling, example }: Field): Slip {
  if (written === undefined) return { what: "is missing.", advice: `Add it, as in: ${example}` };
  if (written === null || issue.code === "too_small" || issue.message === "is empty.") {
    return { what: "is empty.", advice: `Fill it in, as in: ${example}` };
  }
  if (issue.code === "custom") return { what: issue.message, advice: String(issue.params?.advice ?? "") };
  if (issue.code === "invalid_value") return unknownChoice(String(written), issue.values.map(String));
  if (expected(issue, example) === words && (typeof written === "number" || typeof written === "boolean")) {
    const key = /^[\w-]+: (?!\[)/.exec(example)?.[0] ?? "";
    const kind = typeof written === "number" ? "a number" : "yes or no";
    return {
      what: `${spelling ?? written} is ${kind} to YAML, not a text.`,
      advice: `Put it in quotes: ${key}"${spelling ?? written}"`,
    };
  }
  return {
    what: `${standing(written)} where ${expected(issue, example)}.`,
    advice: `Write it as in: ${example}`,
  };
}

function unknownChoice(written: string, known: readonly string[]): Slip {
  const near = nearest(written, known);
  return {
    what: `${quoted(written)} is none of ${known.join(", ")}.`,
    advice: near ? `Did you mean "${near}"?` : `Write ${known[0]}.`,
  };
}

function standing(written: unknown): string {
  if (Array.isArray(written)) return "a list stands";
  if (typeof written === "string") return `the text ${quoted(written)} stands`;
  if (typeof written === "number") return `the number ${written} stands`;
  return typeof written === "object" ? "keys with their values stand" : `${String(written)} stands`;
}

const words = "a text belongs";

/** @param example tells a moment or a day from mere words: to YAML all are texts */
function expected(issue: Issue, example: string): string {
  if (issue.code !== "invalid_type") return "something else belongs";
  if (issue.expected !== "string") return kinds[issue.expected] ?? "something else belongs";
  return textKinds.find(([form]) => form.test(example))?.[1] ?? words;
}

const kinds: Readonly<Record<string, string>> = {
  array: "a list belongs",
  object: "keys with their values belong",
  boolean: "true or false belongs",
};

const textKinds = [
  [/\dT\d\d:\d\d/, "a moment belongs"],
  [/\d{4}-\d\d-\d\d$/, "a day belongs"],
  [/"\d\d:\d\d"$/, "a time of day belongs"],
] as const;

/**
 * What to write for a key that is not known.
 *
 * @param above the way to what it stands in
 * @param ways of all keys: "sources.url"
 */
export function keyAdvice(key: string, above: Path, ways: readonly string[]): string {
  const before = above
    .filter((step) => typeof step === "string")
    .map((step) => `${step}.`)
    .join("");
  const known = ways
    .filter((way) => way.startsWith(before))
    .map((way) => way.slice(before.length))
    .filter((way) => !way.includes("."));
  // A text that may be given per language has the languages for keys.
  const keys = known.length > 0 ? known : languages;
  const near = nearest(key, keys);
  return near ? `Did you mean "${near}"?` : `Known keys: ${keys.join(", ")}.`;
}

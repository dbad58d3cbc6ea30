import type { z } from "zod";
import { nearest } from "../values/nearest.ts";
import { type Problem, quoted, type Slip } from "../values/problem.ts";
import type { Path, Places } from "./yaml-value.ts";

/** What authors fill in: an article's front matter, a tag, the site's settings. `T` has every key as one that may be missing. */
export interface Form<T> {
  /** What a message calls it where nothing in it can be named. */
  readonly name: string;
  readonly whole: z.ZodType<T>;
  /** The same with no key required: for what is left when the wrong ones are taken out. */
  readonly partly: z.ZodType<T>;
  /** Every key with an example of its line; a key inside another by its way: "sources.url". */
  readonly examples: Readonly<Record<string, string>>;
}

/**
 * A form as far as it is filled in rightly, and the problems with the rest: so that what is right is looked at further,
 * and all of an author's slips are found in one run.
 *
 * @param value plain data from YAML; undefined where that had problems of its own, null where nothing was written
 * @param within where in the file the form stands
 */
export function filledIn<T>(
  form: Form<T>,
  value: unknown,
  places: Places,
  within: Path = [],
): { readonly value: T; readonly problems: readonly Problem[] } {
  const whole = form.whole.safeParse(value ?? {});
  if (whole.success) return { value: whole.data, problems: [] };
  const issues = whole.error.issues.flatMap(chosenBranch);
  const problems = issues.flatMap((issue) => problemsOf(issue, form, value ?? {}, places, within));
  const wrong = new Set(
    issues.flatMap((issue) => (issue.path.length > 0 ? issue.path.slice(0, 1).map(String) : keysOf(issue))),
  );
  const right = Object.entries(isMap(value) ? value : {}).filter(([key]) => !wrong.has(key));
  return { value: form.partly.parse(Object.fromEntries(right)), problems: value === undefined ? [] : problems };
}

type Issue = z.core.$ZodIssue;

/** Where a text or a map may stand, what is said of the one that the author began. */
function chosenBranch(issue: Issue): readonly Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const branch = issue.errors.find(
    (errors) => !errors.some(({ code, path }) => code === "invalid_type" && path.length === 0),
  );
  return (branch ?? issue.errors[0] ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function keysOf(issue: Issue): readonly string[] {
  return issue.code === "unrecognized_keys" ? issue.keys : [];
}

function problemsOf<T>(issue: Issue, form: Form<T>, value: unknown, places: Places, within: Path): readonly Problem[] {
  const own = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      at: places.ofKey([...within, ...own, key]),
      what: `${named([...own, key])}: is not a known key.`,
      advice: keyAdvice(key, own, form),
    }));
  }
  const path = [...within, ...own];
  const written = own.reduce<unknown>(
    (inner, step) => (isMap(inner) || Array.isArray(inner) ? Reflect.get(inner, step) : undefined),
    value,
  );
  const example = form.examples[own.filter((step) => typeof step === "string").join(".")] ?? form.name;
  const { what, advice } = slipOf(issue, { written, spelling: places.spelling(path), example });
  return [{ at: places.of(path), what: `${named(own) || form.name}: ${what}`, advice }];
}

/** A way as an author reads it, counted from 1: "sources[2].url". A text in a list goes by the name of the list. */
export function named(path: Path): string {
  const last = path.findLastIndex((step) => typeof step === "string");
  return path
    .slice(0, last + 1)
    .map((step, i) => (typeof step === "number" ? `[${step + 1}]` : i === 0 ? step : `.${step}`))
    .join("");
}

function keyAdvice<T>(key: string, own: Path, { examples }: Form<T>): string {
  const above = own
    .filter((step) => typeof step === "string")
    .map((step) => `${step}.`)
    .join("");
  const known = Object.keys(examples)
    .filter((way) => way.startsWith(above))
    .map((way) => way.slice(above.length))
    .filter((way) => !way.includes("."));
  const near = nearest(key, known);
  return near ? `Did you mean "${near}"?` : `Known are ${known.join(", ")}.`;
}

/** What stands in a field, and what could. */
interface Field {
  readonly written: unknown;
  readonly spelling: string | undefined;
  readonly example: string;
}

function slipOf(issue: Issue, { written, spelling, example }: Field): Slip {
  if (written === undefined) return { what: "is missing.", advice: `Add it, as in: ${example}` };
  if (written === null || issue.code === "too_small" || issue.message === "is empty.") {
    return { what: "is empty.", advice: `Fill it in, as in: ${example}` };
  }
  if (issue.code === "custom") return { what: issue.message, advice: String(issue.params?.advice ?? "") };
  if (issue.code === "invalid_value") return unknownChoice(String(written), issue.values.map(String));
  if (
    issue.code === "invalid_type" &&
    issue.expected === "string" &&
    (typeof written === "number" || typeof written === "boolean")
  ) {
    const key = /^[\w-]+: (?!\[)/.exec(example)?.[0] ?? "";
    const kind = typeof written === "number" ? "a number" : "true or false to YAML, not a text";
    return { what: `${spelling ?? written} is ${kind}.`, advice: `Put it in quotes: ${key}"${spelling ?? written}"` };
  }
  return {
    what: `${kindOf(written)} stands where ${kindExpected(issue)} belongs.`,
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

function kindOf(written: unknown): string {
  if (Array.isArray(written)) return "a list";
  if (typeof written === "string") return `the text ${quoted(written)}`;
  return typeof written === "object" ? "a map of keys" : String(written);
}

function kindExpected(issue: Issue): string {
  const kinds: Readonly<Record<string, string>> = {
    string: "a text",
    array: "a list",
    object: "a map of keys",
    boolean: "true or false",
  };
  return (issue.code === "invalid_type" && kinds[issue.expected]) || "something else";
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

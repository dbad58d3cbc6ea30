import type { z } from "zod";
import type { Problem } from "../../values/problem.ts";
import { named, type Path, type Places } from "../yaml/path.ts";
import { keyAdvice, slipOf } from "./messages.ts";

/** What authors fill in: an article's front matter, a tag, the site's settings. `T` has every key as one that may be missing. */
export interface Form<T> {
  /** What a message calls it where nothing in it can be named. */
  readonly name: string;
  /** How it may begin. */
  readonly example: string;
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
      advice: keyAdvice(key, own, Object.keys(form.examples)),
    }));
  }
  const path = [...within, ...own];
  const written = own.reduce<unknown>(
    (inner, step) => (isMap(inner) || Array.isArray(inner) ? Reflect.get(inner, step) : undefined),
    value,
  );
  const example = form.examples[own.filter((step) => typeof step === "string").join(".")] ?? form.example;
  const { what, advice } = slipOf(issue, { written, spelling: places.spelling(path), example });
  return [{ at: places.of(path), what: `${named(own) || form.name}: ${what}`, advice }];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

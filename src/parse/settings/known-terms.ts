import { nearest } from "../../values/nearest.ts";
import type { Slip } from "../../values/problem.ts";
import { quoted } from "../../values/problem.ts";
import { type Slug, slugFor } from "../../values/slug.ts";
import type { Term } from "./site.ts";

/** The tags, or the storylines, by everything that an author may call them. */
export interface KnownTerms {
  /** Slugs first, then titles and synonyms, as they are spelled. */
  readonly names: readonly string[];
  /** By the name as `folded` gives it. */
  readonly slugs: ReadonlyMap<string, Slug>;
  /** Whether these are all terms: where their list has slips of its own, nobody is to be told that one is unknown. */
  readonly areAll: boolean;
}

/** The names of terms. Where two terms claim a name, the first has it. */
export function knownTerms(terms: readonly Term[], areAll: boolean): KnownTerms {
  const named = [
    ...terms.map((term) => [term.slug, term.slug] as const),
    ...terms.flatMap((term) => namesOf(term).map((name) => [name, term.slug] as const)),
  ];
  return {
    names: [...new Set(named.map(([name]) => name))],
    slugs: new Map([...named].reverse().map(([name, slug]) => [folded(name), slug])),
    areAll,
  };
}

/** What a term is called beside its slug: its title in each language, and its synonyms. */
export function namesOf({ title, also }: Term): readonly string[] {
  return [...Object.values(title), ...also];
}

/** A name by which an author called a term, and the term that was meant. */
export interface Called {
  readonly kind: "tag" | "storyline";
  readonly name: string;
  readonly slug: Slug;
}

/** The tags and the storylines that are known. */
export type Known = { readonly [K in Called["kind"]]: KnownTerms };

/** What an author called by something else than its slug. */
export function calledByName(
  { tags = [], storyline }: { readonly tags?: readonly string[] | undefined; readonly storyline?: string | undefined },
  known: Known,
): readonly Called[] {
  const called = (kind: Called["kind"]) => (name: string) => {
    const slug = slugOf(name, kind, known[kind]);
    return typeof slug === "string" && slug !== name ? [{ kind, name, slug }] : [];
  };
  return [...tags.flatMap(called("tag")), ...(storyline === undefined ? [] : called("storyline")(storyline))];
}

/** Whether each name still means the term that it meant. */
export function meansTheSame(called: readonly Called[], known: Known): boolean {
  return called.every(({ kind, name, slug }) => slugOf(name, kind, known[kind]) === slug);
}

/** A name as it is compared: without case, and whichever way its accents are encoded. */
export function folded(name: string): string {
  return name.trim().normalize("NFC").toLowerCase();
}

/**
 * The slug of the term that an author calls so, or that none is called so.
 *
 * @param kind "tag" or "storyline": the file that lists them is named by it
 */
export function slugOf(name: string, kind: "tag" | "storyline", { slugs, names, areAll }: KnownTerms): Slug | Slip {
  const slug = slugs.get(folded(name)) ?? (areAll ? undefined : slugFor(name));
  if (slug !== undefined) return slug;
  const near = nearestOf(name, names);
  return {
    what: `${quoted(name)} is not a known ${kind}.`,
    advice: near ? `Did you mean "${near}"?` : `Add it to ${kind}s.yaml, or use one that is there.`,
  };
}

// A tag that was taken out of its list is unknown in thousands of articles, and looking at thousands of names takes a while.
function nearestOf(name: string, names: readonly string[]): string | undefined {
  const answers = asked.get(names) ?? new Map<string, string | undefined>();
  asked.set(names, answers);
  if (!answers.has(name)) answers.set(name, nearest(name, names));
  return answers.get(name);
}

const asked = new WeakMap<readonly string[], Map<string, string | undefined>>();

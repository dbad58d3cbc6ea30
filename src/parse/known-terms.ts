import { nearest } from "../values/nearest.ts";
import type { Slip } from "../values/problem.ts";
import { quoted } from "../values/problem.ts";
import type { Slug } from "../values/slug.ts";
import type { Term } from "./site.ts";

/** The tags, or the storylines, by everything that an author may call them. */
export interface KnownTerms {
  /** Slugs first, then titles and synonyms, as they are spelled. */
  readonly names: readonly string[];
  /** By the name as `folded` gives it. */
  readonly slugs: ReadonlyMap<string, Slug>;
}

/** The names of terms. Where two terms claim a name, the first has it. */
export function knownTerms(terms: readonly Term[]): KnownTerms {
  const named = [
    ...terms.map((term) => [term.slug, term.slug] as const),
    ...terms.flatMap((term) => namesOf(term).map((name) => [name, term.slug] as const)),
  ];
  return {
    names: named.map(([name]) => name),
    slugs: new Map([...named].reverse().map(([name, slug]) => [folded(name), slug])),
  };
}

/** What a term is called beside its slug: its title in each language, and its synonyms. */
export function namesOf({ title, also }: Term): readonly string[] {
  return [...Object.values(title), ...also];
}

/** A name as it is compared: without case, and whichever way its accents are encoded. */
export function folded(name: string): string {
  return name.trim().normalize("NFC").toLowerCase();
}

/** @returns the slug of the term that an author calls so; undefined where none is called so */
export function slugOf(name: string, { slugs }: KnownTerms): Slug | undefined {
  return slugs.get(folded(name));
}

/** @param kind "tag" or "storyline"; the list of all is the file `list` */
export function unknownTerm(name: string, kind: string, list: string, { names }: KnownTerms): Slip {
  const near = nearest(name, names);
  return {
    what: `${quoted(name)} is not a known ${kind}.`,
    advice: near ? `Did you mean "${near}"?` : `Add it to ${list}, or use one that is there.`,
  };
}

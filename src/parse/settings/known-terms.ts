import { memoizeByIdentity } from "../../values/memory/memoize.ts";
import { askWhetherMeant, findNearest } from "../../values/nearest.ts";
import type { ProblemText } from "../../values/problem.ts";
import { inQuotes } from "../../values/problem.ts";
import { type Slug, toSlug } from "../../values/slug.ts";
import type { Term } from "./site.ts";

/** The tags, the storylines or the authors, indexed by every name that an author may use for them. */
export interface KnownTerms {
  /** Slugs first, then titles and synonyms, in their original spelling. */
  readonly names: readonly string[];
  /** Slugs by `foldName(name)`. */
  readonly slugsByName: ReadonlyMap<string, Slug>;
  /** False if the list could not be read completely; unknown names are then not reported. */
  readonly isComplete: boolean;
}

/**
 * Indexes terms by their names. If two terms share a name, it belongs to the first. Cached, because every month of an
 * archive is parsed with the same terms.
 */
export function indexTerms(terms: readonly Term[], isComplete: boolean): KnownTerms {
  const cached = indexCache.get(terms);
  if (cached?.isComplete === isComplete) return cached;
  const knownTerms = createIndex(terms, isComplete);
  indexCache.set(terms, knownTerms);
  return knownTerms;
}

const indexCache = new WeakMap<readonly Term[], KnownTerms>();

function createIndex(terms: readonly Term[], isComplete: boolean): KnownTerms {
  const namesWithSlugs = [
    ...terms.map((term) => [term.slug, term.slug] as const),
    ...terms.flatMap((term) => listTermNames(term).map((name) => [name, term.slug] as const)),
  ];
  return {
    names: [...new Set(namesWithSlugs.map(([name]) => name))],
    slugsByName: new Map([...namesWithSlugs].reverse().map(([name, slug]) => [foldName(name), slug])),
    isComplete,
  };
}

/** The names of a term besides its slug: its title in each language, its synonyms, and its old slugs. */
function listTermNames({ title, also, aliases }: Term): readonly string[] {
  return [...Object.values(title), ...also, ...aliases.flatMap(({ alias }) => (alias.startsWith("/") ? [] : [alias]))];
}

/** A name that an article uses for a term, or for one of its authors, and the slug that it stands for. */
export interface TermReference {
  readonly kind: "tag" | "storyline" | "author";
  readonly name: string;
  readonly slug: Slug;
}

/** The known tags, storylines and authors. */
export type KnownTermsByKind = { readonly [K in TermReference["kind"]]: KnownTerms };

/** Finds the references of an article to terms by title or synonym instead of slug. */
export function findReferencesByName(
  { tags = [], storyline }: { readonly tags?: readonly string[] | undefined; readonly storyline?: string | undefined },
  knownTerms: Omit<KnownTermsByKind, "author">,
): readonly TermReference[] {
  const toReferences = (kind: "tag" | "storyline") => (name: string) => {
    const slug = resolveTerm(name, kind, knownTerms[kind]);
    return typeof slug === "string" && slug !== name ? [{ kind, name, slug }] : [];
  };
  return [
    ...tags.flatMap(toReferences("tag")),
    ...(storyline === undefined ? [] : toReferences("storyline")(storyline)),
  ];
}

/** Whether each reference still resolves to the same term. */
export function areReferencesUnchanged(references: readonly TermReference[], knownTerms: KnownTermsByKind): boolean {
  return references.every(({ kind, name, slug }) =>
    kind === "author"
      ? resolveAuthor(name, knownTerms.author) === slug
      : resolveTerm(name, kind, knownTerms[kind]) === slug,
  );
}

/** The form of a name in which names are compared: trimmed, in lower case, in Unicode NFC. */
export function foldName(name: string): string {
  return name.trim().normalize("NFC").toLowerCase();
}

/**
 * Resolves a name to the slug of its term.
 *
 * @param kind "tag" or "storyline", which also gives the name of the file that lists them
 * @returns the slug, or that there is no such term
 */
export function resolveTerm(
  name: string,
  kind: "tag" | "storyline",
  { slugsByName, names, isComplete }: KnownTerms,
): Slug | ProblemText {
  const slug = slugsByName.get(foldName(name)) ?? (isComplete ? undefined : toSlug(name));
  if (slug !== undefined) return slug;
  const suggestion = findNearestName(name, names);
  return {
    what: `${inQuotes(name)} is not a known ${kind}.`,
    advice: suggestion ? askWhetherMeant(name, suggestion) : `Add it to ${kind}s.yaml, or use one that is there.`,
  };
}

/**
 * Resolves an author of an article to a slug. Who is not listed can be named too: only what has the form of a slug must
 * be one that is listed.
 *
 * @returns the slug, or why this cannot be an author
 */
export function resolveAuthor(written: string, { slugsByName, names, isComplete }: KnownTerms): Slug | ProblemText {
  const name = written.trim();
  const listedSlug = slugsByName.get(foldName(name));
  if (listedSlug !== undefined) return listedSlug;
  const slug = toSlug(name);
  if (slug === undefined) return { what: `${inQuotes(name)} has no letter.`, advice: bareNameAdvice };
  // As git gives it: "Anna <anna@dispatch.example>".
  if (/\S@\S/.test(name)) return { what: `${inQuotes(name)} contains a mail address.`, advice: bareNameAdvice };
  if (slug !== name || !isComplete) return slug;
  const suggestion = findNearestName(name, names);
  return {
    what: `${inQuotes(name)} is not a known author.`,
    advice: suggestion
      ? askWhetherMeant(name, suggestion)
      : "Add it to authors.yaml, or write the name as readers see it, as in: authors: [Anna Example]",
  };
}

const bareNameAdvice = "Write the name alone, as in: authors: [Anna Example]";

/** The line of an article with two of the known tags; undefined if none is known. */
export const createTagsExample = memoizeByIdentity(({ names, slugsByName }: KnownTerms): { line?: string } => {
  const slugs = names.filter((name) => slugsByName.get(foldName(name)) === name).slice(0, 2);
  return slugs.length === 0 ? {} : { line: `tags: [${slugs.join(", ")}]` };
});

// Cached: a tag that is removed from its list is unknown in thousands of articles, and each search compares thousands
// of names.
function findNearestName(name: string, names: readonly string[]): string | undefined {
  const suggestions = getSuggestions(names);
  if (!suggestions.has(name)) suggestions.set(name, findNearest(name, names));
  return suggestions.get(name);
}

const getSuggestions = memoizeByIdentity((_: readonly string[]) => new Map<string, string | undefined>());

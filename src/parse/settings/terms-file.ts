import type { SourceFile } from "../../read/read.ts";
import { type Language, languages } from "../../values/language.ts";
import { inQuotes, type Problem, toFileStart } from "../../values/problem.ts";
import { parseSlug } from "../../values/slug.ts";
import { parseForm } from "../forms/form.ts";
import type { Parsed } from "../result.ts";
import type { Locations, Path } from "../yaml/path.ts";
import { parseYaml } from "../yaml/yaml.ts";
import { foldName } from "./known-terms.ts";
import { termForm } from "./schema.ts";
import type { Term } from "./site.ts";
import { resolveTermAliases } from "./site-aliases.ts";
import { fillLanguages } from "./site-file.ts";
import { findUntranslated } from "./untranslated.ts";

/** The terms of a file, and whether the list is complete: an entry without a valid slug is left out. */
export type ParsedTerms<T extends Term> = Parsed<readonly T[]> & { readonly isComplete: boolean };

/** How the entries of a list of terms are written: tags and storylines alike, authors with more keys. */
export interface TermListForm<T extends Term> {
  readonly example: string;
  /** The key of its title. */
  readonly titleKey: "title" | "name";
  readonly parseEntry: (
    entry: unknown,
    index: number,
    locations: Locations,
    siteLanguage: Language,
  ) => Parsed<T | undefined>;
}

/**
 * Parses tags.yaml or storylines.yaml.
 *
 * @param siteLanguage the language of titles and descriptions that are not localised
 */
export function parseTermsFile(source: SourceFile, siteLanguage: Language): ParsedTerms<Term> {
  return parseTermList(source, siteLanguage, {
    example: termForm.example,
    titleKey: "title",
    parseEntry: parseTerm,
  });
}

/** Parses a file with a list of terms of one kind. */
export function parseTermList<T extends Term>(
  source: SourceFile,
  siteLanguage: Language,
  kind: TermListForm<T>,
): ParsedTerms<T> {
  const { value, locations, problems } = parseYaml(source.text, source.file, 1);
  if (problems.length > 0) return { value: [], isComplete: false, problems };
  if (value === null) return { value: [], isComplete: true, problems: [] };
  if (!Array.isArray(value))
    return { value: [], isComplete: false, problems: [createNotListProblem(locations, kind.example)] };
  const entries = value.map((entry, i) => kind.parseEntry(entry, i, locations, siteLanguage));
  const terms = entries.flatMap(({ value: term }, index) => (term ? [{ term, index }] : []));
  return {
    value: terms.map(({ term }) => term),
    isComplete: terms.length === entries.length,
    problems: [...entries.flatMap((term) => term.problems), ...findTermCollisions(terms, locations, kind.titleKey)],
  };
}

/** The problem for a missing tags.yaml: every article needs a tag. */
export function createMissingTagsProblem(folder: string): Problem {
  return {
    at: toFileStart(`${folder}/tags.yaml`),
    what: "is missing.",
    advice: `Write it with one entry per line, as in: ${termForm.example}`,
  };
}

interface IndexedTerm {
  readonly term: Term;
  readonly index: number;
}

function parseTerm(
  entry: unknown,
  index: number,
  locations: Locations,
  siteLanguage: Language,
): Parsed<Term | undefined> {
  const { value: written, problems } = parseForm(termForm, entry, locations, [index]);
  const slug = parseSlug(written.slug ?? "");
  if (!slug) return { value: undefined, problems };
  const aliases = resolveTermAliases(written.aliases ?? [], locations, index);
  const term: Term = {
    slug,
    title: fillLanguages(written.title, siteLanguage),
    description: written.description === undefined ? undefined : fillLanguages(written.description, siteLanguage),
    also: written.also ?? [],
    aliases: aliases.value,
  };
  const texts = (["title", "description"] as const).map((keyPath) => ({
    keyPath,
    written: written[keyPath],
    example: termForm.examples[keyPath] ?? "",
  }));
  return {
    value: term,
    problems: [...problems, ...findUntranslated(texts, siteLanguage, locations, [index]), ...aliases.problems],
  };
}

function createNotListProblem(locations: Locations, example: string): Problem {
  return {
    at: locations.locate([]),
    what: "is not a list.",
    advice: `Write one entry per line, as in: ${example}`,
  };
}

/** Finds duplicate slugs, and names that two terms share. */
function findTermCollisions(
  terms: readonly IndexedTerm[],
  locations: Locations,
  titleKey: TermListForm<Term>["titleKey"],
): readonly Problem[] {
  const owners = new Map<string, Term>();
  return terms.flatMap(({ term, index }) =>
    listNamePaths(term, titleKey).flatMap(({ name, path }) => {
      const owner = owners.get(foldName(name)) ?? term;
      owners.set(foldName(name), owner);
      if (owner === term) return [];
      const isSlug = name === term.slug && name === owner.slug;
      return [
        {
          at: locations.locate([index, ...path]),
          what: `${path[0]}: ${inQuotes(name)} ${isSlug ? "is used twice" : `is also a name of "${owner.slug}"`}.`,
          advice: isSlug ? "Give it another slug, or delete one of the two." : "Remove it from one of the two.",
        },
      ];
    }),
  );
}

/** Lists the slug and all names of a term, without duplicates, with their paths in the entry. */
function listNamePaths(
  { slug, title, also, aliases }: Term,
  titleKey: TermListForm<Term>["titleKey"],
): readonly { readonly name: string; readonly path: Path }[] {
  const names = [
    { name: slug, path: ["slug"] },
    ...languages.map((language) => ({ name: title[language], path: [titleKey, language] })),
    ...also.map((name, i) => ({ name, path: ["also", i] })),
    ...aliases.map(({ alias: name }, i) => ({ name, path: ["aliases", i] })),
  ];
  // A title with a problem of its own is empty.
  const writtenNames = names.filter(({ name }) => name !== "");
  return [...new Map(writtenNames.reverse().map((entry) => [foldName(entry.name), entry])).values()].reverse();
}

import type { Source } from "../../read/read.ts";
import { type Language, languages } from "../../values/language.ts";
import { type Problem, quoted, startOf } from "../../values/problem.ts";
import { slugFrom } from "../../values/slug.ts";
import { filledIn } from "../forms/form.ts";
import type { Made } from "../result.ts";
import type { Path, Places } from "../yaml/path.ts";
import { yamlValue } from "../yaml/yaml.ts";
import { folded } from "./known-terms.ts";
import { termForm } from "./schema.ts";
import type { Term } from "./site.ts";
import { inEveryLanguage } from "./site-file.ts";
import { untranslated } from "./untranslated.ts";

/** Terms, and whether they are all: an entry without a slug is none. */
type Terms = Made<readonly Term[]> & { readonly areAll: boolean };

/** The tags or storylines of a file, as far as they are right, with the problems of the rest. */
export function termsFrom(source: Source, own: Language): Terms {
  const { value, places, problems } = yamlValue(source.text, source.file, 1);
  if (problems.length > 0) return { value: [], areAll: false, problems };
  if (value === null) return { value: [], areAll: true, problems: [] };
  if (!Array.isArray(value)) return { value: [], areAll: false, problems: [noList(places)] };
  const made = value.map((entry, i) => termAt(entry, i, places, own));
  const terms = made.flatMap((term) => term.value ?? []);
  return {
    value: terms.map(({ term }) => term),
    areAll: terms.length === made.length,
    problems: [...made.flatMap((term) => term.problems), ...claimedTwice(terms, places)],
  };
}

/** Told where content/tags.yaml is missing: every article needs a tag. */
export function tagsMissing(folder: string): Problem {
  return {
    at: startOf(`${folder}/tags.yaml`),
    what: "is missing.",
    advice: `Write it, an entry a line, as in: ${termForm.example}`,
  };
}

interface Placed {
  readonly term: Term;
  readonly index: number;
}

function termAt(entry: unknown, index: number, places: Places, own: Language): Made<Placed | undefined> {
  const { value: written, problems } = filledIn(termForm, entry, places, [index]);
  const slug = slugFrom(written.slug ?? "");
  if (!slug) return { value: undefined, problems };
  const term: Term = {
    slug,
    title: inEveryLanguage(written.title, own),
    description: written.description === undefined ? undefined : inEveryLanguage(written.description, own),
    also: written.also ?? [],
  };
  const texts = (["title", "description"] as const).map((way) => ({
    way,
    written: written[way],
    example: termForm.examples[way] ?? "",
  }));
  return { value: { term, index }, problems: [...problems, ...untranslated(texts, own, places, [index])] };
}

function noList(places: Places): Problem {
  return {
    at: places.of([]),
    what: "is no list.",
    advice: `Write an entry a line, as in: ${termForm.example}`,
  };
}

/** Slugs that stand twice, and synonyms that lead to two terms. */
function claimedTwice(terms: readonly Placed[], places: Places): readonly Problem[] {
  const holders = new Map<string, Term>();
  return terms.flatMap(({ term, index }) =>
    namesIn(term).flatMap(({ name, path }) => {
      const holder = holders.get(folded(name)) ?? term;
      holders.set(folded(name), holder);
      if (holder === term) return [];
      const isSlug = name === term.slug && name === holder.slug;
      return [
        {
          at: places.of([index, ...path]),
          what: `${path[0]}: ${quoted(name)} ${isSlug ? "stands here a second time" : `is also what "${holder.slug}" is called`}.`,
          advice: isSlug ? "Give it another slug, or delete one of the two." : "Take it out of one of the two.",
        },
      ];
    }),
  );
}

/** All that a term is called, each once, and where it was written. */
function namesIn({ slug, title, also }: Term): readonly { readonly name: string; readonly path: Path }[] {
  const names = [
    { name: slug, path: ["slug"] },
    ...languages.map((language) => ({ name: title[language], path: ["title", language] })),
    ...also.map((name, i) => ({ name, path: ["also", i] })),
  ];
  return [...new Map([...names].reverse().map((each) => [folded(each.name), each])).values()].reverse();
}

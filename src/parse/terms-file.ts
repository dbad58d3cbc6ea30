import type { Source } from "../read/read.ts";
import type { Language } from "../values/language.ts";
import { type Problem, quoted } from "../values/problem.ts";
import { slugFrom } from "../values/slug.ts";
import { filledIn } from "./form.ts";
import { folded, namesOf } from "./known-terms.ts";
import type { Made } from "./made.ts";
import type { Term } from "./site.ts";
import { inEveryLanguage } from "./site-file.ts";
import { termForm } from "./written-site.ts";
import { type Places, yamlValue } from "./yaml-value.ts";

/** The tags or storylines of a file, as far as they are right, with the problems of the rest. */
export function termsFrom(source: Source, own: Language): Made<readonly Term[]> {
  const { value, places, problems } = yamlValue(source.text, source.file, 1);
  if (problems.length > 0) return { value: [], problems };
  if (!Array.isArray(value))
    return value === null ? { value: [], problems: [] } : { value: [], problems: [noList(places)] };
  const made = value.map((entry, i) => termAt(entry, i, places, own));
  const terms = made.flatMap((term) => term.value ?? []);
  return {
    value: terms.map(({ term }) => term),
    problems: [...made.flatMap((term) => term.problems), ...claimedTwice(terms, places)],
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
  return { value: { term, index }, problems };
}

function noList(places: Places): Problem {
  return {
    at: places.of([]),
    what: "is no list.",
    advice: "Write an entry a line, as in: - {slug: ukraine, title: Ukraine}",
  };
}

/** Slugs that stand twice, and synonyms that lead to two terms. */
function claimedTwice(terms: readonly Placed[], places: Places): readonly Problem[] {
  const holders = new Map<string, Term>();
  return terms.flatMap(({ term, index }) =>
    [term.slug, ...namesOf(term)].flatMap((name, i) => {
      const holder = holders.get(folded(name));
      holders.set(folded(name), holder ?? term);
      if (!holder || holder === term) return [];
      const key = i === 0 ? "slug" : term.also.includes(name) ? "also" : "title";
      return [
        {
          at: places.of([index, key]),
          what: `${key}: ${quoted(name)} is also what "${holder.slug}" is called.`,
          advice: "Let one of the two have it.",
        },
      ];
    }),
  );
}

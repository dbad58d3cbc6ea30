import type { Source } from "../../read/read.ts";
import { isLanguage, type Language, type Localised, languages } from "../../values/language.ts";
import { type Problem, startOf } from "../../values/problem.ts";
import type { Slug } from "../../values/slug.ts";
import type { WrittenLocalised } from "../forms/fields.ts";
import { filledIn } from "../forms/form.ts";
import type { Made } from "../result.ts";
import type { Places } from "../yaml/path.ts";
import { yamlValue } from "../yaml/yaml.ts";
import { type KnownTerms, slugOf } from "./known-terms.ts";
import { siteForm, type WrittenSite } from "./schema.ts";
import type { Site, Support } from "./site.ts";
import { untranslated } from "./untranslated.ts";

/** The settings of a site as far as they are right, with the problems of the rest. */
export function siteFrom(source: Source): Made<Site> & { readonly checked: (tags: KnownTerms) => Made<Site> } {
  const { value, places, problems } = yamlValue(source.text, source.file, 1);
  const written = filledIn(siteForm, value, places);
  const site = siteOf(written.value);
  const own = [...problems, ...written.problems, ...untranslated(textsIn(written.value), site.language, places)];
  return {
    value: site,
    problems: own,
    checked: (tags) => {
      const sections = sectionsFrom(written.value.sections ?? [], tags, places);
      return { value: { ...site, sections: sections.value }, problems: [...own, ...sections.problems] };
    },
  };
}

/** All texts that may be given per language. */
function textsIn({ title, description, support }: WrittenSite) {
  const texts = {
    title,
    description,
    "support.title": support?.title,
    "support.text": support?.text,
    "support.risk.text": support?.risk?.text,
  };
  return Object.entries(texts).map(([way, written]) => ({ way, written, example: siteForm.examples[way] ?? "" }));
}

/** What stands for settings that are missing: nothing of it is ever published. */
export const noSite: Site = siteOf({});

/** A text in every language: where none is given, the one in the site's own language; where that is missing too, the first there is. */
export function inEveryLanguage(written: WrittenLocalised | undefined, own: Language): Localised {
  const given: Partial<Record<Language, string | undefined>> =
    typeof written === "string" ? { [own]: written } : (written ?? {});
  const otherwise = given[own] ?? languages.flatMap((language) => given[language] ?? [])[0] ?? "";
  return { en: given.en ?? otherwise, ru: given.ru ?? otherwise, uk: given.uk ?? otherwise };
}

/** Told where content/site.yaml is missing. */
export function siteMissing(folder: string): Problem {
  return {
    at: startOf(`${folder}/site.yaml`),
    what: "is missing.",
    advice: `Write it, beginning with: ${siteForm.examples.title}`,
  };
}

function siteOf(written: WrittenSite): Site {
  const language = written.language !== undefined && isLanguage(written.language) ? written.language : "en";
  const url = written.url ?? "https://missing.example/";
  return {
    title: inEveryLanguage(written.title, language),
    description: inEveryLanguage(written.description, language),
    url: url.endsWith("/") ? url : `${url}/`,
    authority: written.authority ?? "missing.example,2024",
    language,
    timezone: written.timezone ?? "UTC",
    hour: written.hour ?? "06:00",
    publisher: {
      name: written.publisher?.name ?? "",
      url: written.publisher?.url,
      email: written.publisher?.email,
    },
    sections: [],
    links: written.links ?? "folder",
    rights: written.rights ?? "full",
    hub: written.hub,
    support: written.support && supportOf(written.support, language),
    newsletter: written.newsletter && {
      from: written.newsletter.from,
      // As it stands in the head of a mail, where only ASCII may.
      unsubscribe: new URL(written.newsletter.unsubscribe).href,
    },
    mirrors: written.mirrors ?? [],
  };
}

function supportOf({ title, text, url, risk }: NonNullable<WrittenSite["support"]>, own: Language): Support {
  return {
    title: inEveryLanguage(title, own),
    text: inEveryLanguage(text, own),
    url,
    risk: risk && { date: risk.date, text: inEveryLanguage(risk.text, own) },
  };
}

function sectionsFrom(written: readonly string[], tags: KnownTerms, places: Places): Made<readonly Slug[]> {
  const found = written.map((name) => slugOf(name, "tag", tags));
  return {
    value: found.flatMap((slug) => (typeof slug === "string" ? [slug] : [])),
    problems: found.flatMap((slip, i) =>
      typeof slip === "string"
        ? []
        : [{ at: places.of(["sections", i]), what: `sections: ${slip.what}`, advice: slip.advice }],
    ),
  };
}

import type { SourceFile } from "../../read/read.ts";
import { parseIsoDay } from "../../values/day.ts";
import { isLanguage, type Language, type Localised, languages } from "../../values/language.ts";
import { type Problem, toFileStart } from "../../values/problem.ts";
import type { Slug } from "../../values/slug.ts";
import { normalizeWebUrl } from "../../values/web-url.ts";
import type { WrittenLocalised } from "../forms/fields.ts";
import { parseForm } from "../forms/form.ts";
import type { Parsed } from "../result.ts";
import type { Locations } from "../yaml/path.ts";
import { parseYaml } from "../yaml/yaml.ts";
import { type KnownTerms, resolveTerm } from "./known-terms.ts";
import { siteForm, type WrittenSite } from "./schema.ts";
import type { SiteConfig, SupportText } from "./site.ts";
import { resolveSiteAliases } from "./site-aliases.ts";
import { findUntranslated } from "./untranslated.ts";

/**
 * Parses site.yaml. Its sections are empty until `resolveSections` is called with the known tags: tags.yaml can be
 * parsed only once the language of the site is known.
 */
export function parseSiteFile(
  source: Pick<SourceFile, "file" | "text">,
): Parsed<SiteConfig> & { readonly resolveSections: (tags: KnownTerms) => Parsed<SiteConfig> } {
  const { value, locations, problems: yamlProblems } = parseYaml(source.text, source.file, 1);
  const written = parseForm(siteForm, value, locations, [], yamlProblems.length === 0);
  const aliases = resolveSiteAliases(written.value.aliases ?? {}, locations);
  const site = {
    ...toSiteConfig(written.value),
    aliases: aliases.value,
    bylinePolicy: locateBylinePolicy(written.value, locations),
  };
  const siteProblems = [
    ...yamlProblems,
    ...written.problems,
    ...findUntranslated(listLocalisedTexts(written.value), site.language, locations),
    ...aliases.problems,
  ];
  return {
    value: site,
    problems: siteProblems,
    resolveSections: (tags) => {
      const sections = resolveSectionTags(written.value.sections ?? [], tags, locations);
      return { value: { ...site, sections: sections.value }, problems: [...siteProblems, ...sections.problems] };
    },
  };
}

function locateBylinePolicy({ byline }: WrittenSite, locations: Locations): SiteConfig["bylinePolicy"] {
  return typeof byline === "object" ? { name: byline.none, at: locations.locate(["byline", "none"]) } : undefined;
}

/** The localised texts of the site settings. */
function listLocalisedTexts({ title, description, support }: WrittenSite) {
  const texts = {
    title,
    description,
    "support.title": support?.title,
    "support.text": support?.text,
    "support.risk.text": support?.risk?.text,
  };
  return Object.entries(texts).map(([keyPath, written]) => ({
    keyPath,
    written,
    example: siteForm.examples[keyPath] ?? "",
  }));
}

/** Placeholder for missing settings, so that texts can still be checked. It is never published. */
export const placeholderSite: SiteConfig = toSiteConfig({});

/** Fills in missing languages of a text: with the text in the site's language, or else with the first one there is. */
export function fillLanguages(written: WrittenLocalised | undefined, siteLanguage: Language): Localised {
  const texts: Partial<Record<Language, string | undefined>> =
    typeof written === "string" ? { [siteLanguage]: written } : (written ?? {});
  const fallback = texts[siteLanguage] ?? languages.flatMap((language) => texts[language] ?? [])[0] ?? "";
  return { en: texts.en ?? fallback, ru: texts.ru ?? fallback, uk: texts.uk ?? fallback };
}

/** The problem for a missing site.yaml. */
export function createMissingSiteProblem(folder: string): Problem {
  return {
    at: toFileStart(`${folder}/site.yaml`),
    what: "is missing.",
    advice: `Write it, beginning with: ${siteForm.examples.title}`,
  };
}

function toSiteConfig(written: WrittenSite): SiteConfig {
  const language = written.language !== undefined && isLanguage(written.language) ? written.language : "en";
  const url = written.url ?? "https://missing.example/";
  return {
    title: fillLanguages(written.title, language),
    description: fillLanguages(written.description, language),
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
    byline: written.byline === undefined ? undefined : "none",
    bylinePolicy: undefined,
    sections: [],
    links: written.links ?? "folder",
    rights: written.rights ?? "full",
    licence: written.licence,
    hub: written.hub,
    support: written.support && toSupport(written.support, language),
    newsletter: written.newsletter && {
      from: written.newsletter.from,
      // It is ASCII, which the List-Unsubscribe header of a mail requires.
      unsubscribe: normalizeWebUrl(written.newsletter.unsubscribe),
    },
    mirrors: written.mirrors ?? [],
    aliases: [],
  };
}

function toSupport(
  { title, text, url, risk }: NonNullable<WrittenSite["support"]>,
  siteLanguage: Language,
): SupportText {
  const riskDate = risk && parseIsoDay(risk.date);
  return {
    title: fillLanguages(title, siteLanguage),
    text: fillLanguages(text, siteLanguage),
    url,
    risk: risk && riskDate && { date: riskDate, text: fillLanguages(risk.text, siteLanguage) },
  };
}

function resolveSectionTags(
  written: readonly string[],
  tags: KnownTerms,
  locations: Locations,
): Parsed<readonly Slug[]> {
  const results = written.map((name) => resolveTerm(name, "tag", tags));
  return {
    value: results.flatMap((result) => (typeof result === "string" ? [result] : [])),
    problems: results.flatMap((result, i) =>
      typeof result === "string"
        ? []
        : [{ at: locations.locate(["sections", i]), what: `sections: ${result.what}`, advice: result.advice }],
    ),
  };
}

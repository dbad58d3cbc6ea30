import type { Digest, LanguageDigest, MonthInLanguage, MonthReader } from "../../model/model.ts";
import type { Author, SiteConfig } from "../../parse/parse.ts";
import { type Address, addLanguagePrefix, removeLanguagePrefix, toAbsoluteUrl } from "../../values/address.ts";
import type { Month } from "../../values/day.ts";
import type { Instant } from "../../values/instant.ts";
import type { Language } from "../../values/language.ts";
import type { Slug } from "../../values/slug.ts";
import { getWords, type Words } from "../../words/words.ts";
import type { Frame, Link, SiteFrame } from "../views/page.ts";
import { buildAddress } from "./addresses.ts";
import { createSiteFrame } from "./site-frame.ts";

/** The data that all pages of one language are planned with. */
export interface PlanContext {
  readonly site: SiteConfig;
  readonly now: Instant;
  readonly language: Language;
  readonly words: Words;
  readonly siteDigest: Digest;
  readonly digest: LanguageDigest;
  readonly monthReader: MonthReader;
  readonly siteFrame: SiteFrame;
  readonly tagLinks: ReadonlyMap<Slug, Link>;
  /** Those of authors.yaml. */
  readonly listedAuthors: ReadonlyMap<Slug, Author>;
}

/** Creates the plan context of one language of a digest. */
export function createPlanContext(siteDigest: Digest, digest: LanguageDigest, monthReader: MonthReader): PlanContext {
  const { language } = digest;
  const { site, now } = siteDigest;
  return {
    site,
    now,
    language,
    words: getWords(language),
    siteDigest,
    digest,
    monthReader,
    siteFrame: createSiteFrame(siteDigest, digest),
    tagLinks: new Map(
      siteDigest.tags.map(({ slug, title }) => [
        slug,
        { title: title[language], address: buildAddress({ site, language }, "tags", slug) },
      ]),
    ),
    listedAuthors: new Map(siteDigest.authors.map((author) => [author.slug, author])),
  };
}

/**
 * Reads a month in the context's language.
 *
 * @throws if nothing is published in that language in that month
 */
export function readMonthInLanguage({ monthReader, language }: PlanContext, month: Month): MonthInLanguage {
  const monthInLanguage = monthReader.readMonth(month).languages.find((candidate) => candidate.language === language);
  if (!monthInLanguage) throw new Error(`Expected something in ${language} in ${month}.`);
  return monthInLanguage;
}

/** Finds the languages whose digest meets a condition, in the site's order. */
export function findLanguages(
  { siteDigest }: PlanContext,
  condition: (digest: LanguageDigest) => boolean,
): readonly Language[] {
  return siteDigest.languages.filter(condition).map(({ language }) => language);
}

/**
 * Lists the versions of a page in all languages that have it, the page itself first. Their addresses differ only in the
 * language prefix, because an article and its translations have the same file name.
 *
 * @param languages the languages that have the page, including the context's language
 * @returns empty if there are fewer than two languages
 */
export function listTranslations(
  context: PlanContext,
  address: Address,
  languages: readonly Language[],
): Frame["translations"] {
  if (languages.length < 2) return [];
  const { site, language } = context;
  const unprefixed = removeLanguagePrefix(language, site.language, address);
  return [language, ...languages.filter((other) => other !== language)].map((translationLanguage) => {
    const translation = addLanguagePrefix(translationLanguage, site.language, unprefixed);
    return { language: translationLanguage, address: translation, url: toAbsoluteUrl(site.url, translation) };
  });
}

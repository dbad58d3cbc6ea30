import type { Digest, LanguageDigest, TopicKind } from "../../model/model.ts";
import type { SiteConfig, SupportText } from "../../parse/parse.ts";
import { type Address, addLanguagePrefix, toFileAddress, toPageAddress } from "../../values/address.ts";
import { type Day, formatDayWithYear } from "../../values/day.ts";
import type { Language } from "../../values/language.ts";
import { getWords } from "../../words/words.ts";
import type { Link, SiteFrame } from "../views/page.ts";

/** Creates the part of the frame that all pages of a language share: title, navigation, footer. */
export function createSiteFrame(siteDigest: Digest, digest: LanguageDigest): SiteFrame {
  const { site } = siteDigest;
  const { language } = digest;
  const createHomeLink = (homeLanguage: Language) => ({
    language: homeLanguage,
    address: addLanguagePrefix(homeLanguage, site.language, toPageAddress()),
  });
  return {
    title: site.title[language],
    home: createHomeLink(language).address,
    stylesheet: stylesheetAddress,
    navigation: listNavigation(site, digest),
    footer: listFooter(site, digest),
    languages:
      siteDigest.languages.length < 2 ? [] : siteDigest.languages.map((other) => createHomeLink(other.language)),
    mirrors: site.mirrors,
    support: site.support && translateSupport(language, site.support),
  };
}

/** One style sheet for all pages, at a permanent address: an old copy of a page on a mirror still finds it. */
export const stylesheetAddress: Address = toFileAddress(toPageAddress(), "style.css");

/** The square icon that feed readers show beside a feed. */
export const iconAddress: Address = toFileAddress(toPageAddress(), "icon.png");
/** The logo that feeds name: twice as wide as high, its size in pixels. */
export const logo = { address: toFileAddress(toPageAddress(), "logo.png"), width: 144, height: 72 } as const;

function listNavigation(site: SiteConfig, { language, topics }: LanguageDigest): readonly Link[] {
  const words = getWords(language);
  const sections = site.sections.flatMap((slug) => topics.tags.filter((tag) => tag.slug === slug));
  return [
    ...sections.map(({ slug, title }) => createLink(site, language, title, "tags", slug)),
    ...(topics.storylines.length > 0 ? [createLink(site, language, words.storylines, "storylines")] : []),
    createLink(site, language, words.archive, "archive"),
    createLink(site, language, words.subscribe, "feeds"),
  ];
}

function listFooter(site: SiteConfig, { language, topics, pages }: LanguageDigest): readonly Link[] {
  const words = getWords(language);
  const listIndexLink = (kind: TopicKind, title: string) =>
    topics[kind].length > 0 ? [createLink(site, language, title, kind)] : [];
  return [
    createLink(site, language, words.corrections, "corrections"),
    ...listIndexLink("tags", words.allTags),
    ...listIndexLink("people", words.people),
    ...listIndexLink("places", words.places),
    ...pages.map(({ title, address }) => ({ title, address })),
  ];
}

function createLink(site: SiteConfig, language: Language, title: string, ...folders: readonly string[]): Link {
  return { title, address: addLanguagePrefix(language, site.language, toPageAddress(...folders)) };
}

function translateSupport(language: Language, { title, text, url, risk }: SupportText): SiteFrame["support"] {
  return {
    title: title[language],
    text: text[language],
    url,
    risk: risk && { date: formatDayWithYear(risk.date as Day, language), text: risk.text[language] },
  };
}

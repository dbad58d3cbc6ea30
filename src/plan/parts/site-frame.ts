import type { Digest, LanguageDigest, TopicKind } from "../../model/model.ts";
import type { SiteConfig, SupportText } from "../../parse/parse.ts";
import { formatDayWithYear } from "../../values/day.ts";
import type { Language } from "../../values/language.ts";
import { type OwnFolder, ownFiles } from "../../values/own-addresses.ts";
import { getWords } from "../../words/words.ts";
import type { Link, SiteFrame } from "../views/page.ts";
import { buildAddress, buildHomeAddress } from "./addresses.ts";
import { createLicenceView } from "./licences.ts";

/** Creates the part of the frame that all pages of a language share: title, navigation, footer. */
export function createSiteFrame(siteDigest: Digest, digest: LanguageDigest): SiteFrame {
  const { site } = siteDigest;
  const { language } = digest;
  const createHomeLink = (homeLanguage: Language) => ({
    language: homeLanguage,
    address: buildHomeAddress({ site, language: homeLanguage }),
  });
  return {
    title: site.title[language],
    home: createHomeLink(language).address,
    stylesheet: ownFiles.stylesheet,
    navigation: listNavigation(site, digest),
    footer: listFooter(site, digest),
    languages:
      siteDigest.languages.length < 2 ? [] : siteDigest.languages.map((other) => createHomeLink(other.language)),
    licence: site.licence && createLicenceView(getWords(language), site.licence),
    mirrors: site.mirrors,
    support: site.support && translateSupport(language, site.support),
  };
}

/** The logo that feeds name: twice as wide as high, its size in pixels. */
export const logo = { address: ownFiles.logo, width: 144, height: 72 } as const;

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

// Each page links them, so with all of many the site would grow with the square of their number.
const maxFooterPages = 20;

/** Whether the footer lacks some of the plain pages. Then a page lists all of them. */
export function needsPageIndex({ pages }: LanguageDigest): boolean {
  return pages.length > maxFooterPages;
}

function listFooter(site: SiteConfig, digest: LanguageDigest): readonly Link[] {
  const { language, topics, pages } = digest;
  const words = getWords(language);
  const listIndexLink = (kind: TopicKind, title: string) =>
    topics[kind].length > 0 ? [createLink(site, language, title, kind)] : [];
  return [
    createLink(site, language, words.corrections, "corrections"),
    ...listIndexLink("tags", words.allTags),
    ...listIndexLink("people", words.people),
    ...listIndexLink("places", words.places),
    ...listIndexLink("authors", words.authors),
    ...pages.slice(0, maxFooterPages).map(({ title, address }) => ({ title, address })),
    ...(needsPageIndex(digest) ? [createLink(site, language, words.allPages, "pages")] : []),
  ];
}

type OwnFolders = readonly [folder: OwnFolder, ...subfolders: string[]];

function createLink(site: SiteConfig, language: Language, title: string, ...folders: OwnFolders): Link {
  return { title, address: buildAddress({ site, language }, ...folders) };
}

function translateSupport(language: Language, { title, text, url, risk }: SupportText): SiteFrame["support"] {
  return {
    title: title[language],
    text: text[language],
    url,
    risk: risk && { date: formatDayWithYear(risk.date, language), text: risk.text[language] },
  };
}

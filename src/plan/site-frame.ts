import type { Digest, LanguageDigest } from "../model/model.ts";
import type { Site, Support } from "../parse/parse.ts";
import { addressIn, pageAddress } from "../values/address.ts";
import { type Day, longDayText } from "../values/day.ts";
import type { Language } from "../values/language.ts";
import { wordsIn } from "../words/words.ts";
import type { Link, SiteFrame } from "./page.ts";

/** What is the same around every page of a language: its name, its navigation, its foot. */
export function siteFrameOf(digest: Digest, inLanguage: LanguageDigest): SiteFrame {
  const { site } = digest;
  const { language } = inLanguage;
  return {
    title: site.title[language],
    home: addressIn(language, site.language, pageAddress()),
    stylesheet: stylesheetAddress,
    navigation: navigation(site, inLanguage),
    foot: foot(site, inLanguage),
    languages: digest.languages.length < 2 ? [] : digest.languages.map((each) => homeIn(site, each.language)),
    mirrors: site.mirrors,
    support: site.support && supportIn(language, site.support),
  };
}

/** One sheet for all pages, under a name that never changes: a page kept on a mirror for years still finds it. */
export const stylesheetAddress = `${pageAddress()}style.css` as ReturnType<typeof pageAddress>;

function navigation(site: Site, { language, tags, storylines }: LanguageDigest): readonly Link[] {
  const words = wordsIn(language);
  const sections = site.sections.flatMap((slug) => tags.filter(({ term }) => term.slug === slug));
  return [
    ...sections.map(({ term }) => link(site, language, term.title[language], "tags", term.slug)),
    ...(storylines.length > 0 ? [link(site, language, words.storylines, "storylines")] : []),
    link(site, language, words.archive, "archive"),
    link(site, language, words.subscribe, "feeds"),
  ];
}

function foot(site: Site, { language, tags, people, places, pages }: LanguageDigest): readonly Link[] {
  const words = wordsIn(language);
  return [
    link(site, language, words.corrections, "corrections"),
    ...(tags.length > 0 ? [link(site, language, words.allTags, "tags")] : []),
    ...(people.length > 0 ? [link(site, language, words.people, "people")] : []),
    ...(places.length > 0 ? [link(site, language, words.places, "places")] : []),
    ...pages.map((page) => ({ title: page.title, address: page.address })),
  ];
}

function link(site: Site, language: Language, title: string, ...folders: readonly string[]): Link {
  return { title, address: addressIn(language, site.language, pageAddress(...folders)) };
}

function homeIn(site: Site, language: Language): SiteFrame["languages"][number] {
  return { language, address: addressIn(language, site.language, pageAddress()) };
}

function supportIn(language: Language, { title, text, url, risk }: Support): SiteFrame["support"] {
  return {
    title: title[language],
    text: text[language],
    url,
    risk: risk && { date: longDayText(risk.date as Day, language), text: risk.text[language] },
  };
}

import type { Digest, LanguageDigest, TopicKind } from "../../model/model.ts";
import type { Site, Support } from "../../parse/parse.ts";
import { type Address, addressIn, fileIn, pageAddress } from "../../values/address.ts";
import { type Day, longDayText } from "../../values/day.ts";
import type { Language } from "../../values/language.ts";
import { wordsIn } from "../../words/words.ts";
import type { Link, SiteFrame } from "../views/page.ts";

/** What is the same around every page of a language: its name, its navigation, its foot. */
export function siteFrameOf(whole: Digest, digest: LanguageDigest): SiteFrame {
  const { site } = whole;
  const { language } = digest;
  const homeIn = (each: Language) => ({ language: each, address: addressIn(each, site.language, pageAddress()) });
  return {
    title: site.title[language],
    home: homeIn(language).address,
    stylesheet: stylesheetAddress,
    navigation: navigation(site, digest),
    foot: foot(site, digest),
    languages: whole.languages.length < 2 ? [] : whole.languages.map((each) => homeIn(each.language)),
    mirrors: site.mirrors,
    support: site.support && supportIn(language, site.support),
  };
}

/** One sheet for all pages, under a name that never changes: a page kept on a mirror for years still finds it. */
export const stylesheetAddress: Address = fileIn(pageAddress(), "style.css");

/** Pictures for lists of feeds: a square, and one that is twice as wide as high. */
export const iconAddress: Address = fileIn(pageAddress(), "icon.png");
export const logo = { address: fileIn(pageAddress(), "logo.png"), width: 144, height: 72 } as const;

function navigation(site: Site, { language, topics }: LanguageDigest): readonly Link[] {
  const words = wordsIn(language);
  const sections = site.sections.flatMap((slug) => topics.tags.filter((tag) => tag.slug === slug));
  return [
    ...sections.map(({ slug, title }) => link(site, language, title, "tags", slug)),
    ...(topics.storylines.length > 0 ? [link(site, language, words.storylines, "storylines")] : []),
    link(site, language, words.archive, "archive"),
    link(site, language, words.subscribe, "feeds"),
  ];
}

function foot(site: Site, { language, topics, pages }: LanguageDigest): readonly Link[] {
  const words = wordsIn(language);
  const index = (kind: TopicKind, title: string) =>
    topics[kind].length > 0 ? [link(site, language, title, kind)] : [];
  return [
    link(site, language, words.corrections, "corrections"),
    ...index("tags", words.allTags),
    ...index("people", words.people),
    ...index("places", words.places),
    ...pages.map(({ title, address }) => ({ title, address })),
  ];
}

function link(site: Site, language: Language, title: string, ...folders: readonly string[]): Link {
  return { title, address: addressIn(language, site.language, pageAddress(...folders)) };
}

function supportIn(language: Language, { title, text, url, risk }: Support): SiteFrame["support"] {
  return {
    title: title[language],
    text: text[language],
    url,
    risk: risk && { date: longDayText(risk.date as Day, language), text: risk.text[language] },
  };
}

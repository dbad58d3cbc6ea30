import type { Archive, Digest, LanguageDigest, MonthInLanguage } from "../../model/model.ts";
import type { Site } from "../../parse/parse.ts";
import { type Address, absolute, addressIn, pageAddress } from "../../values/address.ts";
import type { Month } from "../../values/day.ts";
import type { Instant } from "../../values/instant.ts";
import type { Language } from "../../values/language.ts";
import type { Slug } from "../../values/slug.ts";
import { type Words, wordsIn } from "../../words/words.ts";
import type { Frame, Link, SiteFrame } from "../views/page.ts";
import { siteFrameOf } from "./site-frame.ts";

/** What every page of one language is planned with. */
export interface Setting {
  readonly site: Site;
  readonly now: Instant;
  readonly language: Language;
  readonly words: Words;
  readonly whole: Digest;
  readonly digest: LanguageDigest;
  readonly archive: Archive;
  readonly frame: SiteFrame;
  readonly tagLinks: ReadonlyMap<Slug, Link>;
}

/** The setting of one language of a digest. */
export function settingOf(whole: Digest, digest: LanguageDigest, archive: Archive): Setting {
  const { language } = digest;
  const { site, now } = whole;
  const tagLink = (slug: Slug): Address => addressIn(language, site.language, pageAddress("tags", slug));
  return {
    site,
    now,
    language,
    words: wordsIn(language),
    whole,
    digest,
    archive,
    frame: siteFrameOf(whole, digest),
    tagLinks: new Map(whole.tags.map(({ slug, title }) => [slug, { title: title[language], address: tagLink(slug) }])),
  };
}

/** The address of a page in the setting's language: `placeIn(setting, "tags", "russia")` is "/ru/tags/russia/". */
export function placeIn({ site, language }: Setting, ...folders: readonly string[]): Address {
  return addressIn(language, site.language, pageAddress(...folders));
}

/** What comes out in a month in the setting's language; throws where nothing does. This looks into the archive. */
export function monthIn({ archive, language }: Setting, month: Month): MonthInLanguage {
  const own = archive.month(month).languages.find((each) => each.language === language);
  if (!own) throw new Error(`Expected something in ${language} in ${month}.`);
  return own;
}

/** The languages in which the digest has something, told by each language's own digest. */
export function languagesWith({ whole }: Setting, has: (digest: LanguageDigest) => boolean): readonly Language[] {
  return whole.languages.filter(has).map(({ language }) => language);
}

/**
 * The same page in all languages that have it, itself first: it stands at the same place under each language's prefix,
 * because an article's translation is named as the article is.
 *
 * @param among the languages that have the page, its own among them; fewer than two give nothing to name
 */
export function translationsOf(setting: Setting, address: Address, among: readonly Language[]): Frame["translations"] {
  if (among.length < 2) return [];
  const { site, language } = setting;
  const shared = (language === site.language ? address : address.slice(language.length + 1)) as Address;
  return [language, ...among.filter((other) => other !== language)].map((each) => {
    const there = addressIn(each, site.language, shared);
    return { language: each, address: there, url: absolute(site.url, there) };
  });
}

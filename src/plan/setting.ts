import type { Digest, LanguageDigest } from "../model/model.ts";
import type { Article, Site } from "../parse/parse.ts";
import { type Address, addressIn, pageAddress } from "../values/address.ts";
import type { Instant } from "../values/instant.ts";
import type { Language } from "../values/language.ts";
import type { Slug } from "../values/slug.ts";
import { type Words, wordsIn } from "../words/words.ts";
import type { Link, SiteFrame } from "./page.ts";
import { siteFrameOf } from "./site-frame.ts";

/** What every page of one language is planned with. */
export interface Setting {
  readonly site: Site;
  readonly now: Instant;
  readonly language: Language;
  readonly words: Words;
  readonly digest: LanguageDigest;
  readonly frame: SiteFrame;
  readonly tagLinks: ReadonlyMap<Slug, Link>;
  /** For each storyline its articles, oldest first. */
  readonly storylines: ReadonlyMap<Slug, { readonly link: Link; readonly articles: readonly Article[] }>;
}

/** The setting of one language of a digest. */
export function settingOf(digest: Digest, inLanguage: LanguageDigest): Setting {
  const { language } = inLanguage;
  const at = (...folders: readonly string[]) => addressIn(language, digest.site.language, pageAddress(...folders));
  return {
    site: digest.site,
    now: digest.now,
    language,
    words: wordsIn(language),
    digest: inLanguage,
    frame: siteFrameOf(digest, inLanguage),
    tagLinks: new Map(
      inLanguage.tags.map(({ term }) => [term.slug, { title: term.title[language], address: at("tags", term.slug) }]),
    ),
    storylines: new Map(
      inLanguage.storylines.map(({ term, articles }) => [
        term.slug,
        {
          link: { title: term.title[language], address: at("storylines", term.slug) },
          articles: [...articles].reverse(),
        },
      ]),
    ),
  };
}

/** The address of a page in the setting's language: `placeIn(setting, "tags", "russia")` is "/ru/tags/russia/". */
export function placeIn(setting: Setting, ...folders: readonly string[]): Address {
  return addressIn(setting.language, setting.site.language, pageAddress(...folders));
}

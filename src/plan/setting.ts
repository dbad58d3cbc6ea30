import type { Digest, Edition, LanguageDigest, Topic } from "../model/model.ts";
import type { Article, Site } from "../parse/parse.ts";
import { type Address, addressIn, pageAddress } from "../values/address.ts";
import type { Day } from "../values/day.ts";
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
  readonly editionOn: ReadonlyMap<Day, Edition>;
  readonly tagLinks: ReadonlyMap<Slug, Link>;
  /** For each storyline its articles, oldest first. */
  readonly storylines: ReadonlyMap<Slug, Storyline>;
}

/** A storyline's articles, oldest first, and where among them each stands. */
export interface Storyline {
  readonly link: Link;
  readonly articles: readonly Article[];
  readonly stepOf: ReadonlyMap<Article, number>;
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
    editionOn: new Map(inLanguage.editions.map((edition) => [edition.day, edition])),
    tagLinks: new Map(
      inLanguage.tags.map(({ term }) => [term.slug, { title: term.title[language], address: at("tags", term.slug) }]),
    ),
    storylines: new Map(
      inLanguage.storylines.map((topic) => [
        topic.term.slug,
        storyline({ title: topic.term.title[language], address: at("storylines", topic.term.slug) }, topic),
      ]),
    ),
  };
}

/** The address of a page in the setting's language: `placeIn(setting, "tags", "russia")` is "/ru/tags/russia/". */
export function placeIn(setting: Setting, ...folders: readonly string[]): Address {
  return addressIn(setting.language, setting.site.language, pageAddress(...folders));
}

function storyline(link: Link, topic: Topic): Storyline {
  const articles = [...topic.articles].reverse();
  return { link, articles, stepOf: new Map(articles.map((article, step) => [article, step])) };
}

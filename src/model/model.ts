// In: what authors wrote, and now. Out: the digest that readers may see: editions, tags, storylines, people, places.
import type { Article, Manuscript, PlainPage, Site } from "../parse/parse.ts";
import type { Instant } from "../values/instant.ts";
import { type Language, languages } from "../values/language.ts";
import { type Edition, editionsOf } from "./editions.ts";
import { newestFirst, publishedAt } from "./published.ts";
import { type Named, namedIn, type Topic, topicsOf } from "./topics.ts";

export type { Edition, Named, Topic };

/** What is published at `now`, language by language. */
export interface Digest {
  readonly now: Instant;
  readonly site: Site;
  /** Languages with at least one article; the site's own first, and always there. */
  readonly languages: readonly LanguageDigest[];
}

/** The digest in one language. Articles are newest first, by (date, address), wherever nothing else is said. */
export interface LanguageDigest {
  readonly language: Language;
  readonly articles: readonly Article[];
  /** Oldest first. */
  readonly editions: readonly Edition[];
  /** Tags with at least one article, in the order of tags.yaml. */
  readonly tags: readonly Topic[];
  readonly storylines: readonly Topic[];
  /** By slug. */
  readonly people: readonly Named[];
  readonly places: readonly Named[];
  readonly pages: readonly PlainPage[];
}

/** The digest as readers may see it at `now`: without drafts, and without what is scheduled for later. */
export function digestAt(now: Instant, manuscript: Manuscript): Digest {
  return digestOf(now, manuscript, publishedAt(now, manuscript.articles));
}

/** The digest as its authors preview it: with drafts and with what is scheduled. */
export function previewAt(now: Instant, manuscript: Manuscript): Digest {
  return digestOf(now, manuscript, manuscript.articles);
}

function digestOf(now: Instant, manuscript: Manuscript, articles: readonly Article[]): Digest {
  const { site } = manuscript;
  const ordered = [...articles].sort(newestFirst);
  const spoken = languages.filter((language) => ordered.some((article) => article.language === language));
  const inOrder = [site.language, ...spoken.filter((language) => language !== site.language)];
  return { now, site, languages: inOrder.map((language) => inLanguage(language, manuscript, ordered)) };
}

function inLanguage(language: Language, manuscript: Manuscript, ordered: readonly Article[]): LanguageDigest {
  const { site, tags, storylines, notes, pages } = manuscript;
  const articles = ordered.filter((article) => article.language === language);
  return {
    language,
    articles,
    editions: editionsOf(site, language, tags, notes, articles),
    tags: topicsOf(tags, articles, (article) => article.tags),
    storylines: topicsOf(storylines, articles, ({ storyline }) => (storyline ? [storyline] : [])),
    people: namedIn(articles, (article) => article.people),
    places: namedIn(articles, (article) => article.places),
    pages: pages.filter((page) => page.language === language),
  };
}

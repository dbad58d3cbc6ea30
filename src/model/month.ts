import type { Article, Note, SiteConfig, Term } from "../parse/parse.ts";
import type { Month } from "../values/day.ts";
import { type Language, languages } from "../values/language.ts";
import { groupByKeys } from "../values/memory/group-by.ts";
import { memoizeByIdentity } from "../values/memory/memoize.ts";
import type { Slug } from "../values/slug.ts";
import { buildEditions, type Edition } from "./editions.ts";
import { createNewestFirstOrder } from "./published.ts";

/** The editions and articles of one month. They depend only on the settings and the month's own articles and notes. */
export interface MonthDigest {
  readonly month: Month;
  /** The languages with at least one article. */
  readonly languages: readonly MonthInLanguage[];
}

/** The editions and articles of one month in one language. */
export interface MonthInLanguage {
  readonly language: Language;
  /** Oldest first, at least one. */
  readonly editions: readonly Edition[];
  /** Newest first; those of the same moment in the order of their edition. */
  readonly articles: readonly Article[];
}

/**
 * Builds one month of the digest.
 *
 * @param articles the visible articles of the month, in all languages and in any order
 * @param notes the notes of the month, in all languages
 */
export function buildMonthDigest(
  site: SiteConfig,
  tags: readonly Term[],
  month: Month,
  articles: readonly Article[],
  notes: readonly Note[],
): MonthDigest {
  const sortedArticles = [...articles].sort(createNewestFirstOrder(site.sections));
  return {
    month,
    languages: languages.flatMap((language) => {
      const articlesInLanguage = sortedArticles.filter((article) => article.language === language);
      return articlesInLanguage.length > 0
        ? [
            {
              language,
              editions: buildEditions(site, language, tags, notes, articlesInLanguage),
              articles: articlesInLanguage,
            },
          ]
        : [];
    }),
  };
}

/** The kinds of topics that have lists of articles. */
export type TopicKind = "tags" | "storylines" | "people" | "places" | "authors";

type ArticlesByTopic = { readonly [K in TopicKind]: ReadonlyMap<Slug, readonly Article[]> };

/** Groups the articles of a month by topic, newest first. Cached, because each topic of the month needs the result. */
export const groupByTopic = memoizeByIdentity(
  ({ articles }: MonthInLanguage): ArticlesByTopic => ({
    tags: groupByKeys(articles, ({ tags }) => tags),
    storylines: groupByKeys(articles, ({ storyline }) => (storyline ? [storyline] : [])),
    people: groupByKeys(articles, ({ people }) => people.map(({ slug }) => slug)),
    places: groupByKeys(articles, ({ places }) => places.map(({ slug }) => slug)),
    authors: groupByKeys(articles, ({ authors }) => authors.map(({ slug }) => slug)),
  }),
);

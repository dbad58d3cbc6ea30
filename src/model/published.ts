import type { Article } from "../parse/parse.ts";
import { findLatest, type Instant } from "../values/instant.ts";
import { compareText } from "../values/memory/compare.ts";
import type { Slug } from "../values/slug.ts";
import { getWords } from "../words/words.ts";

/** Which articles a site shows: those that readers may see, or, in a preview for authors, all of them. */
export type Visibility = "published" | "everything";

/** Selects the articles that a site shows at `now`, each as it is shown then. */
export function selectVisible(now: Instant, visibility: Visibility, articles: readonly Article[]): readonly Article[] {
  return visibility === "everything" ? articles.map(markRetraction) : publishedAt(now, articles);
}

/**
 * Selects the articles that readers may see at `now`, without the updates, corrections and retractions that are dated
 * later. All output is made from this list, so that no draft and nothing scheduled leaks.
 */
function publishedAt(now: Instant, articles: readonly Article[]): readonly Article[] {
  return articles
    .filter((article) => !article.draft && article.date <= now)
    .map((article) => markRetraction(omitScheduledChanges(now, article)));
}

/** Lists the moments after `now` at which readers will see another text of an article. A draft has none. */
export function listScheduledMoments(now: Instant, { draft, date, changes }: Article): readonly Instant[] {
  return draft ? [] : [date, ...changes].filter((moment) => moment > now);
}

/** Compares two articles by their own data alone, so that a part of a month has the order of the whole month. */
export type ArticleOrder = (a: Article, b: Article) => number;

/**
 * Makes the order of every list of articles: by edition and then by time of publication, newest first. Articles of the
 * same moment (most articles of an edition) are in the order of their edition: the lead, then section by section, then
 * by address. The edition comes before the time, so that the articles of a month are adjacent in every list.
 *
 * @param sections the sections of the site, in the order of the front page
 */
export function createNewestFirstOrder(sections: readonly Slug[]): ArticleOrder {
  const getRank = createRanking(sections);
  return (a, b) =>
    compareText(b.day, a.day) || compareText(b.date, a.date) || getRank(a) - getRank(b) || compareAddresses(a, b);
}

/**
 * Makes the order in which readers find the articles in their editions, newest edition first: the lead, then section by
 * section, each newest first. Only a lead that an author chose counts as one.
 *
 * @param sections the sections of the site, in the order of the front page
 */
export function createReadingOrder(sections: readonly Slug[]): ArticleOrder {
  const getRank = createRanking(sections);
  return (a, b) =>
    compareText(b.day, a.day) || getRank(a) - getRank(b) || compareText(b.date, a.date) || compareAddresses(a, b);
}

/** The place of an article in its edition: -1 for the lead, then the place of its section, those without one last. */
function createRanking(sections: readonly Slug[]): (article: Article) => number {
  const ranks = new Map<Slug | undefined, number>(sections.map((section, i) => [section, i]));
  return ({ lead, section }) => (lead ? -1 : (ranks.get(section) ?? sections.length));
}

function compareAddresses(a: Article, b: Article): number {
  return compareText(a.address, b.address);
}

function omitScheduledChanges(now: Instant, article: Article): Article {
  const changes = article.changes.filter((moment) => moment <= now);
  if (changes.length === article.changes.length) return article;
  const { corrections, retracted } = article;
  return {
    ...article,
    changes,
    updated: findLatest(changes),
    corrections: corrections.filter(({ date }) => date <= now),
    retracted: retracted && retracted.date <= now ? retracted : undefined,
  };
}

// Only here, so that no page, list or feed can show the title of a retracted article without the mark.
function markRetraction(article: Article): Article {
  if (!article.retracted) return article;
  return { ...article, title: getWords(article.language).retractedTitle(article.title) };
}

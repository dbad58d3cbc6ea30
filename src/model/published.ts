import type { Article } from "../parse/parse.ts";
import type { Instant } from "../values/instant.ts";
import { compareText } from "../values/memory/compare.ts";
import type { Slug } from "../values/slug.ts";

/** Which articles a site shows: those that readers may see, or, in a preview for authors, all of them. */
export type Visibility = "published" | "everything";

/** Selects the articles that a site shows at `now`. */
export function selectVisible(now: Instant, visibility: Visibility, articles: readonly Article[]): readonly Article[] {
  return visibility === "everything" ? articles : publishedAt(now, articles);
}

/** Selects the articles that readers may see at `now`. All output is made from this list, so that no draft leaks. */
export function publishedAt(now: Instant, articles: readonly Article[]): readonly Article[] {
  return articles.filter((article) => !article.draft && article.date <= now);
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

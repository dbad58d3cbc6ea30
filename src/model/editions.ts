import type { Article, Note, SiteConfig, Term } from "../parse/parse.ts";
import type { Day } from "../values/day.ts";
import type { Language } from "../values/language.ts";
import { groupBy } from "../values/memory/group-by.ts";

/** The articles of one day. */
export interface Edition {
  readonly day: Day;
  readonly note: Note | undefined;
  readonly lead: Article;
  /** Without the lead. Sections are in the order of the site; articles without a section are last. None is empty. */
  readonly sections: readonly Section[];
  /** All articles of the day in reading order: the lead first, then section by section. */
  readonly articles: readonly Article[];
}

/** A section of an edition. Its tag is undefined for articles without a section. */
export interface Section {
  readonly tag: Term | undefined;
  readonly articles: readonly Article[];
}

/**
 * Builds the editions of one language. A day without articles has no edition, even if it has a note.
 *
 * @param articles of that language, newest first
 * @returns oldest first
 */
export function buildEditions(
  site: SiteConfig,
  language: Language,
  tags: readonly Term[],
  notes: readonly Note[],
  articles: readonly Article[],
): readonly Edition[] {
  const notesByDay = new Map(notes.filter((note) => note.language === language).map((note) => [note.day, note]));
  const sections = site.sections.flatMap((slug) => tags.filter((tag) => tag.slug === slug));
  return [...groupBy(articles, (article) => article.day)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, dayArticles]) => buildEdition(day, dayArticles, sections, notesByDay.get(day)));
}

function buildEdition(day: Day, articles: readonly Article[], tags: readonly Term[], note: Note | undefined): Edition {
  // The newest story leads if no author chose a lead, or if the chosen one is not published yet.
  const lead = articles.find((article) => article.lead) ?? articles[0];
  if (!lead) throw new Error(`Expected an article on ${day}: an edition has at least one.`);
  const articlesByTag = groupBy(
    articles.filter((article) => article !== lead),
    ({ section }) => tags.find((tag) => tag.slug === section),
  );
  const sections = [...tags, undefined].flatMap((tag) => {
    const sectionArticles = articlesByTag.get(tag);
    return sectionArticles ? [{ tag, articles: sectionArticles }] : [];
  });
  return { day, note, lead, sections, articles: [lead, ...sections.flatMap((section) => section.articles)] };
}

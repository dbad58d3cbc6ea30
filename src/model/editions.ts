import type { Article, Note, Site, Term } from "../parse/parse.ts";
import type { Day } from "../values/day.ts";
import type { Language } from "../values/language.ts";
import { groupedBy } from "../values/memory/group-by.ts";

/** All that comes out on one day. */
export interface Edition {
  readonly day: Day;
  readonly note: Note | undefined;
  readonly lead: Article;
  /** Without the lead. Sections in the site's order, the rest under no tag at the end; none is empty. */
  readonly sections: readonly Section[];
  /** All of the day's articles as one reads them: lead first, then in the order of the sections. */
  readonly articles: readonly Article[];
}

export interface Section {
  readonly tag: Term | undefined;
  readonly articles: readonly Article[];
}

/**
 * The editions of one language, oldest first. A day without an article is no edition, whatever note it has.
 *
 * @param articles of that language, newest first
 */
export function editionsOf(
  site: Site,
  language: Language,
  tags: readonly Term[],
  notes: readonly Note[],
  articles: readonly Article[],
): readonly Edition[] {
  const noteOn = new Map(notes.filter((note) => note.language === language).map((note) => [note.day, note]));
  const sections = site.sections.flatMap((slug) => tags.filter((tag) => tag.slug === slug));
  return [...groupedBy(articles, (article) => article.day)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, ofDay]) => edition(day, ofDay, sections, noteOn.get(day)));
}

function edition(day: Day, ofDay: readonly Article[], tags: readonly Term[], note: Note | undefined): Edition {
  // The newest story leads where no author named one, or where the one named is not out yet.
  const lead = ofDay.find((article) => article.lead) ?? ofDay[0];
  if (!lead) throw new Error(`Expected an article on ${day}: an edition is made of articles.`);
  const rest = groupedBy(
    ofDay.filter((article) => article !== lead),
    ({ section }) => tags.find((tag) => tag.slug === section),
  );
  const sections = [...tags, undefined].flatMap((tag) => {
    const articles = rest.get(tag);
    return articles ? [{ tag, articles }] : [];
  });
  return { day, note, lead, sections, articles: [lead, ...sections.flatMap((section) => section.articles)] };
}

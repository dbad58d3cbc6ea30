import type { Article } from "../parse/parse.ts";
import type { Address } from "../values/address.ts";
import { foldersOf, longDayText } from "../values/day.ts";
import { feedLinks, framed } from "./frame.ts";
import { headlineOf, titleOf } from "./headlines.ts";
import { pagedFromOldest } from "./listings.ts";
import type { FeedLink, ListingView, Page } from "./page.ts";
import { placeIn, type Setting } from "./setting.ts";

/** The pages of each tag: newest articles first, older ones on numbered pages. */
export function tags(setting: Setting): readonly Page[] {
  return setting.digest.tags.flatMap(({ term, articles }) => {
    const folder = placeIn(setting, "tags", term.slug);
    const title = term.title[setting.language];
    return listing(setting, "tag", folder, articles, {
      title,
      description: term.description?.[setting.language],
      about: setting.words.aboutTag(title),
      feeds: feedLinks(title, folder),
    });
  });
}

/** For each person the articles that name them. */
export function people(setting: Setting): readonly Page[] {
  return setting.digest.people.flatMap(({ slug, name, articles }) =>
    listing(
      setting,
      "person",
      placeIn(setting, "people", slug),
      articles,
      named(name, setting.words.aboutPerson(name)),
    ),
  );
}

/** For each place the articles that name it. */
export function places(setting: Setting): readonly Page[] {
  return setting.digest.places.flatMap(({ slug, name, articles }) =>
    listing(setting, "place", placeIn(setting, "places", slug), articles, named(name, setting.words.aboutPlace(name))),
  );
}

interface Heading {
  readonly title: string;
  readonly description: string | undefined;
  /** What the page says of itself where an author has not. */
  readonly about: string;
  readonly feeds: readonly FeedLink[];
}

function named(title: string, about: string): Heading {
  return { title, about, description: undefined, feeds: [] };
}

const articlesOnAPage = 50;
// The newest ten come with a sentence each; fifty sentences in Cyrillic would pass the page's budget.
const mostSummaries = 10;

function listing(
  setting: Setting,
  layout: "tag" | "person" | "place",
  folder: Address,
  newestFirst: readonly Article[],
  { title, description, about, feeds }: Heading,
): readonly Page[] {
  return pagedFromOldest(folder, newestFirst, articlesOnAPage).map(({ address, items, pager }) => ({
    layout,
    address,
    frame: framed(setting, address, {
      title: pager.number === undefined ? title : `${title}, ${setting.words.pageNumber(pager.number)}`,
      description: description ?? about,
      feeds,
    }),
    shows: {
      title,
      description,
      feeds,
      pager,
      days: daysOf(setting, items, pager.number === undefined ? mostSummaries : 0),
    },
  }));
}

function daysOf(setting: Setting, newestFirst: readonly Article[], summaries: number): ListingView["days"] {
  const days: { iso: Article["day"]; articles: { article: Article; position: number }[] }[] = [];
  newestFirst.forEach((article, position) => {
    const last = days.at(-1);
    if (last?.iso === article.day) last.articles.push({ article, position });
    else days.push({ iso: article.day, articles: [{ article, position }] });
  });
  return days.map(({ iso, articles }) => ({
    iso,
    date: longDayText(iso, setting.language),
    edition: placeIn(setting, ...foldersOf(iso)),
    headlines: articles.map(({ article, position }) =>
      position < summaries ? headlineOf(setting, article) : titleOf(setting, article),
    ),
  }));
}

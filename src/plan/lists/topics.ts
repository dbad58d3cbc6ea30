import type { Topic } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import { foldersOf, longDayText } from "../../values/day.ts";
import { placeIn, type Setting } from "../parts/context.ts";
import { feedLinks, framed } from "../parts/frame.ts";
import { headlineOf, titleOf } from "../parts/headlines.ts";
import type { Unit } from "../parts/unit.ts";
import type { ListingView } from "../views/list-views.ts";
import type { FeedLink, Page } from "../views/page.ts";
import { type TopicPage, topicPages } from "./paging.ts";

/** The pages of each tag: newest articles first, older ones on numbered pages. */
export function tags(setting: Setting): readonly Unit[] {
  return setting.digest.topics.tags.flatMap((topic) =>
    listing(setting, topic, {
      layout: "tag",
      about: setting.words.aboutTag(topic.title),
      feeds: feedLinks(topic.title, placeIn(setting, "tags", topic.slug)),
    }),
  );
}

/** For each person the articles that name them. */
export function people(setting: Setting): readonly Unit[] {
  return setting.digest.topics.people.flatMap((topic) =>
    listing(setting, topic, { layout: "person", about: setting.words.aboutPerson(topic.title), feeds: [] }),
  );
}

/** For each place the articles that name it. */
export function places(setting: Setting): readonly Unit[] {
  return setting.digest.topics.places.flatMap((topic) =>
    listing(setting, topic, { layout: "place", about: setting.words.aboutPlace(topic.title), feeds: [] }),
  );
}

interface Kind {
  readonly layout: "tag" | "person" | "place";
  /** What the page says of itself where an author has not. */
  readonly about: string;
  readonly feeds: readonly FeedLink[];
}

const articlesOnAPage = 50;
// The newest ten come with a sentence each; fifty sentences in Cyrillic would pass the page's budget.
const mostSummaries = 10;

function listing(setting: Setting, topic: Topic, kind: Kind): readonly Unit[] {
  return topicPages(setting, topic, articlesOnAPage, (page, newestFirst) =>
    listingPage(setting, topic, kind, page, newestFirst),
  );
}

function listingPage(
  setting: Setting,
  { title, description }: Topic,
  { layout, about, feeds }: Kind,
  { address, pager, languages }: TopicPage,
  newestFirst: readonly Article[],
): Page {
  const numbered = pager.number === undefined ? title : `${title}, ${setting.words.pageNumber(pager.number)}`;
  const days = daysOf(setting, newestFirst, pager.number === undefined ? mostSummaries : 0);
  return {
    layout,
    address,
    frame: framed(setting, address, { title: numbered, description: description ?? about, feeds, languages }),
    shows: { title, description, feeds, pager, days },
  };
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

import type { Topic } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import { formatDayWithYear } from "../../values/day.ts";
import { buildAddress, buildDateAddress } from "../parts/addresses.ts";
import type { PlanContext } from "../parts/context.ts";
import { createFeedLinks, createFrame, type PageMeta } from "../parts/frame.ts";
import { createHeadline, createShortHeadline } from "../parts/headlines.ts";
import type { PlanUnit } from "../parts/unit.ts";
import type { ListingView } from "../views/list-views.ts";
import type { FeedLink, Frame, Page } from "../views/page.ts";
import { planTopicPages, type TopicPage } from "./paging.ts";

/** Plans the pages of each tag: the newest articles first, older ones on numbered pages. */
export function planTags(context: PlanContext): readonly PlanUnit[] {
  return context.digest.topics.tags.flatMap((topic) =>
    planListing(context, topic, {
      layout: "tag",
      defaultDescription: context.words.aboutTag(topic.title),
      feeds: createFeedLinks(topic.title, buildAddress(context, "tags", topic.slug)),
    }),
  );
}

/** Plans the pages of each person: the articles that mention them. */
export function planPeople(context: PlanContext): readonly PlanUnit[] {
  return context.digest.topics.people.flatMap((topic) =>
    planListing(context, topic, {
      layout: "person",
      defaultDescription: context.words.aboutPerson(topic.title),
      feeds: [],
    }),
  );
}

/** Plans the pages of each place: the articles that mention it. */
export function planPlaces(context: PlanContext): readonly PlanUnit[] {
  return context.digest.topics.places.flatMap((topic) =>
    planListing(context, topic, {
      layout: "place",
      defaultDescription: context.words.aboutPlace(topic.title),
      feeds: [],
    }),
  );
}

interface ListingKind {
  readonly layout: "tag" | "person" | "place";
  /** The description of a page whose topic has none. */
  readonly defaultDescription: string;
  readonly feeds: readonly FeedLink[];
}

/** The maximum number of articles on a page of a listing. */
export const articlesPerPage = 50;
// Only the newest ten articles have a summary: fifty summaries in Cyrillic would exceed the size budget of a page.
const maxSummaries = 10;

function planListing(context: PlanContext, topic: Topic, kind: ListingKind): readonly PlanUnit[] {
  return planTopicPages(context, topic, articlesPerPage, (page, newestFirst) =>
    createListingPage(context, topic, kind, page, newestFirst),
  );
}

function createListingPage(
  context: PlanContext,
  topic: Topic,
  { layout, defaultDescription, feeds }: ListingKind,
  page: TopicPage,
  newestFirst: readonly Article[],
): Page {
  const frame = createListingFrame(context, topic, page, {
    description: topic.description ?? defaultDescription,
    feeds,
  });
  return { layout, address: page.address, frame, shows: createListingView(context, topic, page, feeds, newestFirst) };
}

/** Creates the frame of a page of a listing. Its title has the number of the page. */
export function createListingFrame(
  context: PlanContext,
  { title }: Topic,
  { address, pager, languages }: TopicPage,
  meta: Pick<PageMeta, "description" | "feeds" | "schema">,
): Frame {
  const pageTitle = pager.number === undefined ? title : `${title}, ${context.words.pageNumber(pager.number)}`;
  return createFrame(context, address, { ...meta, title: pageTitle, languages });
}

/** Creates the view of a page of a listing. */
export function createListingView(
  context: PlanContext,
  { title, description }: Topic,
  { pager }: TopicPage,
  feeds: readonly FeedLink[],
  newestFirst: readonly Article[],
): ListingView {
  const days = groupByDay(context, newestFirst, pager.number === undefined ? maxSummaries : 0);
  return { title, description, feeds, pager, days };
}

function groupByDay(context: PlanContext, newestFirst: readonly Article[], summaryCount: number): ListingView["days"] {
  const days: { iso: Article["day"]; articles: { article: Article; position: number }[] }[] = [];
  newestFirst.forEach((article, position) => {
    const currentDay = days.at(-1);
    if (currentDay?.iso === article.day) currentDay.articles.push({ article, position });
    else days.push({ iso: article.day, articles: [{ article, position }] });
  });
  return days.map(({ iso, articles }) => ({
    iso,
    date: formatDayWithYear(iso, context.language),
    edition: buildDateAddress(context, iso),
    headlines: articles.map(({ article, position }) =>
      position < summaryCount ? createHeadline(context, article) : createShortHeadline(context, article),
    ),
  }));
}

import { getFeedFileName } from "../../feeds/feeds.ts";
import { type ArticleUpdate, articlesPerFeed, type Edition, type Topic } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import { type Address, toFileAddress } from "../../values/address.ts";
import { findNewestTopicMonths, readNewestArticles } from "../lists/paging.ts";
import { buildAddress } from "../parts/addresses.ts";
import { type PlanContext, readMonthInLanguage } from "../parts/context.ts";
import { createUnit, type PlanUnit } from "../parts/unit.ts";
import { planDailyArchive, planSiteArchive } from "./archives.ts";
import { createRssOnlyFeed, type FeedPlan, planFeedUnits } from "./documents.ts";
import { createArticleItems, createEditionItem, createLiteItems } from "./items.ts";
import { trimToLite } from "./lite.ts";
import { type FeedUpdates, listUpdateHashes, withUpdated, withUpdatedEditions } from "./updates.ts";

/**
 * Plans all feeds of a language: the site feed, the daily feed (one item per edition), a feed for each tag and each
 * storyline, and the lite feed.
 *
 * Only the site feed and the daily feed have an archive back to their first item (RFC 5005). The archive of the site
 * feed contains each article once, with its tags as categories. An article has about three tags and often a storyline,
 * so with archives for topics too, the topic feeds of ten thousand articles would be as large as the rest of the site.
 */
export function planFeeds(context: PlanContext): readonly PlanUnit[] {
  const { digest } = context;
  const siteArticles = planSiteArticles(context);
  const { tags, storylines } = digest.topics;
  return [
    planSiteFeed(context, siteArticles),
    planDailyFeed(context),
    ...[...tags, ...storylines].map((topic) => planTopicFeed(context, topic)),
  ]
    .flatMap((feed) => planFeedUnits(context, feed))
    .concat(planLiteUnit(context, siteArticles));
}

/** Returns the address of the lite feed. It is RSS only, which every feed reader supports. */
export function getLiteFeedAddress(context: PlanContext): Address {
  return toFileAddress(buildAddress(context, "lite"), getFeedFileName("rss"));
}

// The most editions that a month can have, so that the daily feed and its archive together contain every edition.
const editionsPerFeed = 31;
// Thirty-one editions of a daily digest are in two months; a digest that is not published every day needs more months.
const maxMonthsOfEditions = 6;

type FeedMonth = PlanContext["digest"]["months"][number];

function getMonthInputs({ month, hash: fingerprint }: FeedMonth): readonly string[] {
  return [month, fingerprint];
}

/** The articles of the site feed and of the lite feed, and the cache inputs that determine them. */
interface SiteArticles {
  readonly inputs: unknown;
  readonly articles: () => readonly Article[];
}

function planSiteArticles(context: PlanContext): SiteArticles {
  const newestMonths = findNewestMonths(context, articlesPerFeed);
  const updates = { context, belongsToFeed: () => true, since: newestMonths[0]?.month };
  return {
    inputs: [newestMonths.map(getMonthInputs), listUpdateHashes(updates)],
    articles: () =>
      withUpdated(listArticles(context, newestMonths).slice(0, articlesPerFeed), articlesPerFeed, updates),
  };
}

function planSiteFeed(context: PlanContext, { inputs, articles }: SiteArticles): FeedPlan {
  const { title, home } = context.siteFrame;
  return {
    folder: home,
    meta: { title, page: home, description: undefined },
    liveItems: { inputs, items: () => createArticleItems(context, articles()) },
    archive: planSiteArchive(context),
  };
}

function planDailyFeed(context: PlanContext): FeedPlan {
  const { siteFrame: frame, words, digest } = context;
  const months = digest.months.slice(-maxMonthsOfEditions);
  const updates: FeedUpdates = { context, belongsToFeed: () => true, since: months[0]?.month };
  return {
    folder: buildAddress(context, "daily"),
    meta: { title: words.dailyFeedName(frame.title), page: frame.home, description: undefined },
    liveItems: {
      inputs: [months.map(getMonthInputs), listUpdateHashes(updates)],
      items: () =>
        withUpdatedEditions(listNewestEditions(context, months), updates).map((edition) =>
          createEditionItem(context, edition),
        ),
    },
    archive: planDailyArchive(context),
  };
}

function planTopicFeed(context: PlanContext, topic: Topic): FeedPlan {
  const { kind, slug, title, description } = topic;
  const folder = buildAddress(context, kind, slug);
  const belongsToFeed = ({ tags, storyline }: ArticleUpdate) =>
    kind === "tags" ? tags.includes(slug) : storyline === slug;
  const newest = findNewestTopicMonths(topic, articlesPerFeed);
  const updates: FeedUpdates = { context, belongsToFeed, since: newest[0]?.month };
  const articles = () => withUpdated(readNewestArticles(context, topic, articlesPerFeed), articlesPerFeed, updates);
  return {
    folder,
    meta: { title: context.words.topicFeedName(context.siteFrame.title, title), page: folder, description },
    liveItems: {
      inputs: [newest, listUpdateHashes(updates)],
      items: () => createArticleItems(context, articles()),
    },
    archive: [],
  };
}

function planLiteUnit(context: PlanContext, { inputs, articles }: SiteArticles): PlanUnit {
  const { siteFrame: frame, words } = context;
  const address = getLiteFeedAddress(context);
  const meta = { title: words.liteFeedName(frame.title), page: frame.home, description: undefined };
  return createUnit(address, undefined, inputs, () => {
    const items = createLiteItems(context, articles());
    const feed = trimToLite(createRssOnlyFeed(context, buildAddress(context, "lite"), meta, items));
    return [{ layout: "feed", address, shows: { format: "rss", feed } }];
  });
}

/** Finds the newest months that together have at least so many articles (or all months), oldest first. */
function findNewestMonths({ digest }: PlanContext, articleCount: number): readonly FeedMonth[] {
  let firstIndex = digest.months.length;
  for (let count = 0; firstIndex > 0 && count < articleCount; count += digest.months[firstIndex]?.storyCount ?? 0)
    firstIndex--;
  return digest.months.slice(firstIndex);
}

function listArticles(context: PlanContext, months: readonly FeedMonth[]): readonly Article[] {
  return [...months].reverse().flatMap(({ month }) => readMonthInLanguage(context, month).articles);
}

function listNewestEditions(context: PlanContext, months: readonly FeedMonth[]): readonly Edition[] {
  return months
    .flatMap(({ month }) => readMonthInLanguage(context, month).editions)
    .slice(-editionsPerFeed)
    .reverse();
}

import { getFeedMediaType, type OpmlDocument, type OpmlFeed } from "../../feeds/feeds.ts";
import type { Topic } from "../../model/model.ts";
import { toAbsoluteUrl, toFileAddress } from "../../values/address.ts";
import { epoch, findLatest } from "../../values/instant.ts";
import { opmlFile } from "../../values/own-addresses.ts";
import { buildAddress } from "../parts/addresses.ts";
import { findLanguages, type PlanContext } from "../parts/context.ts";
import { createFeedLink, createFeedLinks, createFrame, createSitemapEntry } from "../parts/frame.ts";
import { createUnit, type PlanUnit } from "../parts/unit.ts";
import type { FeedsView } from "../views/list-views.ts";
import type { FeedLink } from "../views/page.ts";
import { getLiteFeedAddress } from "./feeds.ts";

/** Plans the page about all feeds (`/feeds/`), and the OPML list for feed readers (`/feeds.opml`). */
export function planSubscribing(context: PlanContext): readonly PlanUnit[] {
  const { words } = context;
  const address = buildAddress(context, "feeds");
  const opml = toFileAddress(context.siteFrame.home, opmlFile);
  const groups = listFeedGroups(context);
  const languages = findLanguages(context, () => true);
  const meta = { title: words.subscribe, description: words.aboutFeeds, languages };
  const opmlLink = { title: context.siteFrame.title, address: opml, label: "OPML", mediaType: "text/x-opml" };
  const opmlTopic = { title: words.allFeeds, page: opml, feeds: [opmlLink], advice: words.opmlAdvice };
  const shows = { groups: [...groups, { title: words.inOneFile, topics: [opmlTopic] }] };
  const sitemapPages = [createSitemapEntry(context, address, languages)];
  const document = createOpml(context, groups);
  return [
    createUnit(
      address,
      undefined,
      groups,
      () => [{ layout: "feeds", address, frame: createFrame(context, address, meta), shows }],
      sitemapPages,
    ),
    createUnit(opml, undefined, document, () => [{ layout: "opml", address: opml, shows: document }]),
  ];
}

type FeedGroup = FeedsView["groups"][number];

function listFeedGroups(context: PlanContext): readonly FeedGroup[] {
  const { words, digest, siteFrame: frame } = context;
  const { home, title: site } = frame;
  const toTopics = (topics: readonly Topic[]) =>
    topics.map(({ kind, slug, title }) => {
      const page = buildAddress(context, kind, slug);
      return { title, page, feeds: createFeedLinks(words.topicFeedName(site, title), page), advice: undefined };
    });
  const daily = createFeedLinks(words.dailyFeedName(site), buildAddress(context, "daily"));
  const lite = createFeedLink("rss", words.liteFeedName(site), getLiteFeedAddress(context));
  const siteFeeds = [
    { title: words.everyArticle, page: home, feeds: createFeedLinks(site, home), advice: undefined },
    { title: words.oneItemADay, page: home, feeds: daily, advice: undefined },
    { title: words.lite, page: home, feeds: [lite], advice: words.liteAdvice },
  ];
  return [
    { title: words.siteFeeds, topics: siteFeeds },
    { title: words.tags, topics: toTopics(digest.topics.tags) },
    { title: words.storylines, topics: toTopics(digest.topics.storylines) },
  ].filter((group) => group.topics.length > 0);
}

/**
 * Creates the OPML list: each topic once, as its Atom feed (the richest format), or else as the first feed that it has.
 */
function createOpml(context: PlanContext, groups: readonly FeedGroup[]): OpmlDocument {
  const { site, siteFrame: frame, language, digest } = context;
  const pickBestFeed = (feeds: readonly FeedLink[]) =>
    feeds.find(({ mediaType }) => mediaType === getFeedMediaType("atom")) ?? feeds[0];
  const toOpmlFeeds = ({ page, feeds }: FeedGroup["topics"][number]): readonly OpmlFeed[] => {
    const feed = pickBestFeed(feeds);
    if (!feed) return [];
    return [
      { title: feed.title, url: toAbsoluteUrl(site.url, feed.address), page: toAbsoluteUrl(site.url, page), language },
    ];
  };
  return {
    title: frame.title,
    updated: findLatest(digest.months.map(({ modified }) => modified)) ?? epoch,
    groups: groups.map(({ title, topics }) => ({ title, feeds: topics.flatMap(toOpmlFeeds) })),
  };
}

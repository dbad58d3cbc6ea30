import { feedMediaType, type OpmlDocument, type OpmlFeed } from "../../feeds/feeds.ts";
import type { Topic } from "../../model/model.ts";
import { absolute, fileIn } from "../../values/address.ts";
import { epoch, latestOf } from "../../values/instant.ts";
import { languagesWith, placeIn, type Setting } from "../parts/context.ts";
import { feedLink, feedLinks, framed, listedAt } from "../parts/frame.ts";
import { type Unit, unitOf } from "../parts/unit.ts";
import type { FeedsView } from "../views/list-views.ts";
import type { FeedLink } from "../views/page.ts";
import { liteAddress } from "./feeds.ts";

/** How to subscribe, for people (`/feeds/`) and for feed readers (`/feeds.opml`). */
export function subscribing(setting: Setting): readonly Unit[] {
  const { words } = setting;
  const address = placeIn(setting, "feeds");
  const opml = fileIn(setting.frame.home, "feeds.opml");
  const groups = groupsOf(setting);
  const languages = languagesWith(setting, () => true);
  const told = { title: words.subscribe, description: words.aboutFeeds, languages };
  const file = { title: setting.frame.title, address: opml, label: "OPML", mediaType: "text/x-opml" };
  const all = { title: words.allFeeds, page: opml, feeds: [file], advice: words.opmlAdvice };
  const shows = { groups: [...groups, { title: words.inOneFile, topics: [all] }] };
  const listed = [listedAt(setting, address, languages)];
  const document = opmlOf(setting, groups);
  return [
    unitOf(address, groups, () => [{ layout: "feeds", address, frame: framed(setting, address, told), shows }], listed),
    unitOf(opml, document, () => [{ layout: "opml", address: opml, shows: document }]),
  ];
}

type Group = FeedsView["groups"][number];

function groupsOf(setting: Setting): readonly Group[] {
  const { words, digest, frame } = setting;
  const { home, title: site } = frame;
  const topics = (all: readonly Topic[]) =>
    all.map(({ kind, slug, title }) => {
      const page = placeIn(setting, kind, slug);
      return { title, page, feeds: feedLinks(words.feedAbout(site, title), page), advice: undefined };
    });
  const daily = feedLinks(words.feedDaily(site), placeIn(setting, "daily"));
  const lite = feedLink("rss", words.feedLite(site), liteAddress(setting));
  const whole = [
    { title: words.everyArticle, page: home, feeds: feedLinks(site, home), advice: undefined },
    { title: words.oneItemADay, page: home, feeds: daily, advice: undefined },
    { title: words.lite, page: home, feeds: [lite], advice: words.liteAdvice },
  ];
  return [
    { title: words.everything, topics: whole },
    { title: words.tags, topics: topics(digest.topics.tags) },
    { title: words.storylines, topics: topics(digest.topics.storylines) },
  ].filter((group) => group.topics.length > 0);
}

/** Every topic once, in the format that says most of it; what has one format alone, in that. */
function opmlOf(setting: Setting, groups: readonly Group[]): OpmlDocument {
  const { site, frame, language, digest } = setting;
  const best = (feeds: readonly FeedLink[]) =>
    feeds.find(({ mediaType }) => mediaType === feedMediaType("atom")) ?? feeds[0];
  const feedOf = ({ page, feeds }: Group["topics"][number]): readonly OpmlFeed[] => {
    const feed = best(feeds);
    if (!feed) return [];
    return [{ title: feed.title, url: absolute(site.url, feed.address), page: absolute(site.url, page), language }];
  };
  return {
    title: frame.title,
    updated: latestOf(digest.months.map(({ modified }) => modified)) ?? epoch,
    groups: groups.map(({ title, topics }) => ({ title, feeds: topics.flatMap(feedOf) })),
  };
}

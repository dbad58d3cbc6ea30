import { feedFile, type OpmlDocument } from "../feeds/feeds.ts";
import { absolute, fileIn, type pageAddress } from "../values/address.ts";
import { epoch, latestOf } from "../values/instant.ts";
import { lastChangeOf } from "./feed-items.ts";
import { liteAddress } from "./feeds.ts";
import { feedLinks, framed } from "./frame.ts";
import type { FeedsView, Link, Page } from "./page.ts";
import { placeIn, type Setting } from "./setting.ts";

/** How to subscribe, for people (`/feeds/`) and for feed readers (`/feeds.opml`). */
export function subscribing(setting: Setting): readonly Page[] {
  const { words } = setting;
  const address = placeIn(setting, "feeds");
  const opml = fileIn(setting.frame.home, "feeds.opml");
  const groups = groupsOf(setting);
  return [
    {
      layout: "feeds",
      address,
      frame: framed(setting, address, { title: words.subscribe, description: words.aboutFeeds }),
      shows: { opml, lite: liteAddress(setting), groups },
    },
    { layout: "opml", address: opml, shows: opmlOf(setting, groups) },
  ];
}

function groupsOf(setting: Setting): FeedsView["groups"] {
  const { words, digest, frame, language } = setting;
  const whole = { title: words.everyArticle, page: frame.home, feeds: feedLinks(frame.title, frame.home) };
  const daily = {
    title: words.oneItemADay,
    page: frame.home,
    feeds: feedLinks(words.feedDaily(frame.title), placeIn(setting, "daily")),
  };
  const topics = (folder: string, terms: typeof digest.tags) =>
    terms
      .map(({ term }): Link => ({ title: term.title[language], address: placeIn(setting, folder, term.slug) }))
      .map(({ title, address }) => ({ title, page: address, feeds: feedLinks(title, address) }));
  return [
    { title: words.everything, topics: [whole, daily] },
    { title: words.tags, topics: topics("tags", digest.tags) },
    { title: words.storylines, topics: topics("storylines", digest.storylines) },
  ].filter((group) => group.topics.length > 0);
}

function opmlOf({ site, frame, language, digest }: Setting, groups: FeedsView["groups"]): OpmlDocument {
  return {
    title: frame.title,
    updated: latestOf(digest.articles.map(lastChangeOf)) ?? epoch,
    groups: groups.map(({ title, topics }) => ({
      title,
      feeds: topics.map((topic) => ({
        title: topic.title,
        url: absolute(site.url, fileIn(folderOf(topic), feedFile("atom"))),
        page: absolute(site.url, topic.page),
        language,
      })),
    })),
  };
}

function folderOf({ feeds, page }: FeedsView["groups"][number]["topics"][number]): ReturnType<typeof pageAddress> {
  const [first] = feeds;
  return first ? (first.address.slice(0, first.address.lastIndexOf("/") + 1) as typeof page) : page;
}

import { feedFile, type OpmlDocument, type OpmlFeed } from "../feeds/feeds.ts";
import type { Topic } from "../model/model.ts";
import { type Address, absolute, fileIn } from "../values/address.ts";
import { epoch, latestOf } from "../values/instant.ts";
import { liteAddress } from "./feeds.ts";
import { feedLinks, framed, listedAt } from "./frame.ts";
import { languagesWith, placeIn, type Setting } from "./setting.ts";
import { type Unit, unitOf } from "./unit.ts";

/** How to subscribe, for people (`/feeds/`) and for feed readers (`/feeds.opml`). */
export function subscribing(setting: Setting): readonly Unit[] {
  const { words } = setting;
  const address = placeIn(setting, "feeds");
  const opml = fileIn(setting.frame.home, "feeds.opml");
  const groups = groupsOf(setting);
  const languages = languagesWith(setting, () => true);
  const told = { title: words.subscribe, description: words.aboutFeeds, languages };
  const shows = {
    opml,
    lite: liteAddress(setting),
    groups: groups.map(({ title, topics }) => ({
      title,
      topics: topics.map((topic) => ({ ...topic, feeds: feedLinks(topic.name, topic.folder) })),
    })),
  };
  const listed = [listedAt(setting, address, languages)];
  const document = opmlOf(setting, groups);
  return [
    unitOf(address, groups, () => [{ layout: "feeds", address, frame: framed(setting, address, told), shows }], listed),
    unitOf(opml, document, () => [{ layout: "opml", address: opml, shows: document }]),
  ];
}

interface Group {
  readonly title: string;
  /** `name` as feed readers show it; the feeds stand in `folder`, and their news on `page`. */
  readonly topics: readonly {
    readonly title: string;
    readonly name: string;
    readonly page: Address;
    readonly folder: Address;
  }[];
}

function groupsOf(setting: Setting): readonly Group[] {
  const { words, digest, frame } = setting;
  const { home, title: site } = frame;
  const topics = (all: readonly Topic[]) =>
    all.map(({ kind, slug, title }) => {
      const folder = placeIn(setting, kind, slug);
      return { title, name: words.feedAbout(site, title), page: folder, folder };
    });
  const whole = [
    { title: words.everyArticle, name: site, page: home, folder: home },
    { title: words.oneItemADay, name: words.feedDaily(site), page: home, folder: placeIn(setting, "daily") },
  ];
  return [
    { title: words.everything, topics: whole },
    { title: words.tags, topics: topics(digest.topics.tags) },
    { title: words.storylines, topics: topics(digest.topics.storylines) },
  ].filter((group) => group.topics.length > 0);
}

/** Every feed once, in the format that says most of it; the lite one, which has no other, as RSS. */
function opmlOf(setting: Setting, groups: readonly Group[]): OpmlDocument {
  const { site, frame, language, digest, words } = setting;
  const feedAt = (title: string, at: Address, page: Address): OpmlFeed => ({
    title,
    url: absolute(site.url, at),
    page: absolute(site.url, page),
    language,
  });
  return {
    title: frame.title,
    updated: latestOf(digest.months.map(({ modified }) => modified)) ?? epoch,
    groups: [
      ...groups.map(({ title, topics }) => ({
        title,
        feeds: topics.map(({ name, page, folder }) => feedAt(name, fileIn(folder, feedFile("atom")), page)),
      })),
      { title: words.lite, feeds: [feedAt(words.feedLite(frame.title), liteAddress(setting), frame.home)] },
    ],
  };
}

import { type FeedItem, feedFile } from "../../feeds/feeds.ts";
import { articlesInAFeed, type Change, type Edition, type Topic } from "../../model/model.ts";
import type { Article } from "../../parse/parse.ts";
import { type Address, fileIn } from "../../values/address.ts";
import { newestOf, newestParts } from "../lists/paging.ts";
import { monthIn, placeIn, type Setting } from "../parts/context.ts";
import { type Unit, unitOf } from "../parts/unit.ts";
import { dailyArchive, type ItemOf, siteArchive } from "./archives.ts";
import { feedIn, feedUnits, type PlannedFeed } from "./documents.ts";
import { articleItem, editionItem, titleItem } from "./items.ts";
import { lightened } from "./lite.ts";
import { type Returning, returningPrints, withReturned, withReturnedEditions } from "./updates.ts";

/**
 * All feeds of a language: the whole site, one item a day, each tag, each storyline, and the lite one.
 *
 * Those of the site and of its days lead back to their first item (RFC 5005). Each article stands in the site's archive
 * once, under its tags. An article has some three tags, and often a storyline: with archives of theirs ten thousand
 * articles would weigh as much in feeds of topics as everything else together.
 */
export function feeds(setting: Setting): readonly Unit[] {
  const { digest } = setting;
  const itemOf = itemsMadeOnce(setting);
  const whole = wholeSite(setting);
  const { tags, storylines } = digest.topics;
  return [
    siteFeed(setting, whole, itemOf),
    dailyFeed(setting),
    ...[...tags, ...storylines].map((topic) => topicFeed(setting, topic, itemOf)),
  ]
    .flatMap((feed) => feedUnits(setting, feed))
    .concat(liteUnit(setting, whole));
}

/** Where the lite feed stands: RSS alone, which every reader takes. */
export function liteAddress(setting: Setting): Address {
  return fileIn(placeIn(setting, "lite"), feedFile("rss"));
}

// As many as a month can have: so the daily feed and its archive hold every edition between them.
const editionsInAFeed = 31;
// Thirty-one editions of a daily stand in two months; those of a paper that rests on some days may reach further back.
const monthsOfEditions = 6;

type Month = Setting["digest"]["months"][number];

function print({ month, fingerprint }: Month): readonly string[] {
  return [month, fingerprint];
}

/** An article stands in the feeds of the site, of its tags and of its storyline, and in the archive: its item is made once for all. */
function itemsMadeOnce(setting: Setting): ItemOf {
  const made = new WeakMap<Article, FeedItem>();
  return (article) => {
    const item = made.get(article) ?? articleItem(setting, article);
    made.set(article, item);
    return item;
  };
}

/** The articles that the feeds of the whole site carry, and what they follow from. */
interface WholeSite {
  readonly follows: unknown;
  readonly articles: () => readonly Article[];
}

function wholeSite(setting: Setting): WholeSite {
  const newestMonths = monthsOfNewest(setting, articlesInAFeed);
  const returning = { setting, isOwn: () => true, since: newestMonths[0]?.month };
  return {
    follows: [newestMonths.map(print), returningPrints(returning)],
    articles: () =>
      withReturned(articlesOf(setting, newestMonths).slice(0, articlesInAFeed), articlesInAFeed, returning),
  };
}

function siteFeed(setting: Setting, { follows, articles }: WholeSite, itemOf: ItemOf): PlannedFeed {
  const { title, home } = setting.frame;
  return {
    folder: home,
    told: { title, page: home, description: undefined },
    live: { follows, items: () => articles().map(itemOf) },
    archive: siteArchive(setting, itemOf),
  };
}

function dailyFeed(setting: Setting): PlannedFeed {
  const { frame, words, digest } = setting;
  const months = digest.months.slice(-monthsOfEditions);
  const returning: Returning = { setting, isOwn: () => true, since: months[0]?.month };
  return {
    folder: placeIn(setting, "daily"),
    told: { title: words.feedDaily(frame.title), page: frame.home, description: undefined },
    live: {
      follows: [months.map(print), returningPrints(returning)],
      items: () =>
        withReturnedEditions(editionsOf(setting, months), returning).map((edition) => editionItem(setting, edition)),
    },
    archive: dailyArchive(setting),
  };
}

function topicFeed(setting: Setting, topic: Topic, itemOf: ItemOf): PlannedFeed {
  const { kind, slug, title, description } = topic;
  const folder = placeIn(setting, kind, slug);
  const isOwn = ({ tags, storyline }: Change) => (kind === "tags" ? tags.includes(slug) : storyline === slug);
  const newest = newestParts(topic, articlesInAFeed);
  const returning: Returning = { setting, isOwn, since: newest[0]?.month };
  const articles = () => withReturned(newestOf(setting, topic, articlesInAFeed), articlesInAFeed, returning);
  return {
    folder,
    told: { title: setting.words.feedAbout(setting.frame.title, title), page: folder, description },
    live: { follows: [newest, returningPrints(returning)], items: () => articles().map(itemOf) },
    archive: [],
  };
}

function liteUnit(setting: Setting, { follows, articles }: WholeSite): Unit {
  const { frame, words } = setting;
  const address = liteAddress(setting);
  const told = { title: words.feedLite(frame.title), page: frame.home, description: undefined };
  return unitOf(address, follows, () => {
    const items = articles().map((article) => ({ ...titleItem(setting, article), sources: [] }));
    const feed = lightened(feedIn(setting, placeIn(setting, "lite"), told, items));
    return [{ layout: "feed", address, shows: { format: "rss", feed } }];
  });
}

/** The newest months that together hold so many articles, oldest first. */
function monthsOfNewest({ digest }: Setting, articles: number): readonly Month[] {
  let first = digest.months.length;
  for (let held = 0; first > 0 && held < articles; held += digest.months[first]?.stories ?? 0) first--;
  return digest.months.slice(first);
}

function articlesOf(setting: Setting, months: readonly Month[]): readonly Article[] {
  return [...months].reverse().flatMap(({ month }) => monthIn(setting, month).articles);
}

function editionsOf(setting: Setting, months: readonly Month[]): readonly Edition[] {
  return months.flatMap(({ month }) => monthIn(setting, month).editions).slice(-editionsInAFeed);
}

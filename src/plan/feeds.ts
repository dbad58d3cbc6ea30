import { type Feed, type FeedItem, feedFile, feedFormats } from "../feeds/feeds.ts";
import type { Edition } from "../model/model.ts";
import type { Article } from "../parse/parse.ts";
import { type Address, absolute, fileIn, pageAddress } from "../values/address.ts";
import { epoch, latestOf } from "../values/instant.ts";
import { articleItem, editionItem, feedId } from "./feed-items.ts";
import { newestOf, newestParts } from "./listings.ts";
import { liteItems } from "./lite.ts";
import type { Page } from "./page.ts";
import { placeIn, type Setting } from "./setting.ts";
import { type Unit, unitOf } from "./unit.ts";

/** All feeds of a language: the whole site, one item a day, each tag, each storyline, and the lite one. */
export function feeds(setting: Setting): readonly Unit[] {
  const { digest, frame, words } = setting;
  const itemOf = itemsMadeOnce(setting);
  const newestMonths = monthsOfNewest(setting, articlesInAFeed);
  const daysMonths = digest.months.slice(-monthsOfEditions);
  const whole = { title: frame.title, page: frame.home, description: undefined };
  const daily = { ...whole, title: words.feedDaily(frame.title) };
  const newest = (most: number) => articlesOf(setting, newestMonths).slice(0, most);
  return [
    feedUnit(setting, frame.home, whole, newestMonths.map(print), () => newest(articlesInAFeed).map(itemOf)),
    feedUnit(setting, placeIn(setting, "daily"), daily, daysMonths.map(print), () =>
      editionsOf(setting, daysMonths).map((edition) => editionItem(setting, edition)),
    ),
    ...[...digest.topics.tags, ...digest.topics.storylines].map((topic) => {
      const page = placeIn(setting, topic.kind, topic.slug);
      const told = { title: words.feedAbout(frame.title, topic.title), page, description: topic.description };
      const items = () => newestOf(setting, topic, articlesInAFeed).map(itemOf);
      return feedUnit(setting, page, told, newestParts(topic, articlesInAFeed), items);
    }),
    unitOf(liteAddress(setting), newestMonths.map(print), () => [litePage(setting, newest(articlesInAFeed))]),
  ];
}

/** Where the lite feed stands: RSS alone, which every reader takes. */
export function liteAddress(setting: Setting): Address {
  return fileIn(placeIn(setting, "lite"), feedFile("rss"));
}

const articlesInAFeed = 50;
const editionsInAFeed = 30;
// Thirty editions of a daily stand in two months; those of a paper that rests on some days may reach further back.
const monthsOfEditions = 6;

type Month = Setting["digest"]["months"][number];

function print({ month, fingerprint }: Month): readonly string[] {
  return [month, fingerprint];
}

/** An article stands in the feeds of the site, of its tags and of its storyline: its item is made once for all. */
function itemsMadeOnce(setting: Setting): (article: Article) => FeedItem {
  const made = new WeakMap<Article, FeedItem>();
  return (article) => {
    const item = made.get(article) ?? articleItem(setting, article);
    made.set(article, item);
    return item;
  };
}

/** The newest months that together hold so many articles, oldest first. */
function monthsOfNewest({ digest }: Setting, articles: number): readonly Month[] {
  let first = digest.months.length;
  for (let held = 0; first > 0 && held < articles; held += digest.months[first]?.stories ?? 0) first--;
  return digest.months.slice(first);
}

function articlesOf({ archive, language }: Setting, months: readonly Month[]): readonly Article[] {
  return [...months]
    .reverse()
    .flatMap(({ month }) => archive(month).languages.find((each) => each.language === language)?.articles ?? []);
}

function editionsOf({ archive, language }: Setting, months: readonly Month[]): readonly Edition[] {
  return months
    .flatMap(({ month }) => archive(month).languages.find((each) => each.language === language)?.editions ?? [])
    .slice(-editionsInAFeed);
}

interface FeedTold {
  readonly title: string;
  readonly page: Address;
  readonly description: string | undefined;
}

// Three files of fifty full texts each weigh as much as thirty pages.
const aboutFeeds = 30;

function feedUnit(
  setting: Setting,
  folder: Address,
  told: FeedTold,
  follows: unknown,
  items: () => readonly FeedItem[],
): Unit {
  return unitOf(
    `${folder} feeds`,
    [told, follows],
    () => {
      const self = feedFormats.map((format) => [format, absolute(setting.site.url, fileIn(folder, feedFile(format)))]);
      const feed = feedOf(setting, folder, told, Object.fromEntries(self), items());
      return feedFormats.map(
        (format): Page => ({ layout: "feed", address: fileIn(folder, feedFile(format)), shows: { format, feed } }),
      );
    },
    [],
    aboutFeeds,
  );
}

function feedOf(
  setting: Setting,
  folder: Address,
  { title, page, description }: FeedTold,
  self: Feed["self"],
  items: readonly FeedItem[],
): Feed {
  const { site, language } = setting;
  return {
    id: feedId(site, folder),
    title,
    description: description ?? site.description[language],
    language,
    page: absolute(site.url, page),
    self,
    updated: latestOf(items.map(({ updated }) => updated)) ?? epoch,
    author: site.publisher,
    siteUrl: absolute(site.url, pageAddress()),
    items: [...items].sort(newestItemFirst),
  };
}

function newestItemFirst(a: FeedItem, b: FeedItem): number {
  if (a.published !== b.published) return a.published < b.published ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function litePage(setting: Setting, newest: readonly Article[]): Page {
  const { frame, words, site } = setting;
  const address = liteAddress(setting);
  const told = { title: words.feedLite(frame.title), page: frame.home, description: undefined };
  const self = { rss: absolute(site.url, address) };
  const feed = feedOf(setting, placeIn(setting, "lite"), told, self, liteItems(setting, newest));
  return { layout: "feed", address, shows: { format: "rss", feed } };
}

import { type Feed, type FeedItem, feedFile, feedFormats } from "../feeds/feeds.ts";
import type { Article } from "../parse/parse.ts";
import { type Address, absolute, fileIn, pageAddress } from "../values/address.ts";
import { epoch, latestOf } from "../values/instant.ts";
import { feedId } from "./feed-id.ts";
import { articleItem, editionItem, titleItem } from "./feed-items.ts";
import type { Page } from "./page.ts";
import { placeIn, type Setting } from "./setting.ts";

/** All feeds of a language: the whole site, one item a day, each tag, each storyline, and the lite one. */
export function feeds(setting: Setting): readonly Page[] {
  const { digest, frame, language, words } = setting;
  // An article stands in the feeds of the site, of its tags and of its storyline: its item is made once for all.
  const made = new Map<Article, FeedItem>();
  const itemOf = (article: Article): FeedItem => {
    const item = made.get(article) ?? articleItem(setting, article);
    made.set(article, item);
    return item;
  };
  const newest = (articles: readonly Article[]) => articles.slice(0, articlesInAFeed).map(itemOf);
  const ofTopic = (folder: string) => (topic: (typeof digest.tags)[number]) => {
    const title = words.feedAbout(frame.title, topic.term.title[language]);
    const page = placeIn(setting, folder, topic.term.slug);
    return inAllFormats(setting, page, page, title, topic.term.description?.[language], newest(topic.articles));
  };
  const days = digest.editions.slice(-editionsInAFeed).reverse();
  const daily = days.map((edition) => editionItem(setting, edition)).sort(newestItemFirst);
  return [
    ...inAllFormats(setting, frame.home, frame.home, frame.title, undefined, newest(digest.articles)),
    ...inAllFormats(setting, placeIn(setting, "daily"), frame.home, words.feedDaily(frame.title), undefined, daily),
    ...digest.tags.flatMap(ofTopic("tags")),
    ...digest.storylines.flatMap(ofTopic("storylines")),
    litePage(setting),
  ];
}

/** Where the lite feed stands: RSS alone, which every reader takes. */
export function liteAddress(setting: Setting): Address {
  return fileIn(placeIn(setting, "lite"), feedFile("rss"));
}

const articlesInAFeed = 50;
const editionsInAFeed = 30;

function inAllFormats(
  setting: Setting,
  folder: Address,
  page: Address,
  title: string,
  description: string | undefined,
  items: readonly FeedItem[],
): readonly Page[] {
  const { url } = setting.site;
  const self = Object.fromEntries(
    feedFormats.map((format) => [format, absolute(url, fileIn(folder, feedFile(format)))]),
  );
  const feed = feedOf(setting, folder, page, title, description, self, items);
  return feedFormats.map((format) => ({
    layout: "feed",
    address: fileIn(folder, feedFile(format)),
    shows: { format, feed },
  }));
}

function feedOf(
  setting: Setting,
  folder: Address,
  page: Address,
  title: string,
  description: string | undefined,
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

/** As many titles and summaries as stay within 14 KB even where a host does not compress them. */
function litePage(setting: Setting): Page {
  const { frame, words, site, digest } = setting;
  const items: FeedItem[] = [];
  let room = liteBytes;
  for (const article of digest.articles) {
    const item = titleItem(setting, article);
    room -= bytesAround + 2 * item.url.length + bytesOf(item.title) + bytesOf(item.summary) + bytesOf(item.id);
    room -= item.categories.reduce(
      (sum, { scheme, label }) => sum + scheme.length + bytesOf(label) + bytesAround / 4,
      0,
    );
    if (room < 0 || items.length === articlesInAFeed) break;
    items.push(item);
  }
  const address = liteAddress(setting);
  const title = words.feedLite(frame.title);
  const self = { rss: absolute(site.url, address) };
  const feed = feedOf(setting, placeIn(setting, "lite"), frame.home, title, undefined, self, items);
  return { layout: "feed", address, shows: { format: "rss", feed } };
}

const liteBytes = 12 * 1024;
// What an item's elements themselves weigh.
const bytesAround = 320;

// Every character that stands as an entity weighs at most six bytes, and no other more than three a UTF-16 unit.
function bytesOf(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += '&<>"'.includes(text.charAt(i)) ? 6 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
  return bytes;
}

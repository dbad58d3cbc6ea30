import { type Feed, type FeedItem, type FeedUrls, feedFormats, getFeedFileName } from "../../feeds/feeds.ts";
import {
  type Address,
  toAbsoluteUrl,
  toFileAddress,
  toNumberedAddress,
  toPageAddress,
  toSubfolder,
} from "../../values/address.ts";
import type { Month } from "../../values/day.ts";
import { mintFeedId } from "../../values/feed-id.ts";
import { epoch, findLatest } from "../../values/instant.ts";
import { compareText } from "../../values/memory/compare.ts";
import { ownFiles } from "../../values/own-addresses.ts";
import { feedTimeInPages } from "../costs.ts";
import type { PlanContext } from "../parts/context.ts";
import { logo } from "../parts/site-frame.ts";
import { createUnit, type PlanUnit } from "../parts/unit.ts";
import type { Page } from "../views/page.ts";

/** A feed to be published: its folder, its metadata, the items of the subscription feed, and its archive. */
export interface FeedPlan {
  readonly folder: Address;
  readonly meta: FeedMeta;
  readonly liveItems: LazyItems;
  /** Oldest first; empty for a feed without an archive. */
  readonly archive: readonly ArchivePart[];
}

/** The metadata of a feed. `page` is the page that it belongs to; without a description it has that of the site. */
export interface FeedMeta {
  readonly title: string;
  readonly page: Address;
  readonly description: string | undefined;
}

/**
 * The items of a feed document, newest first and those of the same moment in the order of their edition, and the cache
 * inputs (plain data) that determine them.
 */
export interface LazyItems {
  readonly inputs: unknown;
  readonly items: () => readonly FeedItem[];
}

/** A part of a month that does not grow any more. The parts of a month are numbered from 1, the oldest. */
export interface ArchivePart extends LazyItems {
  readonly month: Month;
  readonly number: number;
}

/**
 * Plans a unit for a feed, and one for each document of its archive (RFC 5005, section 4). An archive document depends
 * only on the metadata of the feed, its own items and the address of the document before it, so it never changes unless
 * an item is corrected.
 */
export function planFeedUnits(context: PlanContext, feed: FeedPlan): readonly PlanUnit[] {
  const { folder, meta, liveItems, archive } = feed;
  const archiveFolders = archive.map((part) => getArchiveFolder(folder, part));
  const previous = archiveFolders.at(-1);
  return [
    createUnit(
      folder,
      "feeds",
      [meta, liveItems.inputs, previous],
      () => planFeedPages(context, feed, { folder, previous }, liveItems.items()),
      [],
      feedTimeInPages,
    ),
    ...archive.map(({ month, inputs, items }, i) => {
      const document = { folder: archiveFolders[i] ?? folder, previous: archiveFolders[i - 1], current: folder };
      // The name begins with the month, so that the worker that renders the month renders this document too: it has the
      // texts and pictures in memory.
      return createUnit(
        month,
        document.folder,
        [meta, inputs, document],
        () => planFeedPages(context, feed, document, items()),
        [],
        feedTimeInPages,
      );
    }),
  ];
}

/** Creates a feed that is published as RSS only, without an archive. */
export function createRssOnlyFeed(
  context: PlanContext,
  folder: Address,
  meta: FeedMeta,
  items: readonly FeedItem[],
): Feed {
  const self = { rss: toAbsoluteUrl(context.site.url, toFileAddress(folder, getFeedFileName("rss"))) };
  return { ...createFeed(context, { folder, meta }, { folder }, items), self };
}

/** The folder of a feed document, and the folders of the documents that it links to. */
interface FeedDocument {
  readonly folder: Address;
  readonly previous?: Address | undefined;
  /** For an archive document: the folder of the subscription feed. */
  readonly current?: Address;
}

/** `archive/2024-07/` inside the folder of the feed; `archive/2024-07/page/2/` for the second part of a month. */
function getArchiveFolder(folder: Address, { month, number }: ArchivePart): Address {
  const firstFolder = toSubfolder(folder, "archive", month);
  return number === 1 ? firstFolder : toNumberedAddress(firstFolder, number);
}

function planFeedPages(
  context: PlanContext,
  feed: Pick<FeedPlan, "folder" | "meta">,
  document: FeedDocument,
  items: readonly FeedItem[],
): readonly Page[] {
  const content = createFeed(context, feed, document, items);
  return feedFormats.map((format) => ({
    layout: "feed",
    address: toFileAddress(document.folder, getFeedFileName(format)),
    shows: { format, feed: content },
  }));
}

function createFeed(
  context: PlanContext,
  { folder, meta: { title, page, description } }: Pick<FeedPlan, "folder" | "meta">,
  document: FeedDocument,
  items: readonly FeedItem[],
): Feed {
  const { site, language } = context;
  const toUrls = (linkedFolder: Address | undefined) => linkedFolder && getFeedUrls(context, linkedFolder);
  return {
    id: mintFeedId(site.authority, folder),
    title,
    description: description ?? site.description[language],
    language,
    page: toAbsoluteUrl(site.url, page),
    self: getFeedUrls(context, document.folder),
    archive: { previous: toUrls(document.previous), current: toUrls(document.current) },
    // An archive document gets no new items, so it has no hub.
    hub: document.current ? undefined : site.hub,
    icon: toAbsoluteUrl(site.url, ownFiles.icon),
    logo: { url: toAbsoluteUrl(site.url, logo.address), width: logo.width, height: logo.height },
    updated: findLatest(items.map(({ updated }) => updated)) ?? epoch,
    author: site.publisher,
    licence: context.siteFrame.licence,
    siteUrl: toAbsoluteUrl(site.url, toPageAddress()),
    // The sort is stable: items of the same moment keep the order in which they are given.
    items: [...items].sort((a, b) => compareText(b.updated, a.updated)),
  };
}

function getFeedUrls({ site }: PlanContext, folder: Address): FeedUrls {
  return Object.fromEntries(
    feedFormats.map((format) => [format, toAbsoluteUrl(site.url, toFileAddress(folder, getFeedFileName(format)))]),
  );
}

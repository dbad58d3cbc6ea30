import { type Feed, type FeedItem, type FeedPlaces, feedFile, feedFormats } from "../../feeds/feeds.ts";
import { type Address, absolute, fileIn, pageAddress } from "../../values/address.ts";
import type { Month } from "../../values/day.ts";
import { epoch, latestOf } from "../../values/instant.ts";
import { compare } from "../../values/memory/compare.ts";
import type { Setting } from "../parts/context.ts";
import { iconAddress, logo } from "../parts/site-frame.ts";
import { type Unit, unitOf } from "../parts/unit.ts";
import type { Page } from "../views/page.ts";
import { feedId } from "./items.ts";

/** A feed: where it stands, what it says of itself, what it carries now, and what its archive holds. */
export interface PlannedFeed {
  readonly folder: Address;
  readonly told: FeedTold;
  readonly live: Carried;
  /** Oldest first; none in a feed without an archive. */
  readonly archive: readonly ArchivePart[];
}

export interface FeedTold {
  readonly title: string;
  readonly page: Address;
  readonly description: string | undefined;
}

/** Items, and what they follow from. */
export interface Carried {
  readonly follows: unknown;
  readonly items: () => readonly FeedItem[];
}

/** A part of a month that will not grow any more; a month's parts are numbered from 1, its oldest. */
export interface ArchivePart extends Carried {
  readonly month: Month;
  readonly number: number;
}

/**
 * A unit for a feed, and one for each document of its archive (RFC 5005, section 4). These follow from nothing but their
 * own items and from the address of the one before: they stay as they are for ever, unless an item is corrected.
 */
export function feedUnits(setting: Setting, feed: PlannedFeed): readonly Unit[] {
  const { folder, told, live, archive } = feed;
  const folders = archive.map((part) => archiveFolder(folder, part));
  const previous = folders.at(-1);
  return [
    unitOf(
      `${folder} feeds`,
      [told, live.follows, previous],
      () => pagesOf(setting, feed, { folder, previous }, live.items()),
      [],
      aboutFeeds,
    ),
    ...archive.map(({ month, follows, items }, i) => {
      const at = { folder: folders[i] ?? folder, previous: folders[i - 1], current: folder };
      // With its month: whoever makes that has all texts and pictures at hand.
      return unitOf(
        `${month} ${at.folder}`,
        [told, follows, at],
        () => pagesOf(setting, feed, at, items()),
        [],
        aboutFeeds,
      );
    }),
  ];
}

/** What a feed says in RSS alone, at an address of its own. */
export function feedIn(setting: Setting, folder: Address, told: FeedTold, items: readonly FeedItem[]): Feed {
  const self = { rss: absolute(setting.site.url, fileIn(folder, feedFile("rss"))) };
  return { ...feedAt(setting, { folder, told }, { folder }, items), self };
}

// Three files of fifty full texts each take as long as some ten pages (2026-11).
const aboutFeeds = 10;

/** Where a document of a feed stands, and those that it leads to. */
interface DocumentPlace {
  readonly folder: Address;
  readonly previous?: Address | undefined;
  /** The feed's own folder, where this is a document of its archive. */
  readonly current?: Address;
}

/** `/archive/2024-07/` beneath the feed's own folder; `/archive/2024-07/page/2/` for what one document cannot hold. */
function archiveFolder(folder: Address, { month, number }: ArchivePart): Address {
  const first = `${folder}archive/${month}/`;
  return (number === 1 ? first : `${first}page/${number}/`) as Address;
}

function pagesOf(
  setting: Setting,
  feed: Pick<PlannedFeed, "folder" | "told">,
  at: DocumentPlace,
  items: readonly FeedItem[],
): readonly Page[] {
  const shown = feedAt(setting, feed, at, items);
  return feedFormats.map((format) => ({
    layout: "feed",
    address: fileIn(at.folder, feedFile(format)),
    shows: { format, feed: shown },
  }));
}

function feedAt(
  setting: Setting,
  { folder, told: { title, page, description } }: Pick<PlannedFeed, "folder" | "told">,
  at: DocumentPlace,
  items: readonly FeedItem[],
): Feed {
  const { site, language } = setting;
  const places = (of: Address | undefined) => of && placesIn(setting, of);
  return {
    id: feedId(site, folder),
    title,
    description: description ?? site.description[language],
    language,
    page: absolute(site.url, page),
    self: placesIn(setting, at.folder),
    archive: { previous: places(at.previous), current: places(at.current) },
    // What is new never appears in an archive.
    hub: at.current ? undefined : site.hub,
    icon: absolute(site.url, iconAddress),
    logo: { url: absolute(site.url, logo.address), width: logo.width, height: logo.height },
    updated: latestOf(items.map(({ updated }) => updated)) ?? epoch,
    author: site.publisher,
    siteUrl: absolute(site.url, pageAddress()),
    items: [...items].sort((a, b) => compare(b.updated, a.updated) || compare(a.id, b.id)),
  };
}

function placesIn({ site }: Setting, folder: Address): FeedPlaces {
  return Object.fromEntries(
    feedFormats.map((format) => [format, absolute(site.url, fileIn(folder, feedFile(format)))]),
  );
}

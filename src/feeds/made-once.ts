import type { Bodies } from "../values/html.ts";
import type { Weights } from "../values/variants.ts";
import type { Feed, FeedAuthor, FeedItem } from "./feed.ts";

/** What an item is written with: the same for all feeds of a site. */
export interface Within {
  readonly siteUrl: string;
  readonly author: FeedAuthor;
  readonly bodies: Bodies;
  readonly weights: Weights;
}

/** What the items of a feed are written with. */
export function within({ siteUrl, author }: Feed, bodies: Bodies, weights: Weights): Within {
  return { siteUrl, author, bodies, weights };
}

/**
 * Makes of an item what is the same in every feed, once for the feeds of the site, of tags and of storylines, which are
 * written one after another: at 10,000 articles every second item stands in another feed too (2026-11).
 */
export function madeOnce<R>(make: (item: FeedItem, by: Within) => R): (item: FeedItem, by: Within) => R {
  const made = new Map<FeedItem, R>();
  let last: Within | undefined;
  return (item, by) => {
    if (made.size >= mostMade || !isSame(last, by)) made.clear();
    last = by;
    const before = made.get(item);
    if (before !== undefined) return before;
    const now = make(item, by);
    made.set(item, now);
    return now;
  };
}

// The last thousand weigh some 15 MB; all of them would weigh as much as the archive has articles, and gain little more.
const mostMade = 1000;

function isSame(last: Within | undefined, { siteUrl, author, bodies, weights }: Within): boolean {
  return last?.siteUrl === siteUrl && last.author === author && last.bodies === bodies && last.weights === weights;
}

// In: a feed, as plain data, and the HTML of its texts. Out: the same feed as text, in one of the formats of the list below.
import type { Bodies } from "../values/html.ts";
import type { Feed, FeedFormat } from "./feed.ts";

export type * from "./feed.ts";

export declare function feedText(format: FeedFormat, feed: Feed, bodies: Bodies): string;

import type { FeedItem } from "../feeds/feeds.ts";
import type { Article } from "../parse/parse.ts";
import { titleItem } from "./feed-items.ts";
import type { Setting } from "./setting.ts";

/** As many titles and summaries as stay within 14 KB even where a host does not compress them. */
export function liteItems(setting: Setting, newestFirst: readonly Article[]): readonly FeedItem[] {
  const items: FeedItem[] = [];
  let room = liteBytes;
  for (const article of newestFirst) {
    const item = titleItem(setting, article);
    room -= weightOf(item);
    if (room < 0) break;
    items.push(item);
  }
  return items;
}

const liteBytes = 12 * 1024;
// What the elements around an item's texts themselves weigh, and those around a category's.
const bytesAroundItem = 320;
const bytesAroundCategory = 80;

function weightOf({ id, url, title, summary, categories }: FeedItem): number {
  const texts = [id, url, url, title, summary, ...categories.flatMap(({ scheme, label }) => [scheme, label])];
  const own = texts.reduce((total, text) => total + mostBytes(text), 0);
  return own + bytesAroundItem + bytesAroundCategory * categories.length;
}

/** What a text weighs at most in HTML or XML: a character that stands as an entity six bytes, any other three a UTF-16 unit. */
export function mostBytes(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += '&<>"'.includes(text.charAt(i)) ? 6 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
  return bytes;
}

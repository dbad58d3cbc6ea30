import type { Address } from "../values/address.ts";
import type { Pager } from "./page.ts";

/** One page of a long list. */
export interface ListPage<T> {
  readonly address: Address;
  readonly items: readonly T[];
  readonly pager: Pager;
}

/**
 * Items in pages numbered from the oldest, so that a page once full never changes again.
 *
 * @param size items on a full page, at least 1
 * @returns page 1 (the oldest) first; each page newest first; only the last may be short. `[c, b, a]` by 2: `[[b, a], [c]]`
 */
export function pagesFromOldest<T>(newestFirst: readonly T[], size: number): readonly (readonly T[])[] {
  const pages: (readonly T[])[] = [];
  for (let end = newestFirst.length; end > 0; end -= size) pages.push(newestFirst.slice(Math.max(0, end - size), end));
  return pages;
}

/**
 * A list as pages with addresses: the newest at the list's own, each older one at `page/<number>/` below it. A newest
 * page of fewer than ten items would look bare, so it keeps the full page before it until there are ten.
 *
 * @returns the newest first
 */
export function pagedFromOldest<T>(folder: Address, newestFirst: readonly T[], size: number): readonly ListPage<T>[] {
  const full = [...pagesFromOldest(newestFirst, size)];
  const last = full.pop() ?? [];
  const before = last.length < fewestOnNewest ? full.pop() : undefined;
  const newest = before ? [...last, ...before] : last;
  const addressOf = (number: number) => (number > full.length ? folder : (`${folder}page/${number}/` as Address));
  return [...full, newest]
    .map((items, i) => ({
      address: addressOf(i + 1),
      items,
      pager: {
        number: i < full.length ? i + 1 : undefined,
        newer: i < full.length ? addressOf(i + 2) : undefined,
        older: i > 0 ? addressOf(i) : undefined,
      },
    }))
    .reverse();
}

const fewestOnNewest = 10;

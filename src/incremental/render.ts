import { join } from "node:path";
import type { Shown } from "../parse/parse.ts";
import type { Page } from "../plan/plan.ts";
import { makeImages, renderSite, weighed } from "../render/render.ts";
import type { Cache, ShelfMemory } from "../store/store.ts";
import { type Address, outputFile } from "../values/address.ts";
import type { Bodies } from "../values/text/html.ts";
import { ProblemsFound } from "./content-problems.ts";
import { aboutIn, type PlannedShelf, type Shelf, type UnitMemory } from "./page-groups.ts";
import { filesOfPicture, planned } from "./plan-diff.ts";
import type { Tell } from "./progress.ts";
import { isInShard, type Shard } from "./shard.ts";

/** What changed shelves are rendered with. */
export interface Rendering {
  readonly cache: Cache;
  /** What is remembered of the site that is to be changed; nothing, where a whole site is to be made. */
  readonly shelves: Readonly<Record<string, ShelfMemory>>;
  readonly bodies: Bodies;
  readonly content: string;
  /** Of all code that makes pages. */
  readonly code: string;
  /** The folder into which they are rendered. */
  readonly next: string;
  /** The part of the site that is made; undefined: the whole. */
  readonly shard: Shard | undefined;
  readonly progress: Tell;
}

/** Shelves that were rendered. */
export interface RenderedShelf {
  readonly name: string;
  readonly before: readonly UnitMemory[];
  readonly now: readonly UnitMemory[];
  /** The files that were made, by their paths in the site. */
  readonly written: readonly string[];
}

// So many pages are planned, rendered and let go of at a time: the memory of a build does not grow with the archive. What
// Eleventy has written it keeps to the end of a time, and a feed of fifty articles weighs as much as some twenty pages.
const pagesAtOnce = 1500;
const pagesInAFeed = 20;

// Often enough for whoever watches, seldom enough to cost nothing.
const pagesBetweenTellings = 100;

/**
 * Plans changed shelves, makes the pages among theirs that are not as they were, and forgets them again. A shelf of
 * another part of the site is planned only: its addresses must be known to check links and aliases.
 *
 * @throws ProblemsFound where a picture cannot be read
 */
export async function renderedShelves(
  changed: readonly Shelf[],
  rendering: Rendering,
): Promise<readonly RenderedShelf[]> {
  const rendered: RenderedShelf[] = [];
  let waiting: PlannedShelf[] = [];
  let pages = 0;
  let weight = 0;
  let done = 0;
  const { cache, shelves, code, shard, progress } = rendering;
  const isOwn = ({ name }: Shelf) => isInShard(name, shard);
  let unplanned = changed.filter(isOwn).reduce((total, shelf) => total + aboutIn(shelf), 0);
  const tell = (made: number) => progress({ what: "pages", done: done + made, total: done + pages + unplanned });
  const render = async () => {
    tell(0);
    rendered.push(...(await renderedTogether(waiting, rendering, tell)));
    done += pages;
    waiting = [];
    pages = 0;
    weight = 0;
    tell(0);
  };
  for (const shelf of changed) {
    if (!isOwn(shelf)) {
      waiting.push({ ...planned(shelf, cache, shelves, undefined), pages: [], pictures: [] });
      continue;
    }
    const shelfPlan = planned(shelf, cache, shelves, code);
    waiting.push(shelfPlan);
    unplanned -= aboutIn(shelf);
    pages += shelfPlan.pages.length;
    weight += weightOf(shelfPlan);
    if (weight >= pagesAtOnce) await render();
  }
  await render();
  return rendered;
}

function weightOf({ pages }: PlannedShelf): number {
  return pages.reduce((total, { layout }) => total + (layout === "feed" ? pagesInAFeed : 1), 0);
}

async function renderedTogether(
  waiting: readonly PlannedShelf[],
  { cache, bodies, content, next }: Rendering,
  tell: (made: number) => void,
): Promise<readonly RenderedShelf[]> {
  const pages = withoutTaken(waiting.flatMap((shelf) => shelf.pages));
  const known = new Set(
    waiting.flatMap(({ before }) => before.flatMap(({ pictures }) => pictures.flatMap(filesOfPicture))),
  );
  const pictures = waiting.flatMap((shelf) =>
    shelf.pictures.filter((picture) => !filesOfPicture(picture).every((file) => known.has(file))),
  );
  const images = await makeImages(pictures, content, join(cache.folder, "images"));
  if (!images.ok) throw new ProblemsFound(images.problems);
  const weights = await weighed(namedInFeeds(pages), content, join(cache.folder, "images"));
  if (!weights.ok) throw new ProblemsFound(weights.problems);
  const sizes = new Map<Address, number>();
  if (pages.length > 0 || images.value.length > 0) {
    const made = (address: Address, bytes: number) => {
      sizes.set(address, bytes);
      if (sizes.size % pagesBetweenTellings === 0) tell(sizes.size);
    };
    await renderSite({ pages, bodies, images: images.value, weights: weights.value, made }, next);
  }
  expectAll(pages, sizes);
  const copied = new Set(images.value.map(({ address }) => outputFile(address)));
  return waiting.map(({ name, before, now, pages: own, pictures: shown }) => ({
    name,
    before,
    now: now.map((unit) => ({
      ...unit,
      pages: unit.pages.map(
        ([address, print, bytes]) => [address, print, sizes.get(address as Address) ?? bytes] as const,
      ),
    })),
    written: [
      ...own.map(({ address }) => outputFile(address)),
      ...shown.flatMap(filesOfPicture).filter((file) => copied.has(file)),
    ],
  }));
}

/** The pictures whose weights feeds tell. */
function namedInFeeds(pages: readonly Page[]): readonly Shown[] {
  const items = pages.flatMap((page) => (page.layout === "feed" ? page.shows.feed.items : []));
  return items.flatMap(({ image }) => image?.picture ?? []);
}

/**
 * Eleventy refuses two pages at one address. An alias at which a page stands is found out when all addresses are known;
 * until then, the page goes first.
 */
function withoutTaken(pages: readonly Page[]): readonly Page[] {
  const taken = new Set(pages.flatMap(({ layout, address }) => (layout === "redirect" ? [] : [address])));
  return pages.filter(({ layout, address }) => layout !== "redirect" || !taken.has(address));
}

/** Every page that was planned was made, and has a text. */
function expectAll(pages: readonly Page[], sizes: ReadonlyMap<Address, number>): void {
  for (const { address } of pages) if (!sizes.get(address)) throw new Error(`Expected text at ${address}.`);
}

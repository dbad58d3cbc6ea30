import { join } from "node:path";
import type { PublishedImage } from "../parse/parse.ts";
import type { Page } from "../plan/plan.ts";
import { generateImages, readImageSizes, renderSite } from "../render/render.ts";
import type { Cache, PageGroupRecord } from "../store/store.ts";
import { type Address, toOutputPath } from "../values/address.ts";
import type { BodyReader } from "../values/text/html.ts";
import { ContentProblems } from "./content-problems.ts";
import { estimatePages, type PageGroup, type PageGroupChange, type UnitRecord } from "./page-groups.ts";
import { listPictureFiles, planChange } from "./plan-diff.ts";
import type { OnProgress } from "./progress.ts";
import { isInShard, type Shard } from "./shard.ts";

/** Everything that changed page groups are rendered with. */
export interface RenderOptions {
  readonly cache: Cache;
  /** The records of the site that is changed; empty if the whole site is rendered. */
  readonly previousGroups: Readonly<Record<string, PageGroupRecord>>;
  readonly bodies: BodyReader;
  /** The content folder: pictures are read from it. */
  readonly contentFolder: string;
  /** The hash of all code that pages are made with. */
  readonly codeHash: string;
  /** The folder to render into. */
  readonly renderFolder: string;
  /** The shard that is built; undefined: the whole site. */
  readonly shard: Shard | undefined;
  readonly onProgress: OnProgress;
}

/** A page group after rendering. */
export interface RenderedPageGroup {
  readonly name: string;
  readonly previous: readonly UnitRecord[];
  readonly current: readonly UnitRecord[];
  /** The rendered files, as paths in the site. */
  readonly writtenFiles: readonly string[];
}

// Pages are rendered in batches of this size so that memory does not grow with the archive: Eleventy keeps what it
// wrote until a batch ends. A feed of fifty articles takes as much memory as about twenty pages.
const pagesPerBatch = 1500;
const pagesPerFeed = 20;

// Progress is reported every so many pages.
const pagesBetweenReports = 100;

/**
 * Plans changed page groups and renders their changed pages, in batches. A group of another shard is planned only: its
 * addresses are needed to check links and aliases.
 *
 * @returns the groups in the same order
 * @throws ContentProblems if a picture cannot be read
 */
export async function renderPageGroups(
  groups: readonly PageGroup[],
  options: RenderOptions,
): Promise<readonly RenderedPageGroup[]> {
  const rendered: RenderedPageGroup[] = [];
  let batch: PageGroupChange[] = [];
  let batchPages = 0;
  let batchCost = 0;
  let donePages = 0;
  const { cache, previousGroups, codeHash, shard, onProgress } = options;
  const isInThisShard = ({ name }: PageGroup) => isInShard(name, shard);
  let unplannedPages = groups.filter(isInThisShard).reduce((total, group) => total + estimatePages(group), 0);
  const report = (pagesOfBatch: number) =>
    onProgress({ what: "pages", done: donePages + pagesOfBatch, total: donePages + batchPages + unplannedPages });
  const flush = async () => {
    report(0);
    rendered.push(...(await renderBatch(batch, options, report)));
    donePages += batchPages;
    batch = [];
    batchPages = 0;
    batchCost = 0;
    report(0);
  };
  for (const group of groups) {
    if (!isInThisShard(group)) {
      batch.push({ ...planChange(group, cache, previousGroups, undefined), pagesToRender: [], pictures: [] });
      continue;
    }
    const change = planChange(group, cache, previousGroups, codeHash);
    batch.push(change);
    unplannedPages -= estimatePages(group);
    batchPages += change.pagesToRender.length;
    batchCost += estimateCost(change);
    if (batchCost >= pagesPerBatch) await flush();
  }
  await flush();
  return rendered;
}

function estimateCost({ pagesToRender }: PageGroupChange): number {
  return pagesToRender.reduce((total, { layout }) => total + (layout === "feed" ? pagesPerFeed : 1), 0);
}

async function renderBatch(
  batch: readonly PageGroupChange[],
  { cache, bodies, contentFolder, renderFolder }: RenderOptions,
  report: (pagesOfBatch: number) => void,
): Promise<readonly RenderedPageGroup[]> {
  const pages = removeTakenRedirects(batch.flatMap((change) => change.pagesToRender));
  const publishedFiles = new Set(
    batch.flatMap(({ previous }) => previous.flatMap(({ pictures }) => pictures.flatMap(listPictureFiles))),
  );
  const pictures = batch.flatMap((change) =>
    change.pictures.filter((picture) => !listPictureFiles(picture).every((file) => publishedFiles.has(file))),
  );
  const images = await generateImages(pictures, contentFolder, join(cache.folder, "images"));
  if (!images.ok) throw new ContentProblems(images.problems);
  const weights = await readImageSizes(listFeedPictures(pages), contentFolder, join(cache.folder, "images"));
  if (!weights.ok) throw new ContentProblems(weights.problems);
  const sizes = new Map<Address, number>();
  if (pages.length > 0 || images.value.length > 0) {
    const recordSize = (address: Address, bytes: number) => {
      sizes.set(address, bytes);
      if (sizes.size % pagesBetweenReports === 0) report(sizes.size);
    };
    await renderSite(
      { pages, bodies, images: images.value, getFileSize: weights.value, onPage: recordSize },
      renderFolder,
    );
  }
  assertAllRendered(pages, sizes);
  const imageFiles = new Set(images.value.map(({ address }) => toOutputPath(address)));
  return batch.map(
    ({ name, previous, current, pagesToRender: renderedPages, pictures: unitPictures }): RenderedPageGroup => ({
      name,
      previous,
      current: current.map((unit) => ({
        ...unit,
        pages: unit.pages.map(
          ([address, pageHash, bytes]) => [address, pageHash, sizes.get(address as Address) ?? bytes] as const,
        ),
      })),
      writtenFiles: [
        ...renderedPages.map(({ address }) => toOutputPath(address)),
        ...unitPictures.flatMap(listPictureFiles).filter((file) => imageFiles.has(file)),
      ],
    }),
  );
}

/** The pictures in feeds, which state their size in bytes. */
function listFeedPictures(pages: readonly Page[]): readonly PublishedImage[] {
  const items = pages.flatMap((page) => (page.layout === "feed" ? page.shows.feed.items : []));
  return items.flatMap(({ image }) => image?.picture ?? []);
}

/**
 * Removes redirects from the address of a page: Eleventy refuses two pages at one address. The check of all addresses,
 * after rendering, reports such an alias.
 */
function removeTakenRedirects(pages: readonly Page[]): readonly Page[] {
  const pageAddresses = new Set(pages.flatMap(({ layout, address }) => (layout === "redirect" ? [] : [address])));
  return pages.filter(({ layout, address }) => layout !== "redirect" || !pageAddresses.has(address));
}

/** @throws if a planned page was not rendered, or is empty: a bug of ours */
function assertAllRendered(pages: readonly Page[], sizes: ReadonlyMap<Address, number>): void {
  for (const { address } of pages) if (!sizes.get(address)) throw new Error(`Expected text at ${address}.`);
}

import { join } from "node:path";
import type { PublishedImage } from "../parse/parse.ts";
import { batchMemoryInPages, feedFileMemoryInPages, isAliasPage, type Page } from "../plan/plan.ts";
import {
  findWeightWarnings,
  generateImages,
  type RenderBuffers,
  readImageSizes,
  renderSite,
} from "../render/render.ts";
import { type Cache, CacheCorrupt } from "../store/store.ts";
import { type Address, toOutputPath } from "../values/address.ts";
import { createClaims } from "../values/claims.ts";
import type { Warning } from "../values/problem.ts";
import type { BodyReader } from "../values/text/html.ts";
import { ContentProblems } from "./content-problems.ts";
import {
  assertInSite,
  assertSourceInside,
  estimatePages,
  type PageGroup,
  type PageGroupChange,
  type PageRecord,
  type PlannedPageGroup,
} from "./page-groups.ts";
import { listPictureFiles, type PlanDiff, planChangedGroup } from "./plan-diff.ts";
import type { OnProgress } from "./progress.ts";
import { isInShard, type Shard } from "./shard.ts";

/** Everything that changed page groups are rendered with. */
export interface RenderOptions {
  readonly cache: Cache;
  readonly diff: Pick<PlanDiff, "previousGroups" | "codeHash">;
  readonly bodies: BodyReader;
  /** The content folder: pictures are read from it. */
  readonly contentFolder: string;
  /** The folder to render into. */
  readonly renderFolder: string;
  readonly buffers: RenderBuffers;
  /** The shard that is built; undefined: the whole site. */
  readonly shard: Shard | undefined;
  readonly onProgress: OnProgress;
}

/** A page group after rendering. Its unit records have the sizes of the rendered pages. */
export interface RenderedPageGroup extends PageGroupChange {
  /** The rendered files, as paths in the site. */
  readonly writtenFiles: readonly string[];
}

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
  let batch: PlannedPageGroup[] = [];
  let batchPages = 0;
  let batchCost = 0;
  let donePages = 0;
  const { cache, diff, shard, onProgress } = options;
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
      batch.push({ ...planChangedGroup(group, diff, cache, undefined), pagesToRender: [], pictures: [] });
      continue;
    }
    const change = planChangedGroup(group, diff, cache, diff.codeHash);
    batch.push(change);
    unplannedPages -= estimatePages(group);
    batchPages += change.pagesToRender.length;
    batchCost += estimateCost(change);
    if (batchCost >= batchMemoryInPages) await flush();
  }
  await flush();
  return rendered;
}

function estimateCost({ pagesToRender }: PlannedPageGroup): number {
  return pagesToRender.reduce(
    (total, page) => total + (getCopied(page).layout === "feed" ? feedFileMemoryInPages : 1),
    0,
  );
}

async function renderBatch(
  batch: readonly PlannedPageGroup[],
  { cache, bodies, contentFolder, renderFolder, buffers }: RenderOptions,
  report: (pagesOfBatch: number) => void,
): Promise<readonly RenderedPageGroup[]> {
  const pages = removeTakenAliases(batch.flatMap((change) => change.pagesToRender));
  for (const { address } of pages) assertInSite(address);
  const publishedFiles = new Set(
    batch.flatMap(({ previous }) => previous.flatMap(({ pictures }) => pictures.flatMap(listPictureFiles))),
  );
  const pictures = batch.flatMap((change) =>
    change.pictures.filter((picture) => !listPictureFiles(picture).every((file) => publishedFiles.has(file))),
  );
  for (const picture of pictures) assertPictureInside(picture);
  const images = await generateImages(pictures, contentFolder, join(cache.folder, "images"));
  if (!images.ok) throw new ContentProblems(images.problems);
  const feedPictures = listFeedPictures(pages);
  for (const picture of feedPictures) assertPictureInside(picture);
  const weights = await readImageSizes(feedPictures, contentFolder, join(cache.folder, "images"));
  if (!weights.ok) throw new ContentProblems(weights.problems);
  const measurements = new Map<Address, PageMeasurement>();
  if (pages.length > 0 || images.value.length > 0) {
    const measurePage = (page: Page, bytes: Buffer) => {
      const warnings = findWeightWarnings(page, bytes, bodies, contentFolder);
      measurements.set(page.address, { bytes: bytes.length, warnings });
      if (measurements.size % pagesBetweenReports === 0) report(measurements.size);
    };
    await renderSite(
      { ...buffers, pages, bodies, images: images.value, getFileSize: weights.value, onPage: measurePage },
      renderFolder,
    );
  }
  assertAllRendered(pages, measurements);
  const imageFiles = new Set(images.value.map(({ address }) => toOutputPath(address)));
  return batch.map(
    ({ name, previous, current, pagesToRender: renderedPages, pictures: unitPictures }): RenderedPageGroup => ({
      name,
      previous,
      current: current.map((unit) => ({
        ...unit,
        pages: unit.pages.map((record) => addMeasurement(record, measurements.get(record[0]))),
      })),
      writtenFiles: [
        ...renderedPages.map(({ address }) => toOutputPath(address)),
        ...unitPictures.flatMap(listPictureFiles).filter((file) => imageFiles.has(file)),
      ],
    }),
  );
}

/** What is known of a page after it was rendered. */
interface PageMeasurement {
  readonly bytes: number;
  readonly warnings: readonly Warning[];
}

function addMeasurement(record: PageRecord, measurement: PageMeasurement | undefined): PageRecord {
  if (!measurement) return record;
  const [address, inputsHash] = record;
  const { bytes, warnings } = measurement;
  return warnings.length > 0 ? [address, inputsHash, bytes, warnings] : [address, inputsHash, bytes];
}

/** A picture comes from the cache: it must be read from the content, kept in the cache, and published in the site. */
function assertPictureInside({ path, hash, stem }: PublishedImage): void {
  assertInSite(stem);
  assertSourceInside(path);
  if (!/^\w+$/.test(hash)) throw new CacheCorrupt(`${hash} is not the hash of a picture.`);
}

/** The file that stands at an old address too; any other page as it is. */
function getCopied(page: Page): Page {
  return page.layout === "copy" ? page.shows.of : page;
}

/** The pictures in feeds, which state their size in bytes. */
function listFeedPictures(pages: readonly Page[]): readonly PublishedImage[] {
  const items = pages.map(getCopied).flatMap((page) => (page.layout === "feed" ? page.shows.feed.items : []));
  return items.flatMap(({ image }) => image?.picture ?? []);
}

/**
 * Removes alias pages whose file is that of a page or of an earlier alias: Eleventy refuses two pages at one file, and a
 * disk may. The check of all addresses, after rendering, reports such an alias.
 */
function removeTakenAliases(pages: readonly Page[]): readonly Page[] {
  if (!pages.some(isAliasPage)) return pages;
  const claims = createClaims<Page>();
  for (const page of pages) if (!isAliasPage(page)) claims.claim(toOutputPath(page.address), page);
  return pages.filter((page) => !isAliasPage(page) || claims.claim(toOutputPath(page.address), page) === undefined);
}

/** @throws if a planned page was not rendered, or is empty: a bug of ours */
function assertAllRendered(pages: readonly Page[], measurements: ReadonlyMap<Address, PageMeasurement>): void {
  for (const { address } of pages)
    if (!measurements.get(address)?.bytes) throw new Error(`Expected text at ${address}.`);
}

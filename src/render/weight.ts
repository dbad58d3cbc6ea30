// In: a rendered page. Out: a warning if it weighs more than slow and filtered networks let through.
import { gzipSync } from "node:zlib";
import type { Page } from "../plan/plan.ts";
import { memoizeByIdentity } from "../values/memory/memoize.ts";
import { toFileStart, type Warning } from "../values/problem.ts";
import { type BodyKey, type BodyReader, getBodyPath } from "../values/text/html.ts";
import { readStyleSheet } from "./stylesheet.ts";

/**
 * The maximum size in bytes of a page together with its style sheet, compressed. Some networks cut off every file of
 * large hosts after its first 16 KB, headers and encryption included.
 */
const maxPageBytes = 14 * 1024;

// HTML with an author's text compresses to less than half. Most pages are so small that they need not be compressed to
// know that they are within the limit.
const leastCompression = 1.5;

/**
 * Checks a page for people against its budget.
 *
 * @param bytes the rendered page
 * @param contentFolder as messages name it
 */
export function findWeightWarnings(
  page: Page,
  bytes: Buffer,
  bodies: BodyReader,
  contentFolder: string,
): readonly Warning[] {
  if (!("frame" in page)) return [];
  const styleBytes = measureStyleSheet();
  if (bytes.length / leastCompression + styleBytes <= maxPageBytes) return [];
  const total = compress(bytes) + styleBytes;
  if (total <= maxPageBytes) return [];
  const heaviest = findHeaviestPart(page, bodies);
  const path = heaviest.path ?? getTextPath(page);
  const what =
    `${page.address} weighs ${formatKilobytes(total)} compressed, with its style sheet. ` +
    `Some networks cut off what is longer than ${formatKilobytes(maxPageBytes)}. ` +
    `Most of it is ${heaviest.name}: ${formatKilobytes(heaviest.bytes)}.`;
  return [
    { name: "page-over-budget", at: path === undefined ? undefined : toFileStart(`${contentFolder}/${path}`), what },
  ];
}

/**
 * Whether a page that is not rendered yet could be over its budget: what it shows is then long, because the markup that
 * layouts add compresses to little.
 */
export function couldBeHeavy(page: Page, bodies: BodyReader): boolean {
  if (!("frame" in page)) return false;
  const frameLength = measureFrameData(page.frame.site);
  const bodyLength = listBodyKeys(page).reduce((total, key) => total + bodies.readUtf8(key).length, 0);
  return frameLength + bodyLength + JSON.stringify(page.shows).length > minHeavyCharacters;
}

const minHeavyCharacters = 9000;

const measureFrameData = memoizeByIdentity((frame: object) => JSON.stringify(frame).length);

let styleSheetBytes: number | undefined;

function measureStyleSheet(): number {
  styleSheetBytes ??= compress(Buffer.from(readStyleSheet()));
  return styleSheetBytes;
}

// As plain web servers do it at best.
function compress(bytes: Buffer | string): number {
  return gzipSync(bytes, { level: 9 }).length;
}

function formatKilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1).replace(/\.0$/, "")} KB`;
}

interface PagePart {
  readonly name: string;
  readonly bytes: number;
  /** The path of the text in the content folder, if the part is one. */
  readonly path?: string | undefined;
}

function findHeaviestPart(page: FramedPage, bodies: BodyReader): PagePart {
  const parts: readonly PagePart[] = [
    { name: "the navigation and the footer that all pages have", bytes: compress(JSON.stringify(page.frame.site)) },
    ...listBodyKeys(page).map((key) => ({
      name: "the text",
      bytes: compress(bodies.readHtml(key)),
      path: getBodyPath(key),
    })),
    ...Object.entries(page.shows).map(([key, value]) => ({
      name: `the ${partNames[key] ?? key}`,
      bytes: compress(JSON.stringify(value) ?? ""),
    })),
  ];
  return parts.reduce((heaviest, part) => (part.bytes > heaviest.bytes ? part : heaviest));
}

type FramedPage = Extract<Page, { readonly frame: unknown }>;

// Of the keys of views that do not say it themselves: "people", "sources" do.
const partNames: Readonly<Record<string, string>> = {
  sections: "list of stories",
  days: "list of stories",
  steps: "list of stories",
  entries: "list",
  groups: "list of feeds",
  months: "calendar",
  years: "calendar",
};

function listBodyKeys({ shows }: FramedPage): readonly BodyKey[] {
  if ("body" in shows) return [shows.body];
  return "note" in shows && shows.note ? [shows.note.body] : [];
}

/** The path of the text that a page is made of; undefined if it is made of many. */
function getTextPath({ shows }: FramedPage): string | undefined {
  return "body" in shows ? getBodyPath(shows.body) : undefined;
}

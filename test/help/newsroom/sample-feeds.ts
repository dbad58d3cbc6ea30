import {
  createItemCache,
  type Feed,
  type FeedContext,
  type FeedFormat,
  type FeedImage,
  type FeedItem,
  formatFeed,
} from "../../../src/feeds/feeds.ts";
import type { FeedId } from "../../../src/parse/parse.ts";
import type { Address } from "../../../src/values/address.ts";
import type { Instant } from "../../../src/values/instant.ts";
import { createByteArena, type Piece } from "../../../src/values/memory/byte-arena.ts";
import { escapeHtml } from "../../../src/values/text/escape.ts";
import type { BodyKey, BodyReader, Html } from "../../../src/values/text/html.ts";
import { toUtf8 } from "../../../src/values/text/utf8.ts";
import type { GetFileSize } from "../../../src/values/variants.ts";
import { toDeliveredText } from "./odd-texts.ts";

type Overrides<T, K extends keyof T> = Partial<Omit<T, K>> & { readonly [Key in K]?: string };

/** A feed as the plan returns it: sample values, except for the fields that a test sets. */
export function makeFeed({ id, updated, ...overrides }: Overrides<Feed, "id" | "updated"> = {}): Feed {
  return {
    id: (id ?? "tag:dispatch.example,2024:/") as FeedId,
    title: "The Dispatch",
    description: "One edition a day.",
    language: "en",
    page: "https://dispatch.example/",
    self: {
      rss: "https://dispatch.example/rss.xml",
      atom: "https://dispatch.example/atom.xml",
      json: "https://dispatch.example/feed.json",
    },
    archive: { previous: undefined, current: undefined },
    hub: undefined,
    icon: "https://dispatch.example/icon.png",
    logo: { url: "https://dispatch.example/logo.png", width: 144, height: 72 },
    updated: (updated ?? "2024-07-11T04:00:00Z") as Instant,
    author: { name: "The Dispatch", url: undefined, email: undefined },
    licence: undefined,
    siteUrl: "https://dispatch.example/",
    items: [],
    ...overrides,
  };
}

type ItemOverrides = Overrides<FeedItem, "id" | "published" | "updated">;

/** A feed item of sample values, except for the fields that a test sets. Its key contains all other fields. */
export function makeFeedItem({ key, id, published, updated, ...overrides }: ItemOverrides = {}): FeedItem {
  const item: Omit<FeedItem, "key"> = {
    id: (id ?? "tag:dispatch.example,2024:/2024/07/11/vienna/") as FeedId,
    url: "https://dispatch.example/2024/07/11/vienna/",
    title: "Envoys meet in Vienna",
    summary: "Both sides agree to meet again.",
    published: (published ?? "2024-07-11T04:00:00Z") as Instant,
    updated: (updated ?? "2024-07-11T04:00:00Z") as Instant,
    language: "en",
    authors: [],
    licence: undefined,
    categories: [],
    sources: [],
    image: undefined,
    content: makeArticleContent("<p>The talks go on.</p>\n"),
    ...overrides,
  };
  return { ...item, key: key ?? JSON.stringify(item) };
}

/** An item with the same text in every field that can contain an author's text. */
export function makeItemWithText(text: string): FeedItem {
  const sources = { heading: text, list: [{ name: text, url: undefined, published: undefined }] };
  return makeFeedItem({
    title: text,
    summary: text,
    categories: [{ term: "any", scheme: "https://dispatch.example/tags/", label: text }],
    image: makeFeedImage({ alt: text, caption: text, credit: text }),
    content: makeArticleContent(`<p>${escapeHtml(text)}</p>`, { corrections: [{ heading: text, text }], sources }),
  });
}

/** An article's picture of sample values, except for the fields that a test sets. */
export function makeFeedImage(overrides: Partial<FeedImage> = {}): FeedImage {
  const file = "content/2024/07/11/road.png";
  const stem = "/2024/07/11/road-1f0c9a2e" as Address;
  return {
    picture: { path: "2024/07/11/road.png", file, hash: "1f0c9a2e", stem, width: 1920, height: 1080 },
    file: `${stem}-960.jpg` as Address,
    url: "https://dispatch.example/2024/07/11/road-1f0c9a2e-960.jpg",
    width: 960,
    height: 540,
    alt: "A road",
    caption: undefined,
    credit: "Reuters",
    ...overrides,
  };
}

/** Renders a sample feed as the text of its file, in a build of its own except for what a test shares. */
export function renderFeedText(format: FeedFormat, feed: Feed, context: Partial<FeedContext> = {}): string {
  return formatFeed(format, feed, { ...createSampleContext(), ...context }).toString();
}

function createSampleContext(): FeedContext {
  return { bodies: sampleBodies, getFileSize, itemCache: createItemCache(), output: createByteArena() };
}

// Every image file has the same size.
const getFileSize: GetFileSize = () => 31_590;

/** Joins the pieces of a file as text. */
export function joinPieces(pieces: readonly Piece[]): string {
  return createByteArena()
    .writePieces(...pieces)
    .toString();
}

type ArticleContent = Extract<FeedItem["content"], { readonly kind: "article" }>;

/** An article's content. Its body key is the HTML itself, which `sampleBodies` looks up. */
export function makeArticleContent(html: string, overrides: Partial<ArticleContent> = {}): ArticleContent {
  const sources = { heading: "Sources", list: [{ name: "Reuters", url: undefined, published: undefined }] };
  return { kind: "article", body: html as BodyKey, corrections: [], sources, ...overrides };
}

/**
 * Reads the bodies of the samples, whose keys are the HTML itself. Like all our HTML it contains no character that XML
 * forbids.
 */
export const sampleBodies: BodyReader = makeBodyReader((key) => toDeliveredText(key) as Html);

/** Creates a body reader from a function that returns the HTML of a key. */
export function makeBodyReader(html: BodyReader["readHtml"]): BodyReader {
  return { readHtml: html, readUtf8: (key) => toUtf8(html(key)) };
}

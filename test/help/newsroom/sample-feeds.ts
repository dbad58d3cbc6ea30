import { type Feed, type FeedFormat, type FeedImage, type FeedItem, feedBytes } from "../../../src/feeds/feeds.ts";
import type { FeedId } from "../../../src/parse/parse.ts";
import type { Address } from "../../../src/values/address.ts";
import type { Instant } from "../../../src/values/instant.ts";
import { escaped } from "../../../src/values/text/escape.ts";
import type { Bodies, BodyKey, Html } from "../../../src/values/text/html.ts";
import { inUtf8 } from "../../../src/values/text/utf8.ts";
import type { Weights } from "../../../src/values/variants.ts";
import { asCarried } from "./odd-texts.ts";

type Different<T, K extends keyof T> = Partial<Omit<T, K>> & { readonly [Key in K]?: string };

/** A feed as the plan gives it, with only what a test is about told apart. */
export function sampleFeed({ id, updated, ...different }: Different<Feed, "id" | "updated"> = {}): Feed {
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
    siteUrl: "https://dispatch.example/",
    items: [],
    ...different,
  };
}

type DifferentItem = Different<FeedItem, "id" | "published" | "updated">;

/** An item of a feed, with only what a test is about told apart. */
export function sampleItem({ id, published, updated, ...different }: DifferentItem = {}): FeedItem {
  return {
    id: (id ?? "tag:dispatch.example,2024:/2024/07/11/vienna/") as FeedId,
    url: "https://dispatch.example/2024/07/11/vienna/",
    title: "Envoys meet in Vienna",
    summary: "Both sides agree to meet again.",
    published: (published ?? "2024-07-11T04:00:00Z") as Instant,
    updated: (updated ?? "2024-07-11T04:00:00Z") as Instant,
    language: "en",
    categories: [],
    sources: [],
    image: undefined,
    content: articleContent("<p>The talks go on.</p>\n"),
    ...different,
  };
}

/** An item that says one text wherever an author's text can stand. */
export function itemSaying(text: string): FeedItem {
  const sources = { heading: text, list: [{ name: text, url: undefined, published: undefined }] };
  return sampleItem({
    title: text,
    summary: text,
    categories: [{ term: "any", scheme: "https://dispatch.example/tags/", label: text }],
    image: sampleImage({ alt: text, caption: text, credit: text }),
    content: articleContent(`<p>${escaped(text)}</p>`, { corrections: [{ heading: text, text }], sources }),
  });
}

/** An article's picture, with only what a test is about told apart. */
export function sampleImage(different: Partial<FeedImage> = {}): FeedImage {
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
    ...different,
  };
}

/** A feed of samples as the text of its file. */
export function feedText(format: FeedFormat, feed: Feed, bodies: Bodies = sampleBodies): string {
  return feedBytes(format, feed, bodies, weights).toString();
}

// All the same.
const weights: Weights = () => 31_590;

type ArticleContent = Extract<FeedItem["content"], { readonly kind: "article" }>;

/** An article's content; its text is told outright, and found by `sampleBodies`. */
export function articleContent(html: string, different: Partial<ArticleContent> = {}): ArticleContent {
  const sources = { heading: "Sources", list: [{ name: "Reuters", url: undefined, published: undefined }] };
  return { kind: "article", body: html as BodyKey, corrections: [], sources, ...different };
}

/** Finds the texts of the samples: each is its own key. As any text's, its HTML holds no character that XML forbids. */
export const sampleBodies: Bodies = bodiesBy((key) => asCarried(key) as Html);

/** Finds texts as told. */
export function bodiesBy(html: Bodies["html"]): Bodies {
  return { html, utf8: (key) => inUtf8(html(key)) };
}

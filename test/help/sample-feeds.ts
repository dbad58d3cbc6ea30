import type { Feed, FeedItem } from "../../src/feeds/feeds.ts";
import type { FeedId } from "../../src/parse/parse.ts";
import { escaped } from "../../src/values/escape.ts";
import type { Bodies, BodyKey, Html } from "../../src/values/html.ts";
import type { Instant } from "../../src/values/instant.ts";

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
    image: { url: "https://dispatch.example/a.jpg", width: 960, height: 540, alt: text, caption: text, credit: text },
    content: articleContent(`<p>${escaped(text)}</p>`, { corrections: [{ heading: text, text }], sources }),
  });
}

type ArticleContent = Extract<FeedItem["content"], { readonly kind: "article" }>;

/** An article's content; its text is told outright, and found by `sampleBodies`. */
export function articleContent(html: string, different: Partial<ArticleContent> = {}): ArticleContent {
  const sources = { heading: "Sources", list: [{ name: "Reuters", url: undefined, published: undefined }] };
  return { kind: "article", body: html as BodyKey, corrections: [], sources, ...different };
}

/** Finds the texts of the samples: each is its own key. */
export const sampleBodies: Bodies = (key) => key as string as Html;

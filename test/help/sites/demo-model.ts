import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Article } from "../../../src/parse/parse.ts";
import { plannedSite } from "../../../src/site/site.ts";
import { instantFrom } from "../../../src/values/instant.ts";
import { htmlPage } from "../readers/html-reader.ts";
import { demoNow } from "./demo.ts";
import { temporaryFolder } from "./folders.ts";

/** What stands in the demo's content folder, as its authors know it: nothing here was planned or written by a feed. */
export interface DemoModel {
  /** Those that readers may see, newest first by (moment, id). */
  readonly articles: readonly Article[];
  /** An article's text as a reader sees it, without markup. */
  readonly textOf: (article: Article) => string;
  /** A tag's title in a language. */
  readonly tagTitle: (slug: string, language: Article["language"]) => string;
}

/** The same for all who ask in a process. */
export function demoModel(): Promise<DemoModel> {
  known ??= readModel();
  return known;
}

let known: Promise<DemoModel> | undefined;

async function readModel(): Promise<DemoModel> {
  const now = instantFrom(demoNow);
  if (now === undefined) throw new Error("Expected an instant.");
  const wanted = { content: "content", cache: temporaryFolder(), links: undefined, now };
  const { articles, bodies } = await plannedSite(wanted);
  const tags: readonly TagEntry[] = parse(readFileSync("content/tags.yaml", "utf8"));
  return {
    articles: articles.filter(({ draft, date }) => !draft && date <= now).sort(newestFirst),
    textOf: ({ body }) => htmlPage(bodies.html(body)).text("body"),
    tagTitle: (slug, language) => tags.find((tag) => tag.slug === slug)?.title[language] ?? slug,
  };
}

interface TagEntry {
  readonly slug: string;
  readonly title: Readonly<Record<Article["language"], string>>;
}

function newestFirst(a: Article, b: Article): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

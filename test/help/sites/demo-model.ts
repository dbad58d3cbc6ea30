import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Article } from "../../../src/parse/parse.ts";
import { planWholeSite } from "../../../src/site/site.ts";
import { parseInstant } from "../../../src/values/instant.ts";
import { readHtml } from "../readers/html-reader.ts";
import { demoNow } from "./demo.ts";
import { createTemporaryFolder } from "./folders.ts";

/** The demo's content as parsed, before planning and rendering. Tests compare feeds with it. */
export interface DemoModel {
  /** Published articles, newest first by date, then by id. */
  readonly articles: readonly Article[];
  /** An article's text without markup. */
  readonly textOf: (article: Article) => string;
  /** A tag's title in a language. */
  readonly tagTitle: (slug: string, language: Article["language"]) => string;
}

/** Reads the demo's content, once in a process. */
export function loadDemoModel(): Promise<DemoModel> {
  cachedModel ??= readDemoModel();
  return cachedModel;
}

let cachedModel: Promise<DemoModel> | undefined;

async function readDemoModel(): Promise<DemoModel> {
  const now = parseInstant(demoNow);
  if (now === undefined) throw new Error("Expected an instant.");
  const options = { content: "content", cache: createTemporaryFolder(), links: undefined, now };
  const { articles, bodies } = await planWholeSite(options);
  const tags: readonly TagEntry[] = parse(readFileSync("content/tags.yaml", "utf8"));
  return {
    articles: articles.filter(({ draft, date }) => !draft && date <= now).sort(compareNewestFirst),
    textOf: ({ body }) => readHtml(bodies.readHtml(body)).text("body"),
    tagTitle: (slug, language) => tags.find((tag) => tag.slug === slug)?.title[language] ?? slug,
  };
}

interface TagEntry {
  readonly slug: string;
  readonly title: Readonly<Record<Article["language"], string>>;
}

function compareNewestFirst(a: Article, b: Article): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

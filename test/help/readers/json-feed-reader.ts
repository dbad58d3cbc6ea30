import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ReadFeed, ReadItem } from "./feed-reader.ts";

type Fields = Readonly<Record<string, unknown>>;

const schema: Fields = JSON.parse(readFileSync(join(import.meta.dirname, "json-feed.schema.json"), "utf8"));
const validate = new Ajv2020({ allErrors: true })
  .addFormat("uri", (text) => /^https?:\/\//.test(text) && URL.canParse(text))
  .addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
  .compile(schema);

/** Reads a JSON feed and holds it against a schema of the specification; throws where it is no JSON object at all. */
export function readJsonFeed(source: string): ReadFeed {
  const feed = fieldsOf(JSON.parse(source));
  const items = listOf(feed.items).map(fieldsOf);
  return {
    complaints: complaintsAbout(feed),
    version: feed.version === "https://jsonfeed.org/version/1.1" ? "json11" : String(feed.version),
    title: textOf(feed.title),
    description: textOf(feed.description),
    page: textOf(feed.home_page_url),
    self: textOf(feed.feed_url),
    language: textOf(feed.language),
    items: items.map(readItem),
  };
}

function readItem(item: Fields): ReadItem {
  return {
    id: textOf(item.id),
    url: textOf(item.url),
    title: textOf(item.title),
    summary: textOf(item.summary),
    html: textOf(item.content_html),
    published: textOf(item.date_published),
    updated: textOf(item.date_modified),
    language: textOf(item.language),
    author: listOf(item.authors)
      .map((author) => textOf(fieldsOf(author).name))
      .at(0),
    tags: listOf(item.tags).map(String),
    image: item.image === item.banner_image ? textOf(item.image) : undefined,
  };
}

/** What the schema has to say: "/items/0/id must be string". */
function complaintsAbout(feed: Fields): readonly string[] {
  validate(feed);
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, Object.values(params).join()].join(" "),
  );
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function textOf(value: unknown): string | undefined {
  return isText(value) ? value : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): Fields {
  if (typeof value !== "object" || value === null) throw new Error(`Expected a JSON object, not ${String(value)}.`);
  return { ...value };
}

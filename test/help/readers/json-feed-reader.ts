import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ParsedFeed, ParsedFeedItem } from "./feed-reader.ts";

type Fields = Readonly<Record<string, unknown>>;

const schema: Fields = JSON.parse(readFileSync(join(import.meta.dirname, "json-feed.schema.json"), "utf8"));
const validate = new Ajv2020({ allErrors: true })
  .addFormat("uri", (text) => /^https?:\/\//.test(text) && URL.canParse(text))
  .addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
  .compile(schema);

/**
 * Reads a JSON feed and validates it against a schema of the JSON Feed 1.1 specification. Throws if it is not a JSON
 * object.
 */
export function readJsonFeed(source: string): ParsedFeed {
  const feed = toFields(JSON.parse(source));
  const items = toList(feed.items).map(toFields);
  return {
    complaints: findComplaints(feed),
    version: feed.version === "https://jsonfeed.org/version/1.1" ? "json11" : String(feed.version),
    title: toText(feed.title),
    description: toText(feed.description),
    page: toText(feed.home_page_url),
    self: toText(feed.feed_url),
    language: toText(feed.language),
    items: items.map(readItem),
  };
}

function readItem(item: Fields): ParsedFeedItem {
  return {
    id: toText(item.id),
    url: toText(item.url),
    title: toText(item.title),
    summary: toText(item.summary),
    html: toText(item.content_html),
    published: toText(item.date_published),
    updated: toText(item.date_modified),
    language: toText(item.language),
    author: toList(item.authors)
      .map((author) => toText(toFields(author).name))
      .at(0),
    tags: toList(item.tags).map(String),
    image: item.image === item.banner_image ? toText(item.image) : undefined,
  };
}

/** The schema violations: "/items/0/id must be string". */
function findComplaints(feed: Fields): readonly string[] {
  validate(feed);
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, Object.values(params).join()].join(" "),
  );
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function toText(value: unknown): string | undefined {
  return isText(value) ? value : undefined;
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function toFields(value: unknown): Fields {
  if (typeof value !== "object" || value === null) throw new Error(`Expected a JSON object, not ${String(value)}.`);
  return { ...value };
}

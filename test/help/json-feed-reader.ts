import type { ReadFeed, ReadItem } from "./feed-reader.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a field may hold, and whether it has to be there. */
interface Rule {
  readonly holds: (value: unknown) => boolean;
  readonly required?: true;
}

const text: Rule = { holds: isText };
const requiredText: Rule = { holds: isText, required: true };
const url: Rule = { holds: (value) => isText(value) && URL.canParse(value) };
const date: Rule = { holds: (value) => isText(value) && rfc3339.test(value) };
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const authors: Rule = { holds: (value) => listOf(value).length > 0 && listOf(value).every(isAuthor) };

// The fields of JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/, as far as a text has use for them.
const feedRules: Readonly<Record<string, Rule>> = {
  version: { holds: (value) => value === "https://jsonfeed.org/version/1.1", required: true },
  title: requiredText,
  home_page_url: url,
  feed_url: url,
  description: text,
  next_url: url,
  icon: url,
  favicon: url,
  authors,
  language: text,
  expired: { holds: (value) => typeof value === "boolean" },
  hubs: { holds: (value) => Array.isArray(value) && value.every(isHub) },
  items: { holds: Array.isArray, required: true },
};

const itemRules: Readonly<Record<string, Rule>> = {
  id: requiredText,
  url,
  external_url: url,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: url,
  banner_image: url,
  date_published: date,
  date_modified: date,
  authors,
  tags: { holds: (value) => Array.isArray(value) && value.every(isText) },
  language: text,
  attachments: { holds: (value) => Array.isArray(value) && value.every(isAttachment) },
};

/** Reads a JSON feed and holds it against the specification; throws where it is no JSON object at all. */
export function readJsonFeed(source: string): ReadFeed {
  const feed = fieldsOf(JSON.parse(source));
  const items = listOf(feed.items).map(fieldsOf);
  return {
    complaints: [
      ...complaints(feed, feedRules),
      ...items.flatMap((item) => [...complaints(item, itemRules), ...withoutContent(item)]),
    ],
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

// Fields that the specification does not know must begin with an underscore.
function complaints(fields: Fields, rules: Readonly<Record<string, Rule>>): readonly string[] {
  const missing = Object.keys(rules).filter((name) => rules[name]?.required && !(name in fields));
  const unknown = Object.keys(fields).filter((name) => !(name in rules) && !name.startsWith("_"));
  const wrong = Object.keys(fields).filter((name) => rules[name]?.holds(fields[name]) === false);
  return [
    ...missing.map((name) => `${name} is missing`),
    ...unknown.map((name) => `${name} is unknown`),
    ...wrong.map((name) => `${name} may not be ${JSON.stringify(fields[name])}`),
  ];
}

function withoutContent(item: Fields): readonly string[] {
  return "content_html" in item || "content_text" in item ? [] : ["content_html and content_text are missing"];
}

function isAuthor(value: unknown): boolean {
  const { name, url: page, avatar } = fieldsOf(value);
  return [name, page, avatar].some(isText) && [name, page, avatar].every((each) => each === undefined || isText(each));
}

function isHub(value: unknown): boolean {
  const { type, url: at } = fieldsOf(value);
  return isText(type) && url.holds(at);
}

function isAttachment(value: unknown): boolean {
  const { url: at, mime_type, size_in_bytes } = fieldsOf(value);
  return url.holds(at) && isText(mime_type) && Number.isInteger(size_in_bytes);
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

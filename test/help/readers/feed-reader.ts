import { execFileSync } from "node:child_process";
import { readJsonFeed } from "./json-feed-reader.ts";

/** A feed as a feed reader parses it, in any format. A field that the feed does not have is undefined. */
export interface ParsedFeed {
  /** Violations of its format; empty if it is valid. */
  readonly complaints: readonly string[];
  /** "rss20", "atom10" or "json11". */
  readonly version: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** The URL of the page that the feed belongs to. */
  readonly page: string | undefined;
  readonly self: string | undefined;
  readonly language: string | undefined;
  readonly items: readonly ParsedFeedItem[];
}

/** An item of a parsed feed. Dates are in UTC: "2024-07-11T04:00:00Z". */
export interface ParsedFeedItem {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  /** Plain text. */
  readonly summary: string | undefined;
  readonly html: string | undefined;
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly language: string | undefined;
  readonly author: string | undefined;
  readonly tags: readonly string[];
  readonly image: string | undefined;
}

/**
 * Reads feeds of any format in one batch: RSS and Atom with feedparser, JSON Feed with a validator of its
 * specification. Links stay as written and the HTML is not sanitized.
 */
export function readFeeds(texts: readonly string[]): readonly ParsedFeed[] {
  const isJson = (text: string) => text.startsWith("{");
  const xmlFeeds = parseWithFeedparser(texts.filter((text) => !isJson(text)));
  let nextXmlFeed = 0;
  return texts.flatMap((text) => (isJson(text) ? readJsonFeed(text) : (xmlFeeds[nextXmlFeed++] ?? [])));
}

function parseWithFeedparser(texts: readonly string[]): readonly ParsedFeed[] {
  if (texts.length === 0) return [];
  // Debian's Python: only that one can import the package python3-feedparser. JSON has no undefined, so the script
  // prints null.
  const output = execFileSync("/usr/bin/python3", ["-c", feedparserScript], {
    input: JSON.stringify(texts),
    encoding: "utf8",
    env: { PYTHONIOENCODING: "utf-8" },
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(output, (_, value) => value ?? undefined);
}

// Summaries in RSS are HTML, so they are unescaped to plain text. feedparser gives an item's language with the title in
// Atom, and with the item in RSS.
const feedparserScript = `
import calendar, datetime, feedparser, html, io, json, sys

def moment(parsed):
    if parsed is None: return None
    return datetime.datetime.utcfromtimestamp(calendar.timegm(parsed)).strftime("%Y-%m-%dT%H:%M:%SZ")

def link(of, rel):
    urls = [each.get("href") for each in of.get("links", []) if each.get("rel") == rel]
    return urls[0] if len(urls) == 1 else None

def item(entry, version):
    summary = entry.get("summary")
    content = entry.get("content", [])
    media = entry.get("media_content", [])
    return {
        "id": entry.get("id"),
        "url": link(entry, "alternate"),
        "title": entry.get("title"),
        "summary": html.unescape(summary) if summary and version == "rss20" else summary,
        "html": content[0]["value"] if len(content) == 1 and content[0]["type"] == "text/html" else None,
        "published": moment(entry.get("published_parsed")),
        "updated": moment(entry.get("updated_parsed")),
        "language": entry.get("language") or entry.get("title_detail", {}).get("language"),
        "author": entry.get("author_detail", {}).get("name"),
        "tags": [tag.get("label") or tag.get("term") for tag in entry.get("tags", [])],
        "image": media[0].get("url") if len(media) == 1 and media[0].get("medium") == "image" else None,
    }

def read(text):
    options = {"sanitize_html": False, "resolve_relative_uris": False}
    parsed = feedparser.parse(io.BytesIO(text.encode("utf-8")), **options)
    return {
        "complaints": [repr(parsed.get("bozo_exception"))] if parsed.bozo else [],
        "version": parsed.version,
        "title": parsed.feed.get("title"),
        "description": parsed.feed.get("subtitle"),
        "page": link(parsed.feed, "alternate"),
        "self": link(parsed.feed, "self"),
        "language": parsed.feed.get("language"),
        "items": [item(entry, parsed.version) for entry in parsed.entries],
    }

json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`;

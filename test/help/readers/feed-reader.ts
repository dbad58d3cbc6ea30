import { execFileSync } from "node:child_process";
import { readJsonFeed } from "./json-feed-reader.ts";

/** A feed as a subscriber's reader understands it, whatever its format. undefined where the feed does not say. */
export interface ReadFeed {
  /** What is against the rules of its format; empty where all is well. */
  readonly complaints: readonly string[];
  /** "rss20", "atom10" or "json11". */
  readonly version: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** The page whose news it carries. */
  readonly page: string | undefined;
  readonly self: string | undefined;
  readonly language: string | undefined;
  readonly items: readonly ReadItem[];
}

/** An item of such a feed. Dates are in UTC: "2024-07-11T04:00:00Z". */
export interface ReadItem {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  /** As plain text. */
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
 * Reads feeds in any format, all in one go: RSS and Atom with feedparser, JSON Feed by the rules of its specification.
 * Links are left as written, and nothing is cleaned out of the HTML.
 */
export function readFeeds(texts: readonly string[]): readonly ReadFeed[] {
  const isJson = (text: string) => text.startsWith("{");
  const parsed = readByFeedparser(texts.filter((text) => !isJson(text)));
  let next = 0;
  return texts.flatMap((text) => (isJson(text) ? readJsonFeed(text) : (parsed[next++] ?? [])));
}

function readByFeedparser(texts: readonly string[]): readonly ReadFeed[] {
  if (texts.length === 0) return [];
  // Debian's own Python: only that one sees the package python3-feedparser. No undefined in JSON, so it says null.
  const answer = execFileSync("/usr/bin/python3", ["-c", bridge], {
    input: JSON.stringify(texts),
    encoding: "utf8",
    env: { PYTHONIOENCODING: "utf-8" },
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(answer, (_, value) => value ?? undefined);
}

// RSS says summaries as HTML, so there the text is what the HTML shows. A reader of Atom finds an item's language around
// its title, one of RSS beside it.
const bridge = `
import calendar, datetime, feedparser, html, io, json, sys

def moment(parsed):
    if parsed is None: return None
    return datetime.datetime.utcfromtimestamp(calendar.timegm(parsed)).strftime("%Y-%m-%dT%H:%M:%SZ")

def link(of, rel):
    found = [each.get("href") for each in of.get("links", []) if each.get("rel") == rel]
    return found[0] if len(found) == 1 else None

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
    told = feedparser.parse(io.BytesIO(text.encode("utf-8")), **options)
    return {
        "complaints": [repr(told.get("bozo_exception"))] if told.bozo else [],
        "version": told.version,
        "title": told.feed.get("title"),
        "description": told.feed.get("subtitle"),
        "page": link(told.feed, "alternate"),
        "self": link(told.feed, "self"),
        "language": told.feed.get("language"),
        "items": [item(entry, told.version) for entry in told.entries],
    }

json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`;

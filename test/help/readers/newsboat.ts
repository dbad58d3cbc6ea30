import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { runCommand } from "../sites/command.ts";
import { createTemporaryFolder, writeFiles } from "../sites/folders.ts";

/**
 * Debian's newsboat with its own settings and cache, as one subscriber uses it. It reads RSS and Atom; version 2.21
 * does not support JSON Feed.
 */
export interface Newsboat {
  /** Subscribes to these feeds and fetches them. Returns all items in its cache, oldest first. */
  readonly reload: (feeds: readonly string[]) => Promise<readonly NewsboatItem[]>;
  /** Marks all items as read. */
  readonly readAll: () => Promise<void>;
}

/** An item in newsboat's cache. */
export interface NewsboatItem {
  readonly guid: string;
  /** The URL of the feed that contained it last. */
  readonly feed: string;
  readonly unread: boolean;
  readonly url: string;
  readonly title: string;
  readonly html: string;
  /** "2024-07-11T04:00:00Z" */
  readonly published: string;
}

/**
 * Creates a newsboat that has no subscriptions.
 *
 * @param certificate a file of certificates to trust; by default those of the system
 */
export function createNewsboat(certificate?: string): Newsboat {
  const folder = createTemporaryFolder();
  writeFiles(folder, { config: "", urls: "" });
  const readItems = () => readCache(join(folder, "cache.db"));
  const run = async (...args: readonly string[]) => {
    const files = ["-q", "-u", "urls", "-c", "cache.db", "-C", "config"];
    // A separate HOME, so that it does not read the settings of the user who runs the tests.
    const environment = { HOME: folder, LC_ALL: "C.UTF-8", ...(certificate && { CURL_CA_BUNDLE: certificate }) };
    const { code, out, errors } = await runCommand("/usr/bin/newsboat", [...files, ...args], { folder, environment });
    if (code !== 0) throw new Error(`newsboat ${args.join(" ")} ended with ${code}:\n${out}${errors}`);
  };
  return {
    reload: async (feeds) => {
      writeFiles(folder, { urls: feeds.map((url) => `${url}\n`).join("") });
      await run("-x", "reload");
      return readItems();
    },
    readAll: async () => {
      writeFiles(folder, {
        read: readItems()
          .map(({ guid }) => `${guid}\n`)
          .join(""),
      });
      await run("-I", "read");
    },
  };
}

function readCache(cache: string): readonly NewsboatItem[] {
  const output = execFileSync("/usr/bin/python3", ["-c", cacheScript, cache], { encoding: "utf8" });
  return JSON.parse(output);
}

const cacheScript = `
import datetime, json, sqlite3, sys

columns = "guid, feedurl, unread, url, title, content, pubDate"
rows = sqlite3.connect(sys.argv[1]).execute("SELECT " + columns + " FROM rss_item WHERE deleted = 0 ORDER BY pubDate, guid")
json.dump([{
    "guid": guid,
    "feed": feed,
    "unread": unread == 1,
    "url": url,
    "title": title,
    "html": html,
    "published": datetime.datetime.utcfromtimestamp(published).strftime("%Y-%m-%dT%H:%M:%SZ"),
} for guid, feed, unread, url, title, html, published in rows], sys.stdout)
`;

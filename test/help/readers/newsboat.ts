import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { command } from "../sites/command.ts";
import { temporaryFolder, writeFiles } from "../sites/folders.ts";

/**
 * Debian's newsboat as one subscriber has it, with settings and a memory of its own. It reads RSS and Atom; JSON Feed it does
 * not know (2.21).
 */
export interface Newsboat {
  /** Fetches what is subscribed to; all items that it knows then, oldest first. */
  readonly reload: (feeds: readonly string[]) => Promise<readonly KeptItem[]>;
  /** The subscriber has read everything. */
  readonly readAll: () => Promise<void>;
}

/** An item as newsboat keeps it. */
export interface KeptItem {
  readonly guid: string;
  /** The feed that it came with last. */
  readonly feed: string;
  readonly unread: boolean;
  readonly url: string;
  readonly title: string;
  readonly html: string;
  /** "2024-07-11T04:00:00Z" */
  readonly published: string;
}

/** @param certificate a file with the certificates of hosts that are to be trusted; by default those that the system trusts */
export function newsboat(certificate?: string): Newsboat {
  const folder = temporaryFolder();
  writeFiles(folder, { config: "", urls: "" });
  const kept = () => keptIn(join(folder, "cache.db"));
  const run = async (...args: readonly string[]) => {
    const files = ["-q", "-u", "urls", "-c", "cache.db", "-C", "config"];
    // The home keeps it from the settings of whoever runs the tests.
    const environment = { HOME: folder, LC_ALL: "C.UTF-8", ...(certificate && { CURL_CA_BUNDLE: certificate }) };
    const { code, out, errors } = await command("/usr/bin/newsboat", [...files, ...args], { folder, environment });
    if (code !== 0) throw new Error(`newsboat ${args.join(" ")} ended with ${code}:\n${out}${errors}`);
  };
  return {
    reload: async (feeds) => {
      writeFiles(folder, { urls: feeds.map((url) => `${url}\n`).join("") });
      await run("-x", "reload");
      return kept();
    },
    readAll: async () => {
      writeFiles(folder, {
        read: kept()
          .map(({ guid }) => `${guid}\n`)
          .join(""),
      });
      await run("-I", "read");
    },
  };
}

function keptIn(cache: string): readonly KeptItem[] {
  const answer = execFileSync("/usr/bin/python3", ["-c", bridge, cache], { encoding: "utf8" });
  return JSON.parse(answer);
}

const bridge = `
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

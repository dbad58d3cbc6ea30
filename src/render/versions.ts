import { createHash } from "node:crypto";
import type { Feed } from "../feeds/feeds.ts";
import type { Page } from "../plan/plan.ts";
import { addVersion } from "../values/address.ts";
import { readSitePicture } from "./published-picture.ts";
import { readStyleSheet } from "./stylesheet.ts";

/** The versions of the files whose bytes change with Dateline, while their addresses stay: a hash of each. */
export interface FileVersions {
  readonly stylesheet: string;
  readonly icon: string;
  readonly logo: string;
}

/** Hashes the files of this version of Dateline. */
export function readFileVersions(): FileVersions {
  return {
    stylesheet: hashBytes(readStyleSheet()),
    icon: hashBytes(readSitePicture("icon.png")),
    logo: hashBytes(readSitePicture("logo.png")),
  };
}

/**
 * Adds the version of the style sheet to the link of a page, so that no browser shows a new page in an old style
 * (RFC 9111, 4.2.2). The version is a query and not a name, because an old page, in a cache or on a mirror, must find a
 * style sheet too: hosts, `file://` and IPFS ignore the query.
 */
export function addStyleVersion<P extends Page>(page: P, { stylesheet }: FileVersions): P {
  if (!("frame" in page)) return page;
  const { frame } = page;
  const site = { ...frame.site, stylesheet: addVersion(frame.site.stylesheet, stylesheet) };
  return { ...page, frame: { ...frame, site } };
}

/** Adds the versions of the pictures that a feed reader shows beside a feed, and keeps. */
export function addPictureVersions(feed: Feed, { icon, logo }: FileVersions): Feed {
  return { ...feed, icon: addVersion(feed.icon, icon), logo: { ...feed.logo, url: addVersion(feed.logo.url, logo) } };
}

function hashBytes(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 8);
}

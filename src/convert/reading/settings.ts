import { isTimeZone } from "../../values/instant.ts";
import type { ArchiveSite } from "../archive.ts";
import type { ReportLoss } from "../losses.ts";
import type { Keys } from "./front-matter.ts";

/** Joins what the user said of a site with what the archive says of it. What neither says is in UTC, and in English. */
export function pickSite(
  given: Partial<ArchiveSite>,
  found: { readonly [K in keyof ArchiveSite]: string | undefined },
): ArchiveSite {
  const timezone = given.timezone ?? found.timezone ?? "UTC";
  return {
    title: given.title ?? found.title,
    description: given.description ?? found.description,
    url: given.url ?? found.url,
    // "uk_UA" and "uk-UA" are Ukrainian.
    language: (given.language ?? found.language ?? "en").toLowerCase().replace(/[_.@].*|-(?:us|gb|ua|ru)$/, ""),
    timezone: isTimeZone(timezone) ? timezone : "UTC",
  };
}

/** The address of a site, with a "/" at its end; undefined if it is not on a web host of its own. */
export function toUrl(url: string | undefined, path: string | undefined): string | undefined {
  const address = url?.startsWith("//") ? `https:${url}` : url;
  if (address === undefined || !/^https?:\/\/[^/]+\.[a-z]/i.test(address)) return undefined;
  return `${address.replace(/\/+$/, "")}/${(path ?? "").replace(/^\/+|\/+$/g, "")}/`.replace(/\/+$/, "/");
}

/** Reports the keys of front matter that no one reads. */
export function reportOtherKeys(keys: Keys, known: string, file: string, report: ReportLoss): void {
  const knownKeys = new Set(known.split(" "));
  for (const [key, value] of Object.entries(keys))
    if (!knownKeys.has(key) && value !== null && value !== "") report("key", file, `${key}: ${shorten(value)}`);
}

function shorten(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

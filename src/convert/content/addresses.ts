import { posix } from "node:path";
import { type Archive, type ArchiveText, nameScheme } from "../archive.ts";

/** What a link of an archive leads to. */
export type LinkTarget =
  /** `fragment`: "" or "#place". */
  | { readonly kind: "text"; readonly text: ArchiveText; readonly fragment: string }
  /** A path of the old site, at which no text of the archive stood. */
  | { readonly kind: "path"; readonly path: string; readonly fragment: string }
  | { readonly kind: "outside"; readonly url: string }
  | { readonly kind: "nowhere" };

/** Finds what links lead to. */
export type FindTarget = (url: string, from: ArchiveText) => LinkTarget;

/** Indexes the texts of an archive by their old addresses and names. */
export function createTargetSearch({ site, texts }: Archive): FindTarget {
  const byAddress = new Map<string, ArchiveText>();
  const byName = new Map<string, ArchiveText>();
  for (const text of texts) {
    for (const address of text.addresses) setOnce(byAddress, foldAddress(address), text);
    for (const name of text.names) setOnce(byName, name.toLowerCase(), text);
  }
  const findText = (path: string) => byAddress.get(foldAddress(path));
  return (url, from) => {
    const [, address = "", fragment = ""] = /^([^#]*)(#[\s\S]*)?$/.exec(url.trim()) ?? [];
    if (address.startsWith(nameScheme)) return findByName(address.slice(nameScheme.length), fragment, byName, from);
    if (/^mailto:/i.test(address)) return { kind: "outside", url };
    const isWeb = /^(?:https?:)?\/\//i.test(address);
    if (!isWeb && /^[a-z][a-z\d+.-]*:/i.test(address)) return { kind: "nowhere" };
    if (isWeb && !isOnSite(address, site.url)) return toOutside(url);
    if (address === "" && fragment.length > 1) return { kind: "text", text: from, fragment };
    if (address === "") return { kind: "nowhere" };
    const path = toSitePath(address, from, site.url);
    const file = /\.(?:md|markdown|rst)$/i.test(address)
      ? posix.join(posix.dirname(from.names[0] ?? ""), decode(address))
      : undefined;
    const text = findText(path) ?? (file === undefined ? undefined : byName.get(file.toLowerCase()));
    return text === undefined ? { kind: "path", path, fragment } : { kind: "text", text, fragment };
  };
}

function setOnce<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}

function findByName(
  name: string,
  fragment: string,
  byName: ReadonlyMap<string, ArchiveText>,
  from: ArchiveText,
): LinkTarget {
  const plain = decode(name)
    .toLowerCase()
    .replace(/^\.?\//, "")
    .replace(/\/$/, "");
  const beside = posix.join(posix.dirname(from.names[0] ?? ""), plain).toLowerCase();
  const candidates = [plain, beside, plain.replace(/^_posts\//, ""), plain.split("/").at(-1) ?? plain, `${plain}.md`];
  const text = candidates.map((candidate) => byName.get(candidate)).find((found) => found !== undefined);
  return text === undefined ? { kind: "nowhere" } : { kind: "text", text, fragment };
}

function toOutside(url: string): LinkTarget {
  const address = url.trim().startsWith("//") ? `https:${url.trim()}` : url.trim();
  return /^https?:\/\/[^/\s]/i.test(address) && URL.canParse(address) && !/\s/.test(address)
    ? { kind: "outside", url: address }
    : { kind: "nowhere" };
}

function isOnSite(address: string, siteUrl: string | undefined): boolean {
  if (siteUrl === undefined) return false;
  const host = /^(?:https?:)?\/\/([^/]+)/i.exec(address)?.[1]?.toLowerCase() ?? "";
  return host.replace(/^www\./, "") === new URL(siteUrl).host.replace(/^www\./, "");
}

/** The path of an address from the root of the old site. */
function toSitePath(address: string, from: ArchiveText, siteUrl: string | undefined): string {
  const base = siteUrl === undefined ? "/" : new URL(siteUrl).pathname;
  const absolute = /^(?:https?:)?\/\/[^/]+(.*)$/i.exec(address)?.[1];
  if (absolute === undefined && !address.startsWith("/"))
    return posix.join(posix.dirname(`${from.addresses[0] ?? "/"}x`), address);
  const path = absolute === undefined ? address : absolute === "" ? "/" : absolute;
  return base !== "/" && `${path}/`.startsWith(base) ? path.slice(base.length - 1) || "/" : path;
}

/** One form of addresses that hosts answer with the same page. */
function foldAddress(address: string): string {
  const path = decode(address.replace(/\?.*$/, "")).toLowerCase();
  return path
    .replace(/(?:\/index)?\.html?$/, "")
    .replace(/\/index$/, "")
    .replace(/^\/*|\/*$/g, "");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

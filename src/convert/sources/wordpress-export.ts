import { UserError } from "../../values/user-error.ts";
import type { Archive, ArchiveRequest, ArchiveSite, ArchiveSource, ArchiveText } from "../archive.ts";
import { cleanText, listArchiveFiles, readArchiveFile } from "../reading/files.ts";
import { parseMoment } from "../reading/moments.ts";
import { toPath } from "../reading/permalinks.ts";
import { pickSite, toUrl } from "../reading/settings.ts";
import { parseWxr, type Wxr, type WxrItem } from "../reading/wxr.ts";
import { convertWordpressText } from "../text/wordpress-html.ts";

/** The export of WordPress (WXR): XML files in a folder, with wp-content/uploads beside them if there are pictures. */
export const wordpressExport: ArchiveSource = { name: "wordpress-export", read: readWordpress };

function readWordpress({ folder, site: given, report }: ArchiveRequest): Archive {
  const files = listArchiveFiles(folder).filter(
    (file) => /\.xml$/i.test(file) && !/(?:^|\/)(?:wp-content|uploads)\//.test(file),
  );
  const exports = files.flatMap((file) => {
    const xml = readArchiveFile(folder, file, report);
    return /<rss\b[\s\S]*?<channel\b/.test(xml) ? [{ file, wxr: parseWxr(xml, file) }] : [];
  });
  const [first] = exports;
  if (first === undefined) throw new UserError(`${folder} has no export of WordPress: an XML file with <rss> in it.`);
  const { channel } = first.wxr;
  const site = pickSite(given, {
    title: channel.title,
    description: channel.description,
    url: toUrl(channel.base_blog_url ?? channel.link, undefined),
    language: channel.language,
    timezone: undefined,
  });
  const texts = exports.flatMap(({ file, wxr }) => {
    const pictures = new Map(wxr.items.map(({ texts: item }) => [item.post_id ?? "", item.attachment_url ?? ""]));
    return wxr.items.flatMap((item) => readItem(item, { file, wxr, site, report, pictures }) ?? []);
  });
  const categories = exports.flatMap(({ wxr }) => wxr.items.flatMap((item) => item.categories));
  const tagSlugs = new Map(categories.map(({ name, nicename }) => [name.trim(), nicename]));
  return { site, texts, tagSlugs, staticFolders: ["", "wp-content/uploads", "uploads"] };
}

interface Context {
  readonly file: string;
  readonly wxr: Wxr;
  readonly site: ArchiveSite;
  readonly report: ArchiveRequest["report"];
  /** The addresses of attachments by their id. */
  readonly pictures: ReadonlyMap<string, string>;
}

function readItem(item: WxrItem, context: Context): ArchiveText | undefined {
  const { texts, categories, meta, commentCount } = item;
  const { wxr, site, report, pictures } = context;
  const type = texts.post_type ?? "post";
  const file = `${context.file}: ${texts.title || texts.post_name || texts.post_id}`;
  if (type === "attachment" || type === "nav_menu_item") return undefined;
  if (type !== "post" && type !== "page") {
    report("left out", file, `is of the type ${type}`);
    return undefined;
  }
  if (texts.status === "trash" || texts.status === "auto-draft") {
    report("left out", file, `is in the state ${texts.status}`);
    return undefined;
  }
  if (commentCount > 0) report("reader comment", file, `${commentCount}`);
  const address = readAddress(texts.link, site);
  const slug = texts.post_name || address?.replace(/\/$/, "").split("/").at(-1) || (texts.title ?? "");
  const thumbnail = pictures.get(meta.get("_thumbnail_id") ?? "");
  return {
    kind: type === "post" ? "article" : "page",
    file,
    title: cleanText(texts.title ?? "").trim() || undefined,
    summary: texts["excerpt:encoded"]?.trim() || undefined,
    date: type === "post" ? readDate(texts, site) : undefined,
    updated: undefined,
    // What only some could read must not be published by a move.
    draft: !/^(?:publish|future|inherit|)$/.test(texts.status ?? "") || (texts.post_password ?? "") !== "",
    language: undefined,
    tags: categories.filter(({ domain }) => /^(?:category|post_tag|tag)$/.test(domain)).map(({ name }) => name.trim()),
    authors: texts.creator ? [wxr.authors.get(texts.creator) || texts.creator] : [],
    slug: decodeUri(slug),
    addresses: address === undefined ? [] : [address],
    feedId: type === "post" ? texts.guid : undefined,
    sourceUrl: undefined,
    image: thumbnail ? { src: thumbnail, alt: undefined } : undefined,
    body: convertWordpressText(cleanText(texts["content:encoded"] ?? ""), (kind, what) => report(kind, file, what)),
    format: "html",
    names: [],
  };
}

function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A draft has no address but "/?p=35", at which nothing else can answer. */
function readAddress(link: string | undefined, { url }: ArchiveSite): string | undefined {
  if (link === undefined || !URL.canParse(link) || new URL(link).search !== "") return undefined;
  const path = new URL(link).pathname;
  const base = url === undefined ? "/" : new URL(url).pathname;
  return toPath(path.startsWith(base) ? path.slice(base.length) : path);
}

function readDate({ post_date_gmt: utc, post_date: local, pubDate }: WxrItem["texts"], { timezone }: ArchiveSite) {
  const isSet = utc !== undefined && !utc.startsWith("0000");
  return (
    (isSet ? parseMoment(`${utc.trim()} UTC`, timezone) : undefined) ??
    parseMoment(local, timezone) ??
    parseMoment(pubDate, timezone)
  );
}

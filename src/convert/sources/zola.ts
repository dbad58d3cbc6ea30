import { existsSync } from "node:fs";
import { join } from "node:path";
import { isLanguage } from "../../values/language.ts";
import { UserError } from "../../values/user-error.ts";
import {
  type Archive,
  type ArchiveRequest,
  type ArchiveSite,
  type ArchiveSource,
  type ArchiveText,
  nameScheme,
} from "../archive.ts";
import { listArchiveFiles, readArchiveFile } from "../reading/files.ts";
import { asKeys, asText, asTexts, type Keys, parseSettingsText, splitArchiveText } from "../reading/front-matter.ts";
import { parseFirstMoment, parseMoment } from "../reading/moments.ts";
import { toPath } from "../reading/permalinks.ts";
import { pickSite, reportOtherKeys, toUrl } from "../reading/settings.ts";
import { expandShortcodes, type ShortcodeSyntax } from "../text/paired-shortcodes.ts";

/** Zola: content/ with front matter in TOML, and config.toml. */
export const zola: ArchiveSource = { name: "zola", read: readZola };

function readZola({ folder, site: given, report }: ArchiveRequest): Archive {
  const configFile = ["config.toml", "zola.toml"].find((name) => existsSync(join(folder, name)));
  if (configFile === undefined || !existsSync(join(folder, "content")))
    throw new UserError(`${folder} has no config.toml and content: it is not an archive of Zola.`);
  const config = parseSettingsText(readArchiveFile(folder, configFile, report), configFile, report);
  const site = pickSite(given, {
    title: asText(config.title),
    description: asText(config.description),
    url: toUrl(asText(config.base_url), undefined),
    language: asText(config.default_language),
    timezone: undefined,
  });
  const files = listArchiveFiles(folder, "content").filter((file) => /\.md$/i.test(file));
  const context = { folder, site, report };
  const texts = files.flatMap((file) => readText(file, context) ?? []);
  return { site, texts, tagSlugs: new Map(), staticFolders: ["static", "content"] };
}

interface Context {
  readonly folder: string;
  readonly site: ArchiveSite;
  readonly report: ArchiveRequest["report"];
}

function readText(file: string, { folder, site, report }: Context): ArchiveText | undefined {
  const split = splitArchiveText(readArchiveFile(folder, file, report), file, report);
  if (split === undefined) return undefined;
  const { keys, body } = split;
  const path = file.slice("content/".length).split("/");
  const [, stem = "", suffix] = /^(.*?)(?:\.([a-z]{2}))?\.md$/i.exec(path.at(-1) ?? "") ?? [];
  if (stem === "_index") {
    if (body.trim() !== "") report("left out", file, "is the text of a list of other texts");
    return undefined;
  }
  if (suffix !== undefined && !isLanguage(suffix)) {
    report("language", file, suffix);
    return undefined;
  }
  const folders = stem === "index" ? path.slice(0, -2) : path.slice(0, -1);
  const name = stem === "index" ? (path.at(-2) ?? stem) : stem;
  const [, fileDate, rest = name] = /^(\d{4}-\d\d-\d\d)[^-_]*[-_](.+)$/.exec(name) ?? [];
  const own = asText(keys.path);
  const [, pathDate] = /(?:^|\/)(\d{4}\/\d{2}\/\d{2})\//.exec(own ?? "") ?? [];
  const date = parseFirstMoment([keys.date, fileDate, pathDate], site.timezone);
  const slug = own === undefined ? (asText(keys.slug) ?? rest) : (own.replace(/\/$/, "").split("/").at(-1) ?? rest);
  const prefix = suffix === undefined || suffix === site.language ? "" : `/${suffix}`;
  const address = `${toPath(own ?? [prefix, ...folders, slug].join("/")).replace(/\/$/, "")}/`;
  reportKeys(keys, file, report);
  return {
    kind: date === undefined ? "page" : "article",
    file,
    title: asText(keys.title),
    summary: asText(keys.description) ?? asText(asKeys(keys.extra).summary),
    date,
    updated: parseMoment(keys.updated, site.timezone),
    draft: keys.draft === true,
    language: suffix,
    tags: listTags(keys),
    authors: asTexts(keys.authors),
    slug,
    addresses: [address, ...asTexts(keys.aliases)],
    // Its feed has the address as the id.
    feedId: date !== undefined && site.url !== undefined ? site.url.replace(/\/$/, "") + address : undefined,
    sourceUrl: undefined,
    image: findImage(keys),
    body: expandShortcodes(toNames(body), zolaSyntax, (kind, what) => report(kind, file, what)),
    format: "markdown",
    names: [path.join("/")],
  };
}

function reportKeys(keys: Keys, file: string, report: ArchiveRequest["report"]): void {
  reportOtherKeys(
    keys,
    "title description date updated draft slug path aliases authors taxonomies template extra weight in_search_index",
    file,
    report,
  );
  const { extra, taxonomies } = keys;
  reportOtherKeys(asKeys(extra), "summary image cover", file, (kind, at, what) => report(kind, at, `extra.${what}`));
  reportOtherKeys(asKeys(taxonomies), "categories tags", file, (kind, at, what) =>
    report(kind, at, `taxonomies.${what}`),
  );
}

function listTags({ taxonomies }: Keys): readonly string[] {
  const { categories, tags } = asKeys(taxonomies);
  return [...asTexts(categories), ...asTexts(tags)];
}

function findImage({ extra }: Keys): ArchiveText["image"] {
  const { image, cover } = asKeys(extra);
  const src = asText(image) ?? asText(cover);
  return src === undefined ? undefined : { src, alt: undefined };
}

/** "@/blog/summit.md" is the text of that path. */
function toNames(body: string): string {
  return body.replace(/(\]\(<?|\]:\s*<?|href=["'])@\//g, `$1${nameScheme}`);
}

// "{{/* name() */}}" shows a shortcode to readers.
const zolaSyntax: ShortcodeSyntax = {
  tag: /\{[{%]-?\s*(?:(?<name>[a-z_]\w*)\s*\((?<words>(?:[^)"'`]|"[^"]*"|'[^']*'|`[^`]*`)*)\)|(?<close>end))\s*-?[%}]\}/gi,
  ends: "last",
  canHaveEnd: (tag) => tag.startsWith("{%"),
};

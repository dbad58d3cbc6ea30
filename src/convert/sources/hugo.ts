import { existsSync } from "node:fs";
import { join } from "node:path";
import { isLanguage } from "../../values/language.ts";
import { UserError } from "../../values/user-error.ts";
import type { Archive, ArchiveRequest, ArchiveSite, ArchiveSource, ArchiveText } from "../archive.ts";
import { listArchiveFiles, readArchiveFile } from "../reading/files.ts";
import {
  asKeys,
  asText,
  asTexts,
  isRecord,
  type Keys,
  parseSettingsText,
  splitArchiveText,
} from "../reading/front-matter.ts";
import { parseFirstMoment, parseMoment } from "../reading/moments.ts";
import { fillPermalink, toPath } from "../reading/permalinks.ts";
import { pickSite, reportOtherKeys, toUrl } from "../reading/settings.ts";
import { expandShortcodes, type ShortcodeSyntax } from "../text/paired-shortcodes.ts";
import type { TextReport } from "../text/report.ts";

/** Hugo: content/, with front matter in YAML, TOML or JSON, and hugo.toml or config.toml. */
export const hugo: ArchiveSource = { name: "hugo", read: readHugo };

function readHugo({ folder, site: given, report }: ArchiveRequest): Archive {
  const config = readConfig({ folder, site: given, report });
  const contentFolder = asText(config.contentdir) ?? "content";
  if (!existsSync(join(folder, contentFolder)))
    throw new UserError(`${folder} has no folder ${contentFolder}: it is not an archive of Hugo.`);
  const params = asKeys(config.params);
  const site = pickSite(given, {
    title: asText(config.title),
    description: asText(params.description),
    url: toUrl(asText(config.baseurl), undefined),
    language: asText(config.defaultcontentlanguage) ?? asText(config.languagecode),
    timezone: asText(config.timezone),
  });
  const context = { folder, contentFolder, config, site, report };
  const files = listArchiveFiles(folder, contentFolder).filter((file) => /\.(?:md|markdown|html?)$/i.test(file));
  return {
    site,
    texts: files.flatMap((file) => readText(file, context) ?? []),
    tagSlugs: new Map(),
    staticFolders: ["static", "assets", contentFolder],
  };
}

interface Context {
  readonly folder: string;
  readonly contentFolder: string;
  readonly config: Keys;
  readonly site: ArchiveSite;
  readonly report: ArchiveRequest["report"];
}

/** The settings are one file, or a folder with a file per key: config/_default/params.toml. */
function readConfig({ folder, report }: ArchiveRequest): Keys {
  const names = ["hugo", "config", "config/_default/hugo", "config/_default/config"];
  const parts = ["params", "permalinks", "languages"];
  const read = (name: string): Keys => {
    const file = [".toml", ".yaml", ".yml", ".json"]
      .map((ending) => name + ending)
      .find((path) => existsSync(join(folder, path)));
    return file === undefined ? {} : parseSettingsText(readArchiveFile(folder, file, report), file, report);
  };
  const main = names.map(read).find((keys) => Object.keys(keys).length > 0) ?? {};
  const others = parts.map((part) => [part, read(`config/_default/${part}`)] as const);
  return { ...Object.fromEntries(others.filter(([, keys]) => Object.keys(keys).length > 0)), ...main };
}

function readText(file: string, context: Context): ArchiveText | undefined {
  const { folder, site, report } = context;
  const place = findPlace(file, context);
  if (place === undefined) return undefined;
  const split = splitArchiveText(readArchiveFile(folder, file, report), file, report);
  if (split === undefined) return undefined;
  const { keys, body } = split;
  if (place.stem === "_index") {
    if (body.trim() !== "") report("left out", file, "is the text of a list of other texts");
    return undefined;
  }
  const date = parseFirstMoment([keys.date, keys.publishdate, place.date], site.timezone);
  const slug = asText(keys.slug) ?? (place.stem === "index" ? (place.folders.at(-1) ?? "index") : place.stem);
  reportOtherKeys(keys, knownKeys, file, report);
  const address = findAddress(keys, place, slug, date, context);
  const isArticle = date !== undefined && place.folders.length > (place.stem === "index" ? 1 : 0);
  return {
    kind: isArticle ? "article" : "page",
    file,
    title: asText(keys.title),
    summary: asText(keys.summary) ?? asText(keys.description) ?? asText(keys.excerpt),
    date: isArticle ? date : undefined,
    updated: parseMoment(keys.lastmod, site.timezone),
    draft: keys.draft === true || keys.draft === "true",
    language: place.language,
    tags: [...asTexts(keys.categories ?? keys.category), ...asTexts(keys.tags ?? keys.tag)],
    authors: asTexts(keys.authors ?? keys.author, /\s*,\s*/),
    slug,
    addresses: [address, ...asTexts(keys.aliases)],
    feedId: isArticle && site.url !== undefined ? site.url.replace(/\/$/, "") + address : undefined,
    sourceUrl: asText(keys.source) ?? asText(keys.external_url),
    image: findImage(keys),
    body: expandHugo(body, (kind, what) => report(kind, file, what)),
    format: /\.html?$/i.test(file) ? "html" : "markdown",
    names: listNames(place),
  };
}

const knownKeys =
  "title summary description excerpt date publishdate lastmod draft categories category tags tag authors author slug url aliases source external_url image images featured_image cover layout type weight";

/** Where a text stands: below the folder of its language, in a section, with its language at the end of its name. */
interface Place {
  readonly folders: readonly string[];
  readonly stem: string;
  readonly date: string | undefined;
  readonly language: string;
}

function findPlace(file: string, { folder, contentFolder, config, site, report }: Context): Place | undefined {
  const codes = new Set([...Object.keys(asKeys(config.languages)), site.language]);
  const isCode = (text: string | undefined) => text !== undefined && (codes.has(text) || isLanguage(text));
  const [first = "", ...rest] = file.slice(contentFolder.length + 1).split("/");
  // Where one language has a folder, each has.
  const hasLanguageFolder =
    rest.length > 0 && (existsSync(join(folder, contentFolder, site.language)) || isCode(first));
  const path = hasLanguageFolder ? rest : [first, ...rest];
  const [, name = "", suffix] = /^(.*?)(?:\.([a-z]{2}(?:-[a-z]+)?))?\.\w+$/i.exec(path.at(-1) ?? "") ?? [];
  const language = isCode(suffix) ? suffix : hasLanguageFolder ? first : site.language;
  if (language === undefined || (!isLanguage(language) && language !== site.language)) {
    report("language", file, language ?? "");
    return undefined;
  }
  const stem = isCode(suffix) || suffix === undefined ? name : `${name}.${suffix}`;
  return { folders: path.slice(0, -1), stem, date: /^(\d{4}-\d\d-\d\d)-/.exec(stem)?.[1], language };
}

function findAddress(keys: Keys, place: Place, slug: string, date: ArchiveText["date"], context: Context): string {
  const { config, site } = context;
  const prefix =
    place.language === site.language && config.defaultcontentlanguageinsubdir !== true ? "" : `/${place.language}`;
  const own = asText(keys.url);
  if (own !== undefined) return toPath(own);
  const folders = place.stem === "index" ? place.folders.slice(0, -1) : place.folders;
  const permalinks = asKeys(config.permalinks);
  const pattern =
    asText(permalinks[(folders[0] ?? "").toLowerCase()]) ?? asText(asKeys(permalinks.page)[folders[0] ?? ""]);
  if (pattern === undefined) {
    const path = [prefix, ...folders, slug].map((part) => part.toLowerCase().replace(/\s+/g, "-")).join("/");
    return toPath(config.uglyurls === true ? `${path}.html` : `${path}/`);
  }
  const title = (asText(keys.title) ?? slug)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  const words = {
    title,
    slug,
    section: folders[0] ?? "",
    sections: folders.join("/"),
    filename: slug,
    contentbasename: slug,
    slugorfilename: slug,
    slugorcontentbasename: slug,
  };
  return `${toPath(`${prefix}/${fillPermalink(pattern, { date, timezone: site.timezone, words })}`).replace(/\/$/, "")}/`;
}

function findImage({ image, images, featured_image: featured, cover }: Keys): ArchiveText["image"] {
  const first = Array.isArray(images) ? asText(images[0]) : undefined;
  const map = [image, cover].find(isRecord);
  const src = asText(image) ?? first ?? asText(featured) ?? asText(cover) ?? asText(map?.image) ?? asText(map?.src);
  return src === undefined ? undefined : { src, alt: asText(map?.alt) };
}

/** Other texts name it by its path, with or without its ending, or by its file alone. */
function listNames({ folders, stem }: Place): readonly string[] {
  const path = [...folders, stem].join("/");
  const bundle = stem === "index" ? [folders.join("/"), folders.at(-1) ?? ""] : [];
  return [`${path}.md`, path, `${stem}.md`, ...bundle].filter((name) => name !== "index.md");
}

function expandHugo(body: string, report: TextReport): string {
  const isEscaped = /\{\{[<%]\/\*\s*([\s\S]*?)\s*\*\/[>%]\}\}/g;
  return expandShortcodes(body, hugoSyntax, report).replace(isEscaped, "{{< $1 >}}");
}

// "{{</* name */>}}" shows a shortcode to readers.
const hugoSyntax: ShortcodeSyntax = {
  tag: /\{\{[<%](?!\/\*)\s*(?<close>\/)?\s*(?<name>[\w./-]+)(?<words>(?:[^>%}"`]|"(?:[^"\\]|\\.)*"|`[^`]*`|[>%](?!\}\}))*)[>%]\}\}/g,
  ends: "by name",
};

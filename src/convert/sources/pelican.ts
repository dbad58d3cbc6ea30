import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Instant, toDay } from "../../values/instant.ts";
import { toSlug } from "../../values/slug.ts";
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
import { asText, asTexts, type Keys, parseKeyLines, splitArchiveText } from "../reading/front-matter.ts";
import { parseFirstMoment, parseMoment } from "../reading/moments.ts";
import { toPath } from "../reading/permalinks.ts";
import { pickSite, reportOtherKeys, toUrl } from "../reading/settings.ts";
import { convertRest, splitRest } from "../text/rest.ts";
import { expandLiquid } from "./liquid.ts";

/** Pelican: content/ with lines of "Key: value" before each text, in markdown, reStructuredText or HTML; pelicanconf.py. */
export const pelican: ArchiveSource = { name: "pelican", read: readPelican };

function readPelican({ folder, site: given, report }: ArchiveRequest): Archive {
  const configFiles = ["pelicanconf.py", "publishconf.py", "settings.py"].filter((name) =>
    existsSync(join(folder, name)),
  );
  if (configFiles.length === 0)
    throw new UserError(`${folder} has no pelicanconf.py: it is not an archive of Pelican.`);
  const config = Object.assign({}, ...configFiles.map((name) => readSettings(readArchiveFile(folder, name, report))));
  const root =
    ["content", "src", "posts"]
      .map((name) => (name === "content" ? (config.PATH ?? name) : name))
      .find((name) => existsSync(join(folder, name))) ?? "content";
  const site = pickSite(given, {
    title: config.SITENAME,
    description: config.SITESUBTITLE ?? config.SITEDESCRIPTION,
    url: toUrl(config.SITEURL, undefined),
    language: config.DEFAULT_LANG,
    timezone: config.TIMEZONE,
  });
  const files = listArchiveFiles(folder, root).filter((file) => /\.(?:md|markdown|mkd|mdown|rst|html?)$/i.test(file));
  const context = { folder, root, config, site, report };
  return {
    site,
    texts: files.flatMap((file) => readText(file, context) ?? []),
    tagSlugs: new Map(),
    staticFolders: [root, `${root}/extra`],
  };
}

type Settings = Readonly<Record<string, string | undefined>>;

interface Context {
  readonly folder: string;
  readonly root: string;
  readonly config: Settings;
  readonly site: ArchiveSite;
  readonly report: ArchiveRequest["report"];
}

/** The texts of Python's settings: NAME = 'value'. What is computed is not known. */
function readSettings(python: string): Settings {
  const lines = python.matchAll(/^([A-Z_]+)\s*=\s*[ur]{0,2}(["'])((?:(?!\2)[^\\\n]|\\.)*)\2/gm);
  return Object.fromEntries([...lines].map(([, name, , value]) => [name, value]));
}

interface SplitPelicanText {
  readonly keys: Keys;
  readonly body: string;
  readonly format: ArchiveText["format"];
}

function splitText(text: string, file: string, report: ArchiveRequest["report"]): SplitPelicanText {
  if (/\.rst$/i.test(file)) {
    const { title, fields, body } = splitRest(text);
    return {
      keys: { title, ...parseKeyLines(fields) },
      body: convertRest(body, (kind, what) => report(kind, file, what)),
      format: "markdown",
    };
  }
  if (/\.html?$/i.test(file)) {
    const metas = text.matchAll(/<meta\s+name=["']([^"']+)["']\s+content=["']([^"']*)["']/gi);
    const keys = Object.fromEntries([...metas].map(([, name = "", value]) => [name.toLowerCase(), value]));
    const title = /<title>([\s\S]*?)<\/title>/i.exec(text)?.[1];
    return {
      keys: { title, ...keys },
      body: /<body[^>]*>([\s\S]*?)(?:<\/body>|$)/i.exec(text)?.[1] ?? text,
      format: "html",
    };
  }
  const split = splitArchiveText(text, file, report);
  if (split) return { ...split, format: "markdown" };
  const [head = ""] = /^\s*(?:[\p{L}_][\p{L}\p{N}_ -]*:(?:[ \t].*)?\n(?:[ \t]+\S.*\n)*)+/u.exec(`${text}\n`) ?? [];
  return { keys: parseKeyLines(head.trim()), body: text.slice(head.length), format: "markdown" };
}

function readText(file: string, context: Context): ArchiveText | undefined {
  const { folder, root, site, config, report } = context;
  const { keys, body, format } = splitText(readArchiveFile(folder, file, report), file, report);
  const path = file.slice(root.length + 1);
  const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  const isArticle = !/^pages?\//.test(path);
  if (asText(keys.title) === undefined && asText(keys.date) === undefined) {
    report("left out", file, "has neither a title nor a date, so that Pelican would not publish it either");
    return undefined;
  }
  const date = parseFirstMoment([keys.date, /^\d{4}-\d\d-\d\d/.exec(stem)?.[0]], site.timezone);
  const slug = asText(keys.slug) ?? toSlug(asText(keys.title) ?? stem) ?? stem;
  const folderName = path.split("/").length > 1 ? path.split("/").at(-2) : undefined;
  const category = asText(keys.category) ?? (isArticle ? (folderName ?? config.DEFAULT_CATEGORY) : undefined);
  const address =
    asText(keys.url) ??
    fillUrl(isArticle ? (config.ARTICLE_URL ?? "{slug}.html") : (config.PAGE_URL ?? "pages/{slug}.html"), {
      slug,
      date,
      category,
      language: asText(keys.lang),
      site,
    });
  reportOtherKeys(keys, knownKeys, file, report);
  return {
    kind: isArticle ? "article" : "page",
    file,
    title: asText(keys.title),
    summary: asText(keys.summary) ?? asText(keys.description),
    date: isArticle ? date : undefined,
    updated: parseMoment(keys.modified, site.timezone),
    draft: /^(?:draft|hidden|skip)$/i.test(asText(keys.status) ?? ""),
    language: asText(keys.lang),
    tags: [...(category === undefined ? [] : [category]), ...asTexts(keys.tags, /\s*[,;]\s*/)],
    authors: asTexts(keys.authors ?? keys.author, /\s*;\s*/).flatMap((names) => asTexts(names, /\s*,\s*/)),
    slug,
    addresses: [toPath(address)],
    feedId: isArticle ? mintPelicanId(site, toPath(address), date) : undefined,
    sourceUrl: undefined,
    image: asText(keys.image) === undefined ? undefined : { src: asText(keys.image) ?? "", alt: undefined },
    body: expandLiquid(toNames(body), { page: keys, site: {} }, (kind, what) => report(kind, file, what)),
    format,
    names: [path, path.slice(path.lastIndexOf("/") + 1)],
  };
}

const knownKeys =
  "title date modified summary description category tags author authors slug lang status url save_as image template";

interface UrlParts {
  readonly slug: string;
  readonly date: Instant | undefined;
  readonly category: string | undefined;
  readonly language: string | undefined;
  readonly site: ArchiveSite;
}

/** Fills a pattern of Python: "blog/{date:%Y}/{date:%m}/{slug}/". */
function fillUrl(pattern: string, { slug, date, category, language, site }: UrlParts): string {
  const [year = "", month = "", day = ""] = date === undefined ? [] : toDay(date, site.timezone).split("-");
  const letters: Readonly<Record<string, string>> = { Y: year, y: year.slice(2), m: month, d: day };
  return pattern
    .replace(/\{date:([^}]*)\}/g, (_, format: string) =>
      format.replace(/%(-?)([A-Za-z])/g, (code, short: string, letter: string) => {
        const value = letters[letter] ?? code;
        return short === "" ? value : value.replace(/^0/, "");
      }),
    )
    .replaceAll("{slug}", slug)
    .replaceAll("{category}", toSlug(category ?? "") ?? "")
    .replaceAll("{lang}", language ?? site.language);
}

/** As its library for feeds mints it: a tag: URI of host, day and path. */
function mintPelicanId({ url, timezone }: ArchiveSite, address: string, date: Instant | undefined): string | undefined {
  if (url === undefined || date === undefined) return undefined;
  const { hostname, pathname } = new URL(url);
  return `tag:${hostname},${toDay(date, timezone)}:${pathname.replace(/\/$/, "")}${address}`;
}

/** "{filename}../summit.md" is a text of the archive, and "{static}/map.png" a file. */
function toNames(body: string): string {
  return body
    .replace(/[{|](?:filename|attach|static)[}|]((?!\S*\.(?:md|markdown|rst|html?)\b)[^\s)"'>]*)/gi, "$1")
    .replace(/[{|](?:filename|attach)[}|](?:\.{0,2}\/)*([^\s)"'>#]*)/gi, `${nameScheme}$1`)
    .replace(/[{|](?:tag|category|author|index)[}|]/gi, "/");
}

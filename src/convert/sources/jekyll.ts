import { existsSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../values/user-error.ts";
import type { Archive, ArchiveRequest, ArchiveSite, ArchiveSource, ArchiveText } from "../archive.ts";
import { listArchiveFiles, readArchiveFile } from "../reading/files.ts";
import { asText, asTexts, isRecord, type Keys, parseSettingsText, splitArchiveText } from "../reading/front-matter.ts";
import { parseFirstMoment, parseMoment } from "../reading/moments.ts";
import { fillPermalink, toPath } from "../reading/permalinks.ts";
import { pickSite, reportOtherKeys, toUrl } from "../reading/settings.ts";
import { expandLiquid } from "./liquid.ts";

/** Jekyll, and Octopress: _posts and _drafts, pages with front matter, _config.yml. */
export const jekyll: ArchiveSource = { name: "jekyll", read: readJekyll };

function readJekyll({ folder, site: given, report }: ArchiveRequest): Archive {
  const root = ["", "source"].find((name) => existsSync(join(folder, name, "_posts"))) ?? "";
  const files = listArchiveFiles(folder, root);
  if (!files.some((file) => file.includes("_posts/")))
    throw new UserError(`${folder} has no folder _posts: it is not an archive of Jekyll.`);
  const configFile = ["_config.yml", "_config.yaml", "_config.toml"].find((name) => existsSync(join(folder, name)));
  const config = configFile ? parseSettingsText(readArchiveFile(folder, configFile, report), configFile, report) : {};
  const site = pickSite(given, {
    title: asText(config.title) ?? asText(config.name),
    description: asText(config.description),
    url: toUrl(asText(config.url), asText(config.baseurl)),
    language: asText(config.lang) ?? asText(config.locale),
    timezone: asText(config.timezone),
  });
  const context = { root, config, site, request: { folder, site: given, report } };
  const texts = files
    .filter((file) => isText(file.slice(root.length)))
    .flatMap((file) => readText(file, context) ?? []);
  return { site, texts, tagSlugs: new Map(), staticFolders: [root] };
}

interface Context {
  readonly root: string;
  readonly config: Keys;
  readonly site: ArchiveSite;
  readonly request: ArchiveRequest;
}

// Other folders with an underscore are templates, styles and data.
function isText(file: string): boolean {
  if (!/\.(?:md|markdown|mkdn?|html?|textile)$/i.test(file)) return false;
  if (/^\/?(?:README|CONTRIBUTING|LICENSE|CODE_OF_CONDUCT|CHANGELOG|404|index)\.\w+$/i.test(file)) return false;
  return /(?:^|\/)_(?:posts|drafts)\//.test(file) || !/(?:^|\/)_/.test(file);
}

function readText(file: string, context: Context): ArchiveText | undefined {
  const { request, site, config, root } = context;
  const { report } = request;
  const split = splitArchiveText(readArchiveFile(request.folder, file, report), file, report);
  if (split === undefined) return undefined;
  const { keys, body } = split;
  const [, fileDate, stem = ""] = /(?:^|\/)(?:(\d{4}-\d{1,2}-\d{1,2})-)?([^/]*)\.\w+$/.exec(file) ?? [];
  const isArticle = /(?:^|\/)_(?:posts|drafts)\//.test(file);
  if (!isArticle && isTemplate(body)) {
    report("left out", file, "is a template of Liquid");
    return undefined;
  }
  const date = isArticle ? parseFirstMoment([keys.date, fileDate], site.timezone) : undefined;
  const categories = listCategories(file, root, keys);
  const slug = asText(keys.slug) ?? stem;
  const address = findAddress({ file, stem, slug, date, categories, keys, isArticle }, context);
  reportOtherKeys(keys, knownKeys, file, report);
  const originUrl = toUrl(asText(config.url), undefined)?.replace(/\/$/, "") ?? "";
  return {
    kind: isArticle ? "article" : "page",
    file,
    title: asText(keys.title),
    summary: asText(keys.description) ?? asText(keys.excerpt) ?? asText(keys.summary),
    date,
    updated: parseMoment(keys.last_modified_at ?? keys.updated, site.timezone),
    draft: keys.published === false || keys.draft === true || file.includes("_drafts/"),
    language: asText(keys.lang) ?? asText(keys.language),
    tags: [...categories, ...asTexts(keys.tags, /[ ,]+/), ...asTexts(keys.tag)],
    authors: asTexts(keys.author ?? keys.authors, /\s*,\s*/),
    slug,
    addresses: [address, ...asTexts(keys.redirect_from)],
    // As jekyll-feed writes it: the address without its ending, on the host of the site.
    feedId:
      isArticle && originUrl !== ""
        ? `${originUrl}${asText(config.baseurl) ?? ""}${address.replace(/(?:\/|\.html)$/, "")}`
        : undefined,
    sourceUrl: asText(keys.external_url) ?? asText(keys.source_url),
    image: findImage(keys),
    body: expandLiquid(body, { page: keys, site: config }, (kind, what) => report(kind, file, what)),
    format: /\.html?$/i.test(file) ? "html" : "markdown",
    names: listNames(file, root),
  };
}

const knownKeys =
  "title description excerpt summary date last_modified_at updated published draft lang language tags tag categories category author authors slug permalink redirect_from image header layout external_url source_url comments";

function isTemplate(body: string): boolean {
  return /\{%-?\s*(?:for|if|unless|assign|capture|case)\b/.test(body);
}

/** The folders above _posts are categories too. */
function listCategories(file: string, root: string, keys: Keys): readonly string[] {
  const folders = file.slice(root.length).split("/_posts/")[0] ?? "";
  const fromPath = file.includes("/_posts/")
    ? folders.split("/").filter((name) => name !== "" && name !== "_posts")
    : [];
  return [...fromPath, ...asTexts(keys.categories, /[ ,]+/), ...asTexts(keys.category)];
}

interface Addressed {
  readonly file: string;
  readonly stem: string;
  readonly slug: string;
  readonly date: ArchiveText["date"];
  readonly categories: readonly string[];
  readonly keys: Keys;
  readonly isArticle: boolean;
}

function findAddress(text: Addressed, { config, site, root }: Context): string {
  const own = asText(text.keys.permalink);
  const pattern = own ?? (text.isArticle ? (asText(config.permalink) ?? "date") : undefined);
  if (pattern === undefined) return toPath(text.file.slice(root.length).replace(/\.\w+$/, ".html"));
  return fillPermalink(Object.hasOwn(styles, pattern) ? (styles[pattern] ?? pattern) : pattern, {
    date: text.date,
    timezone: site.timezone,
    words: {
      title: text.slug,
      slug: text.slug,
      name: text.stem,
      categories: text.categories.map((category) => category.toLowerCase().replace(/\s+/g, "%20")).join("/"),
      output_ext: ".html",
      basename: text.stem,
      path: text.file.slice(root.length).replace(/\.\w+$/, ""),
    },
  });
}

const styles: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title.html",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title.html",
  none: "/:categories/:title.html",
};

function findImage({ image, header }: Keys): ArchiveText["image"] {
  const src = asText(image) ?? (isRecord(image) ? (asText(image.path) ?? asText(image.src)) : undefined);
  const other = isRecord(header) ? (asText(header.image) ?? asText(header.teaser)) : undefined;
  const alt = isRecord(image) ? asText(image.alt) : undefined;
  return src === undefined && other === undefined ? undefined : { src: src ?? other ?? "", alt };
}

/** A post is named by its file without folders and ending, and every text by its path. */
function listNames(file: string, root: string): readonly string[] {
  const path = file.slice(root.length).replace(/^\//, "");
  const [, post] = /_posts\/(?:.*\/)?([^/]+)\.\w+$/.exec(path) ?? [];
  const [, postPath] = /_posts\/(.+)\.\w+$/.exec(path) ?? [];
  return [path, ...(post === undefined ? [] : [post]), ...(postPath === undefined ? [] : [postPath])];
}

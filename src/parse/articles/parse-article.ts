import type { SourceFile } from "../../read/read.ts";
import type { Address } from "../../values/address.ts";
import { parseIsoDay } from "../../values/day.ts";
import { mintFeedId, parseFeedId } from "../../values/feed-id.ts";
import type { Instant } from "../../values/instant.ts";
import { inQuotes } from "../../values/problem.ts";
import { type Slug, toSlug } from "../../values/slug.ts";
import type { Article, FeedId, Figure, Name } from "../article.ts";
import type { TextContext } from "../context.ts";
import { parseForm } from "../forms/form.ts";
import { toOneLine } from "../markdown/one-line.ts";
import { toContentAddress, toStem } from "../paths.ts";
import { resolvePictureReference } from "../pictures.ts";
import type { Parsed } from "../result.ts";
import { resolveTerm } from "../settings/known-terms.ts";
import type { Locations } from "../yaml/path.ts";
import { parseYaml } from "../yaml/yaml.ts";
import { resolveTextAliases } from "./aliases.ts";
import { resolveAuthors } from "./authors.ts";
import { type Body, parseBody, pickFindings } from "./body.ts";
import { getDefaultDate, parseArticleDate } from "./dates.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { type ArticleInput, type ArticlePath, createProblemCollector } from "./input.ts";
import { parseRevisions } from "./revisions.ts";
import { articleForm, originalArticleForm, type WrittenArticle } from "./schema.ts";

/** An article, the HTML of its text, and its front matter as written. */
export interface ParsedArticle {
  readonly article: Article;
  readonly body: Body;
  readonly written: WrittenArticle;
  /** Finds where in the file the value of a key was written. */
  readonly locations: Locations;
}

/**
 * Parses an article. A pure function of the file and the context, independent of other articles.
 *
 * @returns undefined as the value if the file cannot be split into front matter and text
 */
export function parseArticle(
  source: SourceFile,
  path: ArticlePath,
  context: TextContext,
): Parsed<ParsedArticle | undefined> {
  const parts = splitFrontMatter(source);
  if (!parts.ok) return { value: undefined, problems: parts.problems };
  const { frontMatter, frontMatterLine, body: text, bodyLine } = parts.value;
  const yaml = parseYaml(frontMatter, source.file, frontMatterLine);
  const form = isOriginal(yaml.value) ? originalArticleForm : articleForm;
  const written = parseForm(form, yaml.value, yaml.locations, [], yaml.problems.length === 0);
  const body = parseBody(source, text, bodyLine, path.language, context);
  const collector = createProblemCollector(yaml.locations);
  const article = buildArticle({ source, path, context, written: written.value, body: body.value, collector });
  return {
    value: { article, body: body.value, written: written.value, locations: yaml.locations },
    problems: [...yaml.problems, ...written.problems, ...collector.problems, ...body.problems],
  };
}

function isOriginal(frontMatter: unknown): boolean {
  return typeof frontMatter === "object" && frontMatter !== null && Reflect.get(frontMatter, "original") === true;
}

function buildArticle(input: ArticleInput): Article {
  const { source, path, context, written, body } = input;
  const { site } = context;
  const { language, day } = path;
  const address = toContentAddress(path, site.language);
  const tags = resolveTags(input);
  const date = resolveDate(input);
  const revisions = parseRevisions(input, date);
  return {
    file: source.file,
    address,
    stem: toStem(path),
    ...resolveTextAliases(written.aliases, articleForm.examples.aliases, input.collector),
    id: resolveId(input, address),
    language,
    day,
    title: toOneLine(written.title ?? "", language),
    summary: toOneLine(written.summary ?? "", language),
    tags,
    section: tags.find((tag) => site.sections.includes(tag)),
    ...resolveAuthors(input),
    original: written.original ?? false,
    sources: toSourceCredits(written),
    date: date ?? getDefaultDate(day, site),
    ...revisions,
    lead: written.lead ?? false,
    draft: written.draft ?? false,
    rights: written.rights ?? site.rights,
    licence: written.licence ?? site.licence,
    storyline: written.storyline === undefined ? undefined : resolveStoryline(input, written.storyline),
    people: resolveNames(input, "people"),
    places: resolveNames(input, "places"),
    image: resolveImage(input),
    body: body.key,
    wordCount: body.wordCount,
    ...pickFindings(body),
  };
}

function toSourceCredits({ sources = [] }: WrittenArticle): Article["sources"] {
  return sources.map(({ name, url, published }) => ({
    name,
    url,
    published: published === undefined ? undefined : parseIsoDay(published),
  }));
}

function resolveTags({ written, context: { tags }, collector }: ArticleInput): readonly Slug[] {
  const slugs = (written.tags ?? []).flatMap((name, i) => {
    const slug = resolveTerm(name, "tag", tags);
    return typeof slug === "string" ? slug : (collector.report("tags", ["tags", i], slug) ?? []);
  });
  return [...new Set(slugs)];
}

function resolveStoryline({ context: { storylines }, collector }: ArticleInput, name: string): Slug | undefined {
  const slug = resolveTerm(name, "storyline", storylines);
  return typeof slug === "string" ? slug : collector.report("storyline", ["storyline"], slug);
}

/** undefined if the author wrote a date that cannot be read: nothing else can then be compared with it. */
function resolveDate({ written, path: { day }, context: { site }, collector }: ArticleInput): Instant | undefined {
  const date = written.date === undefined ? getDefaultDate(day, site) : parseArticleDate(written.date, day, site);
  return typeof date === "string" ? date : collector.report("date", ["date"], date);
}

function resolveNames({ written, collector }: ArticleInput, kind: "people" | "places"): readonly Name[] {
  const names = (written[kind] ?? []).flatMap((name, i): readonly Name[] => {
    const slug = toSlug(name);
    if (slug) return [{ name: name.trim(), slug }];
    collector.report(kind, [kind, i], {
      what: `${inQuotes(name)} has no letter.`,
      advice: `Write the name, as in: ${articleForm.examples[kind]}`,
    });
    return [];
  });
  return [...new Map([...names].reverse().map((name) => [name.slug, name])).values()].reverse();
}

function resolveImage({ written: { image }, source, path, context, collector }: ArticleInput): Figure | undefined {
  if (!image) return undefined;
  const picture = resolvePictureReference(source.path, image.src, context.pictures);
  if (!("stem" in picture)) return collector.report("image.src", ["image", "src"], picture);
  const format = (text: string) => toOneLine(text, path.language);
  return {
    picture,
    alt: format(image.alt),
    caption: image.caption && format(image.caption),
    credit: format(image.credit),
  };
}

/** An author writes either a complete tag: URI (RFC 4151), or only the part that follows the site's authority. */
function resolveId({ written: { id }, context: { site }, collector }: ArticleInput, address: Address): FeedId {
  const defaultId = mintFeedId(site.authority, address);
  if (id === undefined) return defaultId;
  if (!id.startsWith("tag:")) return mintFeedId(site.authority, id);
  const problem = { what: `${inQuotes(id)} is not a tag: URI.`, advice: `Write it as in: id: "${defaultId}"` };
  return parseFeedId(id) ?? collector.report("id", ["id"], problem) ?? defaultId;
}

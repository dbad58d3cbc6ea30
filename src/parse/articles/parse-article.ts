import type { Source } from "../../read/read.ts";
import { type Address, addressFrom } from "../../values/address.ts";
import { feedIdFrom, mintedId } from "../../values/feed-id.ts";
import type { Instant } from "../../values/instant.ts";
import { quoted, type Slip } from "../../values/problem.ts";
import { type Slug, slugFor } from "../../values/slug.ts";
import { wordsIn } from "../../words/words.ts";
import type { Article, FeedId, Figure, Name } from "../article.ts";
import type { Context } from "../context.ts";
import { filledIn } from "../forms/form.ts";
import { oneLine } from "../markdown/one-line.ts";
import { addressOf, stemOf } from "../paths.ts";
import { pictureFrom } from "../pictures.ts";
import type { Made } from "../result.ts";
import { slugOf } from "../settings/known-terms.ts";
import type { Places } from "../yaml/path.ts";
import { yamlValue } from "../yaml/yaml.ts";
import { type Body, bodyFrom } from "./body.ts";
import { dateFrom, usualMoment } from "./dates.ts";
import { partsOf } from "./front-matter.ts";
import { type ArticlePath, type Making, notedIn } from "./input.ts";
import { changesFrom } from "./revisions.ts";
import { articleForm, type WrittenArticle } from "./schema.ts";

/** An article and the HTML of its text. */
export interface ParsedArticle {
  readonly article: Article;
  readonly body: Body;
  readonly written: WrittenArticle;
  /** Where in its file a key's value was written. */
  readonly places: Places;
}

/** Reads an article. A pure function of its file and of the context: it knows of no other article. */
export function parseArticle(source: Source, path: ArticlePath, context: Context): Made<ParsedArticle | undefined> {
  const parts = partsOf(source);
  if (!parts.ok) return { value: undefined, problems: parts.problems };
  const { frontMatter, firstLine, body: text, bodyLine } = parts.value;
  const yaml = yamlValue(frontMatter, source.file, firstLine);
  const written = filledIn(articleForm, yaml.value, yaml.places);
  const body = bodyFrom(source, text, bodyLine, path.language, context);
  const noted = notedIn(yaml.places);
  const article = articleFrom({ source, path, context, written: written.value, body: body.value, noted });
  return {
    value: { article, body: body.value, written: written.value, places: yaml.places },
    problems: [...yaml.problems, ...written.problems, ...noted.problems, ...body.problems],
  };
}

function articleFrom(making: Making): Article {
  const { source, path, context, written, body, noted } = making;
  const { site } = context;
  const { language, day } = path;
  const address = addressOf(path, site.language);
  const aliases = aliasesFrom(making);
  const tags = tagsFrom(making);
  const date = dateOf(making);
  const changes = changesFrom(making, date);
  const title = oneLine(written.title ?? "", language);
  return {
    file: source.file,
    address,
    stem: stemOf(path),
    aliases,
    aliasesAt: aliases.map((alias) => noted.at(["aliases", written.aliases?.indexOf(alias) ?? 0])),
    id: idFrom(making, address),
    language,
    day,
    // Here and nowhere else: no page, list or feed can show the title without saying so.
    title: changes.retracted ? wordsIn(language).retracted(title) : title,
    summary: oneLine(written.summary ?? "", language),
    tags,
    section: tags.find((tag) => site.sections.includes(tag)),
    sources: (written.sources ?? []).map(({ name, url, published }) => ({
      name,
      url,
      published: published as Article["sources"][number]["published"],
    })),
    date,
    ...changes,
    lead: written.lead ?? false,
    draft: written.draft ?? false,
    rights: written.rights ?? site.rights,
    storyline: written.storyline === undefined ? undefined : storylineFrom(making, written.storyline),
    people: namesFrom(making, "people"),
    places: namesFrom(making, "places"),
    image: imageFrom(making),
    body: body.key,
    words: body.words,
    pictures: body.pictures,
    links: body.links,
  };
}

function tagsFrom({ written, context: { tags }, noted }: Making): readonly Slug[] {
  const slugs = (written.tags ?? []).flatMap((name, i) => {
    const slug = slugOf(name, "tag", tags);
    return typeof slug === "string" ? slug : (noted.note("tags", ["tags", i], slug) ?? []);
  });
  return [...new Set(slugs)];
}

function storylineFrom({ context: { storylines }, noted }: Making, name: string): Slug | undefined {
  const slug = slugOf(name, "storyline", storylines);
  return typeof slug === "string" ? slug : noted.note("storyline", ["storyline"], slug);
}

function dateOf({ written, path: { day }, context: { site }, noted }: Making): Instant {
  const date = written.date === undefined ? usualMoment(day, site) : dateFrom(written.date, day, site);
  if (typeof date === "string") return date;
  noted.note("date", ["date"], date);
  return usualMoment(day, site);
}

function namesFrom({ written, noted }: Making, kind: "people" | "places"): readonly Name[] {
  const names = (written[kind] ?? []).flatMap((name, i): readonly Name[] => {
    const slug = slugFor(name);
    if (slug) return [{ name: name.trim(), slug }];
    noted.note(kind, [kind, i], {
      what: `${quoted(name)} has no letter.`,
      advice: `Write the name, as in: ${articleForm.examples[kind]}`,
    });
    return [];
  });
  return [...new Map([...names].reverse().map((name) => [name.slug, name])).values()].reverse();
}

function imageFrom({ written: { image }, source, path, context, noted }: Making): Figure | undefined {
  if (!image) return undefined;
  const picture = pictureFrom(source.path, image.src, context.pictures);
  if (!("stem" in picture)) return noted.note("image.src", ["image", "src"], picture);
  const inType = (text: string) => oneLine(text, path.language);
  return {
    picture,
    alt: inType(image.alt),
    caption: image.caption && inType(image.caption),
    credit: inType(image.credit),
  };
}

function aliasesFrom({ written, noted }: Making): readonly Address[] {
  const aliases = (written.aliases ?? []).flatMap((text, i) => {
    return addressFrom(text) ?? noted.note("aliases", ["aliases", i], noAddress(text)) ?? [];
  });
  return [...new Set(aliases)];
}

function noAddress(text: string): Slip {
  const meant = addressFrom(`/${text.replace(/^\/|\/$/g, "")}/`);
  return {
    what: `${quoted(text)} is no address of a page.`,
    advice: meant
      ? `Did you mean "${meant}"?`
      : `Write the old address from the root of the site, as in: ${articleForm.examples.aliases}`,
  };
}

/** What the author wrote is either a whole id, or what the site's authority calls the article. */
function idFrom({ written: { id }, context: { site }, noted }: Making, address: Address): FeedId {
  const own = mintedId(site.authority, address);
  if (id === undefined) return own;
  if (!id.startsWith("tag:")) return mintedId(site.authority, id);
  const slip = { what: `${quoted(id)} is no tag: URI.`, advice: `Write it as in: id: "${own}"` };
  return feedIdFrom(id) ?? noted.note("id", ["id"], slip) ?? own;
}

// In: the texts and pictures of a content folder. Out: articles, notes, pages, terms and settings as we know them, and
// the HTML of every text; and all problems of all files.
import type { Content, Source } from "../read/read.ts";
import type { BodyKey, Html } from "../values/html.ts";
import type { Problem } from "../values/problem.ts";
import { type Claims, doubleClaims } from "./across.ts";
import type { Article, Note, PlainPage } from "./article.ts";
import type { Context } from "./context.ts";
import { knownTerms } from "./known-terms.ts";
import { type ParsedFile, parseText } from "./parse-text.ts";
import { picturesOf } from "./pictures.ts";
import type { Site, Term } from "./site.ts";
import { noSite, siteFrom, siteMissing } from "./site-file.ts";
import { termsFrom } from "./terms-file.ts";

export type * from "./article.ts";
export type * from "./site.ts";
export type { Claims, Context, ParsedFile };
export { doubleClaims, parseText };

/** Everything that authors wrote, as we know it. */
export interface Manuscript {
  readonly site: Site;
  readonly tags: readonly Term[];
  readonly storylines: readonly Term[];
  readonly articles: readonly Article[];
  readonly notes: readonly Note[];
  readonly pages: readonly PlainPage[];
  readonly bodies: ReadonlyMap<BodyKey, Html>;
}

/** A content folder's settings, and what its texts are read against. */
export interface Settings {
  readonly site: Site;
  readonly tags: readonly Term[];
  readonly storylines: readonly Term[];
  readonly context: Context;
}

/** A content folder as far as it is right. It may be published only where there are no problems. */
export function parse(content: Content): { readonly value: Manuscript; readonly problems: readonly Problem[] } {
  const settings = parseSettings(content);
  const made = content.texts
    .filter(({ path }) => !isSettings(path))
    .map((source) => parseText(source, settings.value.context));
  const files = made.flatMap(({ value }) => value ?? []);
  const pages = files.flatMap((file) => (file.kind === "page" ? [file.page] : []));
  const claims = files.flatMap((file) => (file.kind === "article" ? [file.claims] : []));
  const { site, tags, storylines } = settings.value;
  return {
    value: {
      site,
      tags,
      storylines,
      articles: files.flatMap((file) => (file.kind === "article" ? [file.article] : [])),
      notes: files.flatMap((file) => (file.kind === "note" ? [file.note] : [])),
      pages,
      bodies: new Map(files.map(({ key, html }) => [key, html])),
    },
    problems: [...settings.problems, ...made.flatMap(({ problems }) => problems), ...doubleClaims(claims, pages)],
  };
}

/** The settings of a content folder: site.yaml, tags.yaml, storylines.yaml, and the pictures that are there. */
export function parseSettings(content: Content): { readonly value: Settings; readonly problems: readonly Problem[] } {
  const { folder, texts, pictures, unread } = content;
  const fileAt = (path: string): Source | undefined => texts.find((source) => source.path === path);
  const siteFile = fileAt("site.yaml");
  const plainSite = siteFile && siteFrom(siteFile);
  const own = plainSite?.value.language ?? noSite.language;
  const termsAt = (path: string) => {
    const file = fileAt(path);
    return file ? termsFrom(file, own) : { value: [], problems: [] };
  };
  const tags = termsAt("tags.yaml");
  const storylines = termsAt("storylines.yaml");
  const known = knownTerms(tags.value);
  const checked = plainSite?.checked(known);
  const missing = siteFile || unread.includes("site.yaml") ? [] : [siteMissing(folder)];
  const site = checked?.value ?? noSite;
  const context = {
    site,
    tags: known,
    storylines: knownTerms(storylines.value),
    pictures: picturesOf(pictures, unread),
  };
  return {
    value: { site, tags: tags.value, storylines: storylines.value, context },
    problems: [...missing, ...(checked?.problems ?? []), ...tags.problems, ...storylines.problems],
  };
}

/** Whether a text is one of the site's settings. */
export function isSettings(path: string): boolean {
  return path.endsWith(".yaml");
}

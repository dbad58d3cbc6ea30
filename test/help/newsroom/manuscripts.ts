import {
  buildDigest,
  buildMonthDigest,
  type Digest,
  type MonthDigest,
  type MonthReader,
  type SiteSettings,
  selectVisible,
  summarizeMonth,
} from "../../../src/model/model.ts";
import type { Article, SiteConfig, Term } from "../../../src/parse/parse.ts";
import { addLanguagePrefix, toPageAddress } from "../../../src/values/address.ts";
import { type Day, type Month, toDateFolders, toMonth } from "../../../src/values/day.ts";
import type { Instant } from "../../../src/values/instant.ts";
import type { Slug } from "../../../src/values/slug.ts";
import type { BodyKey } from "../../../src/values/text/html.ts";

type ArticleOverrides = Partial<Omit<Article, "day" | "date" | "tags" | "storyline" | "section">> & {
  readonly day?: string;
  readonly date?: string;
  readonly tags?: readonly string[];
  readonly section?: string;
  readonly storyline?: string;
};

/** An article as the parser returns it: sample values, except for the fields that a test sets. */
export function makeArticle(slug: string, overrides: ArticleOverrides = {}): Article {
  const day = (overrides.day ?? "2024-07-11") as Day;
  const language = overrides.language ?? "en";
  const stem = [...toDateFolders(day), slug].join("/");
  const address = addLanguagePrefix(language, "en", toPageAddress(...toDateFolders(day), slug));
  return {
    file: `content/${stem}.md`,
    address,
    stem,
    aliases: [],
    aliasLocations: [],
    id: `tag:dispatch.example,2024:${address}` as Article["id"],
    language,
    title: `Title of ${slug}`,
    summary: `Summary of ${slug}`,
    authors: [],
    hasOwnAuthors: false,
    original: false,
    sources: [{ name: "A paper", url: "https://paper.example/", published: undefined }],
    changes: [],
    updated: undefined,
    corrections: [],
    retracted: undefined,
    lead: false,
    draft: false,
    rights: "full",
    licence: undefined,
    people: [],
    places: [],
    image: undefined,
    body: `body of ${slug}` as BodyKey,
    wordCount: 300,
    pictures: [],
    documents: [],
    links: [],
    anchorLinks: [],
    ids: [],
    ...overrides,
    day,
    date: (overrides.date ?? `${day}T04:00:00Z`) as Instant,
    tags: (overrides.tags ?? ["russia"]) as readonly Slug[],
    section: overrides.section as Slug | undefined,
    storyline: overrides.storyline as Slug | undefined,
  };
}

/**
 * The digest of these articles as readers see it at `now`, on a site with three tags and a storyline, and the reader of
 * its months.
 */
export function makeDigest(
  now: Instant,
  articles: readonly Article[],
  overrides: Partial<SiteSettings> = {},
): { readonly digest: Digest; readonly monthReader: MonthReader } {
  const settings: SiteSettings = {
    site: sampleSite,
    tags: [makeTerm("ukraine", "Ukraine"), makeTerm("russia", "Russia"), makeTerm("diplomacy", "Diplomacy")],
    storylines: [makeTerm("second-summit", "The second summit")],
    authors: [],
    pages: [],
    keptPictures: [],
    keptDocuments: [],
    staticFiles: [],
    ...overrides,
  };
  const months = new Map<Month, MonthDigest>();
  const visible = selectVisible(now, "published", articles);
  for (const month of [...new Set(visible.map(({ day }) => toMonth(day)))].sort()) {
    const articlesOfMonth = visible.filter(({ day }) => toMonth(day) === month);
    months.set(month, buildMonthDigest(settings.site, settings.tags, month, articlesOfMonth, []));
  }
  const summaries = [...months.values()].flatMap(({ month, languages }) =>
    languages.map((monthInLanguage) => summarizeMonth(month, monthInLanguage, identityHash)),
  );
  const readMonth = (month: Month): MonthDigest => {
    const digest = months.get(month);
    if (!digest) throw new Error(`Expected an article in ${month}.`);
    return digest;
  };
  return { digest: buildDigest(now, settings, summaries), monthReader: { readMonth, readMonthWith: readMonth } };
}

/** A term with the same title in every language. */
export function makeTerm(slug: string, title: string): Term {
  return { slug: slug as Slug, title: inAllLanguages(title), description: undefined, also: [], aliases: [] };
}

/** A hash function that returns the text itself, so that tests can read it. */
const identityHash = (text: string): string => text;

/** A site of the newsroom. */
export const sampleSite: SiteConfig = {
  title: inAllLanguages("The Dispatch"),
  description: inAllLanguages("News of a day"),
  url: "https://dispatch.example/",
  authority: "dispatch.example,2024",
  language: "en",
  timezone: "Europe/Riga",
  hour: "06:00",
  publisher: { name: "The Dispatch", url: undefined, email: undefined },
  byline: undefined,
  bylinePolicy: undefined,
  sections: ["ukraine", "russia"] as unknown as readonly Slug[],
  links: "folder",
  rights: "full",
  licence: undefined,
  hub: undefined,
  support: undefined,
  newsletter: undefined,
  mirrors: [],
  aliases: [],
};

function inAllLanguages(text: string): Term["title"] {
  return { en: text, ru: text, uk: text };
}

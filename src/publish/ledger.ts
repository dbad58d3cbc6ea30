import type { TopicKind } from "../model/model.ts";
import type { Article, FeedId, PlainPage, PublishedFile, PublishedImage, SiteConfig, Term } from "../parse/parse.ts";
import type { Page } from "../plan/plan.ts";
import { isStaticPath } from "../read/read.ts";
import { type Address, addLanguagePrefix } from "../values/address.ts";
import { toOwnAddress } from "../values/own-addresses.ts";
import type { Slug } from "../values/slug.ts";

/**
 * What must not change once a site is published: addresses that are linked to, and ids that feed readers remember. With
 * it what tells where an address has gone: articles, pages and topics.
 */
export interface Ledger {
  /** Every address that answers; that of an alias with the address that it leads to. */
  readonly addresses: ReadonlyMap<Address, Address | undefined>;
  /** The articles by their id in the feeds. */
  readonly ids: ReadonlyMap<FeedId, LedgerArticle>;
  readonly plainPages: readonly LedgerText[];
  /** By the address of the newest page. */
  readonly topics: ReadonlyMap<Address, LedgerTopic>;
  /** The path in the content of each published picture, by the stem of its files. */
  readonly pictures: ReadonlyMap<Address, string>;
  /** The paths in the content of the documents and of the static files, by their address. */
  readonly documents: ReadonlyMap<Address, string>;
  readonly staticFiles: ReadonlyMap<Address, string>;
  readonly site: SiteConfig;
  readonly terms: { readonly [K in TermKind]: readonly Term[] };
}

/** The kinds of topics that have a file in which aliases can be written. */
export type TermKind = Extract<TopicKind, "tags" | "storylines" | "authors">;

/** What identifies an article or a plain page for an author. */
export interface LedgerText {
  readonly address: Address;
  readonly title: string;
  /** As messages name it. */
  readonly file: string;
  readonly aliases: readonly Address[];
}

/** An article, with its id in the feeds. */
export interface LedgerArticle extends LedgerText {
  readonly id: FeedId;
}

/** A tag, storyline, person, place or author in one language. */
export interface LedgerTopic {
  readonly kind: TopicKind;
  readonly slug: Slug;
  readonly articles: readonly FeedId[];
}

/** What a ledger is made of: a plan, the published articles, and the settings. */
export interface PublishedContent {
  readonly pages: readonly Page[];
  readonly articles: readonly Article[];
  readonly pictures: readonly PublishedImage[];
  /** Documents and static files. */
  readonly files: readonly PublishedFile[];
  readonly siteSettings: {
    readonly site: SiteConfig;
    readonly tags: readonly Term[];
    readonly storylines: readonly Term[];
    readonly authors: readonly Term[];
    readonly pages: readonly PlainPage[];
  };
}

/** Creates the ledger of a site. */
export function createLedger({ pages, articles, pictures, files, siteSettings }: PublishedContent): Ledger {
  const { site, tags, storylines, authors, pages: plainPages } = siteSettings;
  const staticFiles = files.filter(({ path }) => isStaticPath(path));
  return {
    addresses: new Map([
      ...pages.map((page) => [page.address, getAliasTarget(page)] as const),
      ...staticFiles.map(({ address }) => [address, undefined] as const),
    ]),
    ids: new Map(articles.map((article) => [article.id, { ...toLedgerText(article), id: article.id }])),
    plainPages: plainPages.map(toLedgerText),
    topics: indexTopics(articles, site),
    pictures: new Map(pictures.map(({ stem, path }) => [stem, path])),
    documents: new Map(files.filter(({ path }) => !isStaticPath(path)).map(({ address, path }) => [address, path])),
    staticFiles: new Map(staticFiles.map(({ address, path }) => [address, path])),
    site,
    terms: { tags, storylines, authors },
  };
}

function toLedgerText({ address, title, file, aliases }: Article | PlainPage): LedgerText {
  return { address, title, file, aliases };
}

function getAliasTarget(page: Page): Address | undefined {
  if (page.layout === "copy") return page.shows.of.address;
  return page.layout === "redirect" || page.layout === "moved-text" ? page.shows.to : undefined;
}

function indexTopics(articles: readonly Article[], site: SiteConfig): Ledger["topics"] {
  const topics = new Map<Address, LedgerTopic & { readonly articles: FeedId[] }>();
  for (const { id, language, tags, storyline, people, places, authors } of articles) {
    const add = (kind: TopicKind, slug: Slug) => {
      const address = addLanguagePrefix(language, site.language, toOwnAddress(kind, slug));
      const topic = topics.get(address);
      if (topic) topic.articles.push(id);
      else topics.set(address, { kind, slug, articles: [id] });
    };
    for (const tag of tags) add("tags", tag);
    if (storyline !== undefined) add("storylines", storyline);
    for (const { slug } of people) add("people", slug);
    for (const { slug } of places) add("places", slug);
    for (const { slug } of authors) add("authors", slug);
  }
  return topics;
}

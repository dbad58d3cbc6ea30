// In: what authors wrote, and now. Out: the digest that readers may see: editions, tags, storylines, people, places.
import type { Article, Manuscript, Name, Note, PlainPage, Site, Term } from "../parse/parse.ts";
import type { Day } from "../values/day.ts";
import type { Instant } from "../values/instant.ts";
import type { Language } from "../values/language.ts";
import type { Slug } from "../values/slug.ts";

/** What is published at `now`, language by language. */
export interface Digest {
  readonly now: Instant;
  readonly site: Site;
  /** Languages with at least one article; the site's own first, and always there. */
  readonly languages: readonly LanguageDigest[];
}

/** The digest in one language. Articles are newest first, by (date, address), wherever nothing else is said. */
export interface LanguageDigest {
  readonly language: Language;
  readonly articles: readonly Article[];
  /** Oldest first. */
  readonly editions: readonly Edition[];
  /** Tags with at least one article, in the order of tags.yaml. */
  readonly tags: readonly Topic[];
  readonly storylines: readonly Topic[];
  /** By name. */
  readonly people: readonly Named[];
  readonly places: readonly Named[];
  readonly pages: readonly PlainPage[];
}

/** All that comes out on one day. */
export interface Edition {
  readonly day: Day;
  readonly note: Note | undefined;
  readonly lead: Article;
  /** Without the lead. Sections in the site's order, the rest under no tag at the end; none is empty. */
  readonly sections: readonly { readonly tag: Term | undefined; readonly articles: readonly Article[] }[];
  /** All of the day's articles, lead first, then in the order of the sections. */
  readonly articles: readonly Article[];
}

/** A tag or storyline with its articles, newest first. */
export interface Topic {
  readonly term: Term;
  readonly articles: readonly Article[];
}

/** A person or a place with the articles that name it, newest first. */
export interface Named extends Name {
  readonly articles: readonly Article[];
}

export declare function digestAt(now: Instant, manuscript: Manuscript): Digest;
export type { Slug };

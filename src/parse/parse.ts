// In: the texts and pictures of a content folder. Out: articles, notes, pages, terms and settings as we know them, and
// the HTML of every text; or all problems of all files.
import type { Content } from "../read/read.ts";
import type { BodyKey, Html } from "../values/html.ts";
import type { Checked } from "../values/problem.ts";
import type { Article, Note, PlainPage } from "./article.ts";
import type { Site, Term } from "./site.ts";

export type * from "./article.ts";
export type * from "./site.ts";

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

export declare function parse(content: Content): Checked<Manuscript>;

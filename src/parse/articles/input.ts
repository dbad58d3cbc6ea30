import type { Source } from "../../read/read.ts";
import type { Problem, Slip } from "../../values/problem.ts";
import type { Context } from "../context.ts";
import type { ContentPath } from "../paths.ts";
import type { Path, Places } from "../yaml/path.ts";
import type { Body } from "./body.ts";
import type { WrittenArticle } from "./schema.ts";

/** All that an article is made from, and where slips are noted on the way. */
export interface Making {
  readonly source: Source;
  readonly path: ArticlePath;
  readonly context: Context;
  readonly written: WrittenArticle;
  readonly body: Body;
  readonly noted: Noted;
}

export type ArticlePath = Extract<ContentPath, { readonly kind: "article" }>;

/** Notes slips while an article is made, each at the place of what was written. */
export interface Noted {
  readonly problems: readonly Problem[];
  readonly at: Places["of"];
  readonly note: (field: string, path: Path, slip: Slip) => undefined;
}

/** Where nothing has been noted yet. */
export function notedIn(places: Places): Noted {
  const problems: Problem[] = [];
  const note = (field: string, path: Path, { what, advice }: Slip): undefined => {
    problems.push({ at: places.of(path), what: `${field}: ${what}`, advice });
  };
  return { problems, at: places.of, note };
}

import type { SourceFile } from "../../read/read.ts";
import type { Problem, ProblemText } from "../../values/problem.ts";
import type { TextContext } from "../context.ts";
import type { ContentPath } from "../paths.ts";
import type { Locations, Path } from "../yaml/path.ts";
import type { Body } from "./body.ts";
import type { WrittenArticle } from "./schema.ts";

/** Everything an article is built from, and the collector for its problems. */
export interface ArticleInput {
  readonly source: SourceFile;
  readonly path: ArticlePath;
  readonly context: TextContext;
  readonly written: WrittenArticle;
  readonly body: Body;
  readonly collector: ProblemCollector;
}

export type ArticlePath = Extract<ContentPath, { readonly kind: "article" }>;

/** Collects problems while an article is built. `report` adds one at the location of the value at `path`. */
export interface ProblemCollector {
  readonly problems: readonly Problem[];
  readonly locate: Locations["locate"];
  readonly report: (field: string, path: Path, problem: ProblemText) => undefined;
}

/** Creates an empty collector for one file. `problems` grows with each report. */
export function createProblemCollector(locations: Locations): ProblemCollector {
  const problems: Problem[] = [];
  const report = (field: string, path: Path, { what, advice }: ProblemText): undefined => {
    problems.push({ at: locations.locate(path), what: `${field}: ${what}`, advice });
  };
  return { problems, locate: locations.locate, report };
}

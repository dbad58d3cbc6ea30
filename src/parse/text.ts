import type { Source } from "../read/read.ts";
import type { Address } from "../values/address.ts";
import { startOf } from "../values/problem.ts";
import type { BodyKey, Html } from "../values/text/html.ts";
import type { Article, Note, PlainPage } from "./article.ts";
import type { Body } from "./articles/body.ts";
import { parseArticle } from "./articles/parse-article.ts";
import { parseNote, parsePage } from "./articles/parse-page.ts";
import { type Claims, claimsOf, type Holder } from "./collisions.ts";
import type { Context } from "./context.ts";
import { addressOf, readPath } from "./paths.ts";
import type { Made } from "./result.ts";
import { type Called, calledByName } from "./settings/known-terms.ts";

/** What an author's file is: an article, a note or a page, with the HTML of its text. Plain data, so that it can be kept. */
export type ParsedFile = {
  readonly path: string;
  readonly hash: string;
  readonly key: BodyKey;
  readonly html: Html;
} & (
  | {
      readonly kind: "article";
      readonly article: Article;
      readonly claims: Claims;
      /** What it calls by something else than its slug. */
      readonly called: readonly Called[];
    }
  | { readonly kind: "note"; readonly note: Note; readonly address: Address }
  | { readonly kind: "page"; readonly page: PlainPage }
);

/** Who has an address without being an article. */
export function othersIn(files: readonly ParsedFile[]): readonly Holder[] {
  return files.flatMap((file) => {
    if (file.kind === "page") return [file.page];
    return file.kind === "note" ? [{ file: file.note.file, address: file.address }] : [];
  });
}

/** Reads one text file of an author's, whatever it is. A pure function of the file and of the context. */
export function parseText(source: Source, context: Context): Made<ParsedFile | undefined> {
  const { means, slips } = readPath(source.path, context.site.language);
  const misplaced = slips.map((slip) => ({ at: startOf(source.file), ...slip }));
  if (!means) return { value: undefined, problems: misplaced };
  const shared = ({ key, html }: Body) => ({ path: source.path, hash: source.hash, key, html });
  if (means.kind === "article") {
    const { value, problems } = parseArticle(source, means, context);
    const claims = value && claimsOf(value.article, value.written, value.places);
    const known = { tag: context.tags, storyline: context.storylines };
    const file =
      value &&
      claims &&
      ({
        ...shared(value.body),
        kind: "article",
        article: value.article,
        claims,
        called: calledByName(value.written, known),
      } as const);
    return { value: file, problems: [...misplaced, ...problems] };
  }
  if (means.kind === "note") {
    const { value, problems } = parseNote(source, means, context);
    const address = addressOf(means, context.site.language);
    const file = value && ({ ...shared(value.body), kind: "note", note: value.value, address } as const);
    return { value: file, problems: [...misplaced, ...problems] };
  }
  const { value, problems } = parsePage(source, means, context);
  const file = value && ({ ...shared(value.body), kind: "page", page: value.value } as const);
  return { value: file, problems: [...misplaced, ...problems] };
}

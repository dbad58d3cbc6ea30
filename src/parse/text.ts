import type { SourceFile } from "../read/read.ts";
import type { Address } from "../values/address.ts";
import { toFileStart } from "../values/problem.ts";
import type { BodyKey, Html } from "../values/text/html.ts";
import type { Article, Note, PlainPage } from "./article.ts";
import type { Body } from "./articles/body.ts";
import { parseArticle } from "./articles/parse-article.ts";
import { parseNote, parsePage } from "./articles/parse-page.ts";
import { getUniqueKeys, type Owner, type UniqueKeys } from "./collisions.ts";
import type { TextContext } from "./context.ts";
import { parsePath, toContentAddress } from "./paths.ts";
import type { Parsed } from "./result.ts";
import { findReferencesByName, type TermReference } from "./settings/known-terms.ts";

/** A parsed text file: article, note or page, with the HTML of its text. Plain data, so that it can be cached. */
export type ParsedFile = {
  readonly path: string;
  readonly hash: string;
  readonly key: BodyKey;
  readonly html: Html;
} & (
  | {
      readonly kind: "article";
      readonly article: Article;
      readonly uniqueKeys: UniqueKeys;
      /** Its references to terms by title or synonym instead of slug. */
      readonly termReferences: readonly TermReference[];
    }
  | { readonly kind: "note"; readonly note: Note; readonly address: Address }
  | { readonly kind: "page"; readonly page: PlainPage }
);

/** Lists the owners of addresses that are not articles: pages, and notes with the address of their edition. */
export function listOtherOwners(files: readonly ParsedFile[]): readonly Owner[] {
  return files.flatMap((file) => {
    if (file.kind === "page") return [file.page];
    return file.kind === "note" ? [{ file: file.note.file, address: file.address }] : [];
  });
}

/** Parses one text file: article, note or page, as its path says. Depends only on the file and the context. */
export function parseText(source: SourceFile, context: TextContext): Parsed<ParsedFile | undefined> {
  const { contentPath, problems: pathProblemTexts } = parsePath(source.path, context.site.language);
  const pathProblems = pathProblemTexts.map((problem) => ({ at: toFileStart(source.file), ...problem }));
  if (!contentPath) return { value: undefined, problems: pathProblems };
  const getSharedFields = ({ key, html }: Body) => ({ path: source.path, hash: source.hash, key, html });
  if (contentPath.kind === "article") {
    const { value, problems } = parseArticle(source, contentPath, context);
    const uniqueKeys = value && getUniqueKeys(value.article, value.written, value.locations);
    const knownTerms = { tag: context.tags, storyline: context.storylines };
    const file: ParsedFile | undefined = value &&
      uniqueKeys && {
        ...getSharedFields(value.body),
        kind: "article",
        article: value.article,
        uniqueKeys,
        termReferences: findReferencesByName(value.written, knownTerms),
      };
    return { value: file, problems: [...pathProblems, ...problems] };
  }
  if (contentPath.kind === "note") {
    const { value, problems } = parseNote(source, contentPath, context);
    const address = toContentAddress(contentPath, context.site.language);
    const file = value && ({ ...getSharedFields(value.body), kind: "note", note: value.value, address } as const);
    return { value: file, problems: [...pathProblems, ...problems] };
  }
  const { value, problems } = parsePage(source, contentPath, context);
  const file = value && ({ ...getSharedFields(value.body), kind: "page", page: value.value } as const);
  return { value: file, problems: [...pathProblems, ...problems] };
}

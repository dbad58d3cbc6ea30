import type { Article } from "./article.ts";
import type { ParsedFile } from "./text.ts";

/**
 * Gives a translation whose front matter names no authors those of the text that it translates. Of several texts that
 * name authors, the first counts. A draft gives none: nothing of it may be published.
 *
 * @param files of one source group, which has all translations of its articles
 */
export function shareAuthors(files: readonly ParsedFile[]): readonly ParsedFile[] {
  const originals = new Map<string, Article["authors"]>();
  for (const file of files) {
    if (file.kind !== "article") continue;
    const { stem, authors, hasOwnAuthors, draft } = file.article;
    if (hasOwnAuthors && !draft && !originals.has(stem)) originals.set(stem, authors);
  }
  return files.map((file) => {
    if (file.kind !== "article" || file.article.hasOwnAuthors) return file;
    return { ...file, article: { ...file.article, authors: originals.get(file.article.stem) ?? [] } };
  });
}

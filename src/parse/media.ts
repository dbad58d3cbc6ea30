import { toFileStart, type Warning } from "../values/problem.ts";
import type { PublishedFile, PublishedImage } from "./article.ts";
import type { TextContext } from "./context.ts";
import { isKeptPath } from "./pictures.ts";
import type { ParsedFile } from "./text.ts";

/** Lists the pictures that a text shows, and the documents to which it links. */
export function listUsedMedia(file: ParsedFile): readonly (PublishedImage | PublishedFile)[] {
  if (file.kind === "article") {
    const { image, pictures, documents } = file.article;
    return [...(image ? [image.picture] : []), ...pictures, ...documents];
  }
  const { pictures, documents } = file.kind === "note" ? file.note : file.page;
  return [...pictures, ...documents];
}

/**
 * Warns of the pictures and documents of a source group that none of its texts uses.
 *
 * @param files all texts of the group, drafts too
 */
export function findUnusedMedia(
  { pictures, documents }: Pick<TextContext, "pictures" | "documents">,
  files: readonly ParsedFile[],
): readonly Warning[] {
  if (pictures.size + documents.size === 0) return [];
  // Two files of one name and the same bytes are published as one.
  const used = new Set(files.flatMap(listUsedMedia).map(getAddress));
  const isUnused = (medium: PublishedImage | PublishedFile) =>
    medium.hash !== "" && !isKeptPath(medium.path) && !used.has(getAddress(medium));
  return [
    ...[...pictures.values()].filter(isUnused).map(({ file }) => warnOfUnused(file, "shows this picture")),
    ...[...documents.values()].filter(isUnused).map(({ file }) => warnOfUnused(file, "links to this document")),
  ];
}

function warnOfUnused(file: string, use: string): Warning {
  const what = `No text ${use}, so it is not published.`;
  return {
    name: "unused-file",
    at: toFileStart(file),
    what: isTextDocument.test(file) ? `${what} If it is an article, save it as a text that ends with .md.` : what,
  };
}

const isTextDocument = /\.(?:docx?|odt|rtf|txt)$/i;

function getAddress(medium: PublishedImage | PublishedFile): string {
  return "stem" in medium ? medium.stem : medium.address;
}

// In: a content folder on disk. Out: its texts with their hashes, the sizes and hashes of its pictures, the hashes of
// what is published byte for byte, all problems.
// Only this step reads content: no later step opens a text of the content folder.
import type { Problem } from "../values/problem.ts";
import type { Content } from "./content.ts";
import { hashFile, readDocument } from "./document.ts";
import { isDocumentPath } from "./document-types.ts";
import { isStaticPath, staticFolder } from "./endings.ts";
import { readPicture } from "./picture.ts";
import { createReadBuffer, readSourceFile } from "./text.ts";
import { isJunkFile, type WalkResult, walkFolder } from "./walk.ts";

export type * from "./content.ts";
export { hashFile, isDocumentPath, isJunkFile, isStaticPath, staticFolder };

/** The readable files of a content folder, and the problems of the others. */
export interface ReadResult {
  readonly content: Content;
  readonly problems: readonly Problem[];
}

/** The paths of the files of a content folder, by type, and the problems of files that do not belong there. */
export interface ContentFiles extends WalkResult {
  /** As the caller passed it, without a trailing "/": the `file` of each source file and problem starts with it. */
  readonly folder: string;
}

/** Finds the files of a content folder, without opening them. */
export function findContentFiles(folder: string): ContentFiles {
  const root = folder.replace(/(?<=.)[/\\]+$/, "");
  return { folder: root, ...walkFolder(root) };
}

/**
 * Reads files of a content folder, one at a time. Reading 50,000 files with promises takes four times as long as a
 * synchronous read in sorted order, and 290 MB more (2025).
 *
 * @param knownHashes the hashes of documents that are known already, by path: they can be large
 */
export function readContentFiles(
  { folder, ...files }: ContentFiles,
  knownHashes: ReadonlyMap<string, string> = new Map(),
): ReadResult {
  const buffer = createReadBuffer();
  const texts = files.texts.map((path) => ({ path, result: readSourceFile(folder, path, buffer) }));
  const pictures = files.pictures.map((path) => ({ path, result: readPicture(folder, path) }));
  const documents = files.documents.map((path) => ({
    path,
    result: readDocument(folder, path, knownHashes.get(path)),
  }));
  const failed = [...texts, ...pictures, ...documents].filter(({ result }) => !result.ok);
  return {
    content: {
      folder,
      texts: texts.flatMap(({ result }) => (result.ok ? [result.value] : [])),
      pictures: pictures.flatMap(({ result }) => (result.ok ? [result.value] : [])),
      documents: documents.flatMap(({ result }) => (result.ok ? [result.value] : [])),
      unread: [...files.unread, ...failed.map(({ path }) => path)],
    },
    problems: [...files.problems, ...failed.flatMap(({ result }) => (result.ok ? [] : result.problems))],
  };
}

import { isDocumentPath, isStaticPath, type SourceDocument, staticFolder } from "../read/read.ts";
import { appendToName, toFileAddress, toPathAddress } from "../values/address.ts";
import { findNearest } from "../values/nearest.ts";
import { toSlug } from "../values/slug.ts";
import type { PublishedFile } from "./article.ts";
import { isKeptPath, removeKeptMark, toMediaFolder } from "./pictures.ts";

/** The documents of a source group by path, in Unicode NFC: macOS stores file names decomposed. */
export type DocumentIndex = ReadonlyMap<string, PublishedFile>;

/**
 * Indexes the documents beside texts by path.
 *
 * @param unread paths of files that exist but could not be read. Each has its own problem, and gets an empty entry, so
 *   that it is not also reported as missing
 */
export function indexDocuments(documents: readonly SourceDocument[], unread: readonly string[]): DocumentIndex {
  const placeholders = unread
    .filter((path) => isDocumentPath(path) && !isStaticPath(path))
    .map((path) => ({ file: path, path, hash: "" }));
  return new Map(
    [...placeholders, ...documents.filter(({ path }) => !isStaticPath(path))].map((document) => [
      document.path.normalize("NFC"),
      toPublishedDocument(document),
    ]),
  );
}

/** Finds the document at a path, which is relative to the content folder. */
export function findDocument(path: string, documents: DocumentIndex): PublishedFile | undefined {
  return documents.get(path.normalize("NFC"));
}

/** Finds the name of the document that was meant by a path at which there is none: one in the same folder. */
export function findNearestDocument(path: string, documents: DocumentIndex): string | undefined {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const names = [...documents.keys()]
    .filter((other) => other.startsWith(folder) && !other.includes("/", folder.length))
    .map((other) => other.slice(folder.length));
  return findNearest(path.slice(folder.length), names);
}

/** Lists the documents that are published whether or not a text links to them, as `listKeptPictures` does. */
export function listKeptDocuments(documents: DocumentIndex): readonly PublishedFile[] {
  return [...documents.values()].filter(({ path, hash }) => hash !== "" && isKeptPath(path));
}

/** Lists the static files, each with the address at which it is published. */
export function listStaticFiles(documents: readonly SourceDocument[]): readonly PublishedFile[] {
  return documents
    .filter(({ path }) => isStaticPath(path))
    .map((document) => ({ ...document, address: toPathAddress(document.path.slice(staticFolder.length + 1)) }));
}

/** The address contains the file name and a hash of the bytes, so it is unique and its content never changes. */
function toPublishedDocument({ path, file, hash }: SourceDocument): PublishedFile {
  const [, name = "", extension = ""] = /([^/]*)(\.[^./]*)$/.exec(path) ?? [];
  const stem = toFileAddress(toMediaFolder(path), `${toSlug(removeKeptMark(name)) ?? "document"}-${hash.slice(0, 8)}`);
  return { path, file, hash, address: appendToName(stem, extension.toLowerCase()) };
}

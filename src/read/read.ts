// In: a content folder on disk. Out: its texts with their hashes, the sizes and hashes of its pictures, all problems.
// Only this step reads content: no later step opens a text of the content folder.
import type { Problem } from "../values/problem.ts";
import { readPicture } from "./picture.ts";
import { readSourceFile } from "./text.ts";
import { isJunkFile, type WalkResult, walkFolder } from "./walk.ts";

export { isJunkFile };

/** A text file of the content folder. */
export interface SourceFile {
  /** The path for messages, relative to the working directory: "content/2024/07/11/summit.ru.md". */
  readonly file: string;
  /** Relative to the content folder, with "/" on every system: "2024/07/11/summit.ru.md". */
  readonly path: string;
  /** Without a byte order mark; line ends are "\n". */
  readonly text: string;
  /** SHA-256 of the bytes of the file, in hex. */
  readonly hash: string;
}

/** A picture of the content folder: what is known without decoding it. */
export interface SourcePicture {
  readonly file: string;
  readonly path: string;
  readonly hash: string;
  /** In pixels, with the EXIF orientation applied. */
  readonly width: number;
  readonly height: number;
}

/** The files of a content folder, sorted by path. */
export interface Content {
  /** As the caller passed it, without a trailing "/". */
  readonly folder: string;
  readonly texts: readonly SourceFile[];
  readonly pictures: readonly SourcePicture[];
  /** Paths of files that exist but cannot be read. Each has a problem already, so none is also reported as missing. */
  readonly unread: readonly string[];
}

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

/** Finds and reads all files of a content folder. */
export async function readContent(folder: string): Promise<ReadResult> {
  return readContentFiles(findContentFiles(folder));
}

/** Finds the files of a content folder, without opening them. */
export function findContentFiles(folder: string): ContentFiles {
  const root = folder.replace(/(?<=.)[/\\]+$/, "");
  return { folder: root, ...walkFolder(root) };
}

/**
 * Reads files of a content folder, one at a time. Reading 50,000 files with promises takes four times as long as a
 * synchronous read in sorted order, and 290 MB more (2025).
 */
export function readContentFiles({ folder, ...files }: ContentFiles): ReadResult {
  const texts = files.texts.map((path) => ({ path, result: readSourceFile(folder, path) }));
  const pictures = files.pictures.map((path) => ({ path, result: readPicture(folder, path) }));
  const failed = [...texts, ...pictures].filter(({ result }) => !result.ok);
  return {
    content: {
      folder,
      texts: texts.flatMap(({ result }) => (result.ok ? [result.value] : [])),
      pictures: pictures.flatMap(({ result }) => (result.ok ? [result.value] : [])),
      unread: [...files.unread, ...failed.map(({ path }) => path)],
    },
    problems: [...files.problems, ...failed.flatMap(({ result }) => (result.ok ? [] : result.problems))],
  };
}

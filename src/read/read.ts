// In: a content folder on disk. Out: its texts, with a hash of each, and what is known of its pictures; and all problems.
// The only reader of content: nothing after this step opens a text of an author's.
import type { Problem } from "../values/problem.ts";
import { pictureIn } from "./picture.ts";
import { textIn } from "./text.ts";
import { isLeftBehind, type Walked, walked } from "./walk.ts";

export { isLeftBehind };

/** A text file of an author's. */
export interface Source {
  /** As authors see it, from the folder they started the build in: "content/2024/07/11/summit.ru.md". */
  readonly file: string;
  /** From the content folder, with "/" on every system: "2024/07/11/summit.ru.md". */
  readonly path: string;
  /** Without a byte order mark, line ends as "\n". */
  readonly text: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly hash: string;
}

/** A picture of an author's: what can be told without decoding it. */
export interface Picture {
  readonly file: string;
  readonly path: string;
  readonly hash: string;
  /** In pixels, as shown: after the orientation that the file asks for. */
  readonly width: number;
  readonly height: number;
}

/** All that a content folder holds. Sorted by path. */
export interface Content {
  /** As the caller gave it, without a "/" at its end. */
  readonly folder: string;
  readonly texts: readonly Source[];
  readonly pictures: readonly Picture[];
  /** Paths of what is there but could not be read: each has its problem, and nobody is to be told that it is missing. */
  readonly unread: readonly string[];
}

/** A content folder as far as it could be read, and what was in the way of the rest. */
export interface Reading {
  readonly content: Content;
  readonly problems: readonly Problem[];
}

/** The files of a content folder, by what they hold, and what does not belong there; none of them opened. */
export interface Found extends Walked {
  /** The folder as the caller gave it, without a "/" at its end: it begins the `file` of every source and problem. */
  readonly folder: string;
}

/** Reads a content folder. */
export async function readContent(folder: string): Promise<Reading> {
  return readFiles(filesIn(folder));
}

/** Finds the files of a content folder. */
export function filesIn(folder: string): Found {
  const root = folder.replace(/(?<=.)[/\\]+$/, "");
  return { folder: root, ...walked(root) };
}

/**
 * Reads files of a content folder. One is open at a time: beside a sorted walk and a synchronous read, 50,000 promises
 * cost four times as long and 290 MB (2025).
 */
export function readFiles({ folder, ...found }: Found): Reading {
  const texts = found.texts.map((path) => ({ path, read: textIn(folder, path) }));
  const pictures = found.pictures.map((path) => ({ path, read: pictureIn(folder, path) }));
  const failed = [...texts, ...pictures].filter(({ read }) => !read.ok);
  return {
    content: {
      folder,
      texts: texts.flatMap(({ read }) => (read.ok ? [read.value] : [])),
      pictures: pictures.flatMap(({ read }) => (read.ok ? [read.value] : [])),
      unread: [...found.unread, ...failed.map(({ path }) => path)],
    },
    problems: [...found.problems, ...failed.flatMap(({ read }) => (read.ok ? [] : read.problems))],
  };
}

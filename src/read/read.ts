// In: a content folder on disk. Out: its texts, with a hash of each, and what is known of its pictures; or problems.
// The only reader of content: nothing after this step opens a file of an author's.
import type { Checked } from "../values/problem.ts";

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
  readonly texts: readonly Source[];
  readonly pictures: readonly Picture[];
}

export declare function readContent(folder: string): Promise<Checked<Content>>;

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

/** A file of the content folder that is published byte for byte: a document beside a text, or a static file. */
export interface SourceDocument {
  readonly file: string;
  readonly path: string;
  readonly hash: string;
}

/** The files of a content folder, sorted by path. */
export interface Content {
  /** As the caller passed it, without a trailing "/". */
  readonly folder: string;
  readonly texts: readonly SourceFile[];
  readonly pictures: readonly SourcePicture[];
  readonly documents: readonly SourceDocument[];
  /** Paths of files that exist but cannot be read. Each has a problem already, so none is also reported as missing. */
  readonly unread: readonly string[];
}

/** Hashes of Dateline's own sources. A cached result is valid only for the code that made it. */
export interface CodeHashes {
  /** A hash of everything that pages are made with: code, layouts, style sheets and the pictures of the design. */
  readonly site: string;
  /** A hash of the code that reads, parses and models texts. */
  readonly parser: string;
  /** A hash of the code that defines the format of the cache. */
  readonly cache: string;
}

/**
 * Hashes the sources of Dateline, and the versions of its dependencies.
 *
 * @param root the path of the folder with package.json, `src/` and `layouts/`
 */
export function hashCode(root: string): CodeHashes;

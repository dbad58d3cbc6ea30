import { fileURLToPath } from "node:url";
import { packageRoot } from "../values/package-root.ts";
import { type CodeHashes, hashCode } from "./code-hash.js";

/** Constants that src/compile.js writes at the start of each compiled file. */
declare const DATELINE: { readonly hashes: CodeHashes };

// A running program keeps the code that it loaded at its start. A preview keeps running while sources are edited; its
// results must not be recorded as those of the edited code.
const codeHashes = typeof DATELINE === "undefined" ? hashCode(fileURLToPath(packageRoot)) : DATELINE.hashes;

/**
 * The version of a cache: the code that defines its format, Node and ICU. Texts from Intl may differ between two
 * versions of ICU.
 */
export function getCacheVersion(): string {
  return `${codeHashes.cache}/${process.versions.node}/${process.versions.icu}`;
}

/** The hash of the code that reads, parses and models texts: cached parse results are valid only for this code. */
export function hashParserCode(): string {
  return codeHashes.parser;
}

/** The hash of all code that pages are made with, layouts and styles included. */
export function hashSiteCode(): string {
  return codeHashes.site;
}

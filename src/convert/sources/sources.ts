import type { ArchiveSource } from "../archive.ts";
import { hugo } from "./hugo.ts";
import { jekyll } from "./jekyll.ts";
import { pelican } from "./pelican.ts";
import { wordpressExport } from "./wordpress-export.ts";
import { zola } from "./zola.ts";

/** The programs whose archives can be converted. Another one is its file, and its line here. */
export const archiveSources: readonly ArchiveSource[] = [jekyll, hugo, pelican, zola, wordpressExport];

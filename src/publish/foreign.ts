import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { isSideName } from "./output-folder.ts";

/** The contents of an output folder. */
export interface FolderContents {
  /** Files that Dateline wrote. */
  readonly own: readonly string[];
  /** What Dateline did not write: files, links, and whole folders. */
  readonly foreign: readonly string[];
}

/**
 * Lists what is in an output folder, and tells apart what Dateline wrote there from what somebody else did: the
 * repository of a branch that is published, files for the host.
 *
 * @param knownFiles all files that Dateline wrote; undefined if they are not known: then a file counts as written by
 *   Dateline if it could be a file of a site
 */
export function listContents(folder: string, knownFiles: ReadonlySet<string> | undefined): FolderContents {
  const knownFolders = knownFiles && listFolders(knownFiles);
  const own: string[] = [];
  const foreign: string[] = [];
  const visit = (path: string) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const entryPath = path === "" ? entry.name : `${path}/${entry.name}`;
      if (path === "" && isSideName(entry.name)) continue;
      if (entry.isDirectory()) {
        const isOwn = knownFolders ? knownFolders.has(entryPath) : !entry.name.startsWith(".");
        if (isOwn) visit(entryPath);
        else foreign.push(entryPath);
      } else if (knownFiles ? knownFiles.has(entryPath) : couldBeOwn(entry, entryPath)) own.push(entryPath);
      else foreign.push(entryPath);
    }
  };
  visit("");
  return { own, foreign };
}

/** The folders of files, as paths without "/" at the end. */
function listFolders(files: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of files)
    for (
      let end = file.lastIndexOf("/");
      end > 0 && !folders.has(file.slice(0, end));
      end = file.lastIndexOf("/", end - 1)
    )
      folders.add(file.slice(0, end));
  return folders;
}

// At the root hosts and search engines look for files of many names; the pages of a site are in folders.
function couldBeOwn(entry: Dirent, path: string): boolean {
  if (!entry.isFile() || entry.name.startsWith(".")) return false;
  return path.includes("/") ? siteFile.test(path) : rootFile.test(path);
}

const siteFile = /\.(?:html?|xml|json|opml|txt|css|png|jpe?g|webp|avif|epub)$/;
const rootFile =
  /\.html?$|^(?:rss|atom|sitemap|opds)\.xml$|^feed\.json$|^feeds\.opml$|^robots\.txt$|^style.*\.css$|^(?:icon|logo)\.png$/;

/** Names of what hosts and version control keep in a folder that is published. A site may be built around them. */
export function isHostFile(name: string): boolean {
  return hostFiles.has(name);
}

const hostFiles: ReadonlySet<string> = new Set([
  ".domains",
  ".git",
  ".gitattributes",
  ".gitignore",
  ".gitkeep",
  ".htaccess",
  ".keep",
  ".nojekyll",
  ".well-known",
  "CNAME",
  "_headers",
  "_redirects",
  "lost+found",
]);

import { type Dirent, readdirSync } from "node:fs";
import { inQuotes, type Problem, type ProblemText } from "../values/problem.ts";
import { isDocumentPath } from "./document-types.ts";
import { getExtension, getLowerCaseExtension, isPicturePath, isStaticPath, staticFolder } from "./endings.ts";
import { describeLeftover } from "./leftovers.ts";
import { describeReadError, fileProblem, isSystemError } from "./opened.ts";
import { describeUnusableName, isToolFile } from "./static-names.ts";

/** Sorted paths of the files of a content folder, by type, and the problems of files that do not belong there. */
export interface WalkResult {
  readonly texts: readonly string[];
  readonly pictures: readonly string[];
  /** Documents beside texts, and static files. */
  readonly documents: readonly string[];
  /** Paths that exist but are not files that we read. */
  readonly unread: readonly string[];
  readonly problems: readonly Problem[];
}

/** Lists the files of a content folder and its subfolders, without opening files or following links. */
export function walkFolder(root: string): WalkResult {
  const entries = [...walkEntries(root, "")].sort((a, b) => (a.path < b.path ? -1 : 1));
  const listPaths = (kind: WalkEntry["kind"]) => entries.flatMap((entry) => (entry.kind === kind ? [entry.path] : []));
  return {
    texts: listPaths("text"),
    pictures: listPaths("picture"),
    documents: listPaths("document"),
    unread: entries.flatMap((entry) => (entry.kind === "problem" ? entry.unread : [])),
    problems: entries.flatMap((entry) =>
      entry.kind === "problem" ? [fileProblem(`${root}/${entry.path}`.replace(/\/$/, ""), entry.text)] : [],
    ),
  };
}

type WalkEntry =
  | { readonly kind: "text" | "picture" | "document"; readonly path: string }
  /** `unread`: paths that are not reported as missing. */
  | { readonly kind: "problem"; readonly path: string; readonly text: ProblemText; readonly unread: readonly string[] };

/** @param folder "" or a path that ends with "/" */
function* walkEntries(root: string, folder: string): Generator<WalkEntry> {
  const listing = listFolder(`${root}/${folder}`);
  if (!listing.ok) {
    yield folder === ""
      ? createNoContentEntry(listing.error)
      : createProblemEntry(folder, describeReadError(listing.error));
    return;
  }
  for (const entry of listing.entries) {
    const path = folder + entry.name;
    if (isJunkFile(path)) continue;
    if (entry.isDirectory()) yield* walkEntries(root, `${path}/`);
    else if (entry.isFile()) yield classifyFile(path);
    else yield createProblemEntry(path, describeNonFile(entry));
  }
}

type FolderListing =
  | { readonly ok: true; readonly entries: readonly Dirent[] }
  | { readonly ok: false; readonly error: unknown };

function listFolder(folder: string): FolderListing {
  try {
    return { ok: true, entries: readdirSync(folder, { withFileTypes: true }) };
  } catch (error) {
    return { ok: false, error };
  }
}

/**
 * Whether a file or folder is one that operating systems and editors leave behind: such files are ignored.
 *
 * @param path relative to the content folder
 */
export function isJunkFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (isStaticPath(path)) return isToolFile(name);
  return /^\.|^~\$|~$|\.sw[a-z]$|\.tmp$|^#.*#$|^Thumbs\.db$|^ehthumbs\.db$|^desktop\.ini$|^Icon\r$/i.test(name);
}

function classifyFile(path: string): WalkEntry {
  const leftover = describeLeftover(path);
  if (leftover) return createProblemEntry(path, leftover);
  if (isStaticPath(path)) {
    const problem = describeUnusableName(path.slice(staticFolder.length + 1));
    return problem ? createProblemEntry(path, problem) : { kind: "document", path };
  }
  if (path.endsWith(".md") || settingsFiles.includes(path)) return { kind: "text", path };
  if (isPicturePath(path)) return { kind: "picture", path };
  if (isDocumentPath(path)) return { kind: "document", path };
  return createProblemEntry(path, describeUnusedFile(path));
}

/** Settings files are read only at the root of the content folder. */
const settingsFiles: readonly string[] = ["site.yaml", "tags.yaml", "storylines.yaml", "authors.yaml"];

function createProblemEntry(path: string, text: ProblemText): WalkEntry {
  return { kind: "problem", path, text, unread: [path] };
}

function createNoContentEntry(error: unknown): WalkEntry {
  const advice = "Name the content folder: --content DIR.";
  const code = isSystemError(error) ? error.code : "";
  const text =
    code === "ENOENT"
      ? { what: "there is no such folder.", advice }
      : code === "ENOTDIR"
        ? { what: "is a file, not a folder.", advice }
        : describeReadError(error);
  return { kind: "problem", path: "", text, unread: settingsFiles };
}

function describeNonFile(entry: Dirent): ProblemText {
  if (entry.isSymbolicLink()) {
    return {
      what: "is a symbolic link, and links are not followed.",
      advice: "Replace it with a copy of what it points to.",
    };
  }
  const what = entry.isFIFO() ? "a named pipe" : entry.isSocket() ? "a socket" : "a device";
  return { what: `is ${what}, not a file.`, advice: "Take it out of the content folder." };
}

function describeUnusedFile(path: string): ProblemText {
  const extension = getLowerCaseExtension(path);
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (extension === ".svg") {
    return { what: "is an SVG, and an SVG can carry a script.", advice: "Export the picture as PNG." };
  }
  if (extension === ".md")
    return { what: `ends with ${inQuotes(getExtension(path))}.`, advice: 'Write the ending as ".md".' };
  if (settingsFiles.includes(name)) {
    return {
      what: `is in a folder where no ${name} is read.`,
      advice: "Move it to the root of the content folder.",
    };
  }
  if (extension === ".yaml" || extension === ".yml") {
    return { what: "is not one of the settings files.", advice: `Those are ${settingsFiles.join(", ")}.` };
  }
  return {
    what:
      extension === ""
        ? "has no ending that shows what it contains."
        : `ends with ${inQuotes(extension)}, and such files are not published.`,
    advice:
      "Texts end with .md, pictures with .jpg, .jpeg, .png, .webp, .avif, documents with .pdf, .docx, .xlsx, .csv, .mp3, .mp4, .zip or the like. " +
      "Move a file that is to be published as it is into the folder static, and keep others out of the content folder.",
  };
}

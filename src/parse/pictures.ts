import { isDocumentPath, type SourcePicture } from "../read/read.ts";
import { type Address, toFileAddress, toPageAddress } from "../values/address.ts";
import { parseDay } from "../values/day.ts";
import { askWhetherMeant, findNearest } from "../values/nearest.ts";
import { inQuotes, type ProblemText } from "../values/problem.ts";
import { toSlug } from "../values/slug.ts";
import type { PublishedImage } from "./article.ts";
import { isExternal, resolveRelativePath } from "./markdown/reading.ts";
import { authorsGroup, getSourceGroup } from "./source-groups.ts";

/** The pictures of a source group by path, in Unicode NFC: macOS stores file names decomposed. */
export type PictureIndex = ReadonlyMap<string, PublishedImage>;

/**
 * Indexes pictures by path.
 *
 * @param unread paths of pictures that exist but could not be read. Each has its own problem, and gets an empty entry,
 *   so that it is not also reported as missing
 */
export function indexPictures(pictures: readonly SourcePicture[], unread: readonly string[]): PictureIndex {
  const placeholders = unread.map((path) => ({ file: path, path, hash: "", width: 1, height: 1 }));
  return new Map(
    [...placeholders, ...pictures].map((picture) => [picture.path.normalize("NFC"), toPublishedImage(picture)]),
  );
}

/** Finds the picture at a path, which is relative to the content folder. */
export function findPicture(path: string, pictures: PictureIndex): PublishedImage | undefined {
  return pictures.get(path.normalize("NFC"));
}

/**
 * Resolves a picture reference.
 *
 * @param file path of the text, relative to the content folder
 * @param written the reference as written, relative to the text
 * @returns the picture, or what is wrong with the reference
 */
export function resolvePictureReference(
  file: string,
  written: string,
  pictures: PictureIndex,
): PublishedImage | ProblemText {
  if (isExternal(written)) {
    return {
      what: `${inQuotes(written)} is on another host.`,
      advice: folderAdvice,
    };
  }
  const path = written.startsWith("/") ? undefined : resolveRelativePath(file, written);
  if (path === undefined) {
    return {
      what: `${inQuotes(written)} is outside the content folder.`,
      advice: folderAdvice,
    };
  }
  // Texts are parsed with the pictures of their group.
  if (getSourceGroup(path) !== getSourceGroup(file)) {
    return {
      what: `${inQuotes(written)} is outside ${file.startsWith("pages/") ? "the folder pages" : "the folder of the month"}.`,
      advice: folderAdvice,
    };
  }
  if (isDocumentPath(path))
    return {
      what: `${inQuotes(written)} is not a picture.`,
      advice: "Link to it in the text, and name a picture here.",
    };
  return findPicture(path, pictures) ?? describeMissingFile(written, path, pictures);
}

/**
 * Resolves the picture of an author, which lies in the folder "authors".
 *
 * @param written as in authors.yaml, relative to the content folder: "authors/anna-example.jpg"
 */
export function resolveAuthorPicture(written: string, pictures: PictureIndex): PublishedImage | ProblemText {
  const path =
    isExternal(written) || written.startsWith("/") ? undefined : resolveRelativePath("authors.yaml", written);
  if (path === undefined || getSourceGroup(path) !== authorsGroup) {
    return { what: `${inQuotes(written)} is not in the folder authors.`, advice: authorsFolderAdvice };
  }
  const picture = findPicture(path, pictures) ?? describeMissingFile(written, path, pictures);
  return "advice" in picture && picture.advice === folderAdvice ? { ...picture, advice: authorsFolderAdvice } : picture;
}

const authorsFolderAdvice = "Put the picture there, and write it as in: picture: authors/anna-example.jpg";

const folderAdvice = "Put the picture next to the article, and write its file name.";

function describeMissingFile(written: string, path: string, pictures: PictureIndex): ProblemText {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const picturePaths = [...pictures.keys()]
    .filter((picturePath) => picturePath.startsWith(folder))
    .map((picturePath) => picturePath.slice(folder.length));
  const suggestion = findNearest(
    path.slice(folder.length),
    picturePaths.filter((name) => !name.includes("/")),
  );
  const writtenFolder = written.slice(0, written.lastIndexOf("/") + 1);
  return {
    what: `${inQuotes(written)} does not exist.`,
    advice: suggestion
      ? askWhetherMeant(path.slice(folder.length), suggestion, writtenFolder + suggestion)
      : folderAdvice,
  };
}

/**
 * Lists the pictures that are published whether or not a text shows them: "map.kept.png" has the addresses that map.png
 * had when it was these bytes. Feeds, mails and link previews that were sent name them.
 */
export function listKeptPictures(pictures: PictureIndex): readonly PublishedImage[] {
  return [...pictures.values()].filter(({ path, hash }) => hash !== "" && isKeptPath(path));
}

/** Whether the name of a picture or document says that it is kept. */
export function isKeptPath(path: string): boolean {
  return keptMark.test(path.replace(/\.[^./]*$/, ""));
}

/** Removes from a name without its extension the mark that it is kept. */
export function removeKeptMark(name: string): string {
  return name.replace(keptMark, "");
}

const keptMark = /\.kept(?:-\d+)?$/;

/** The address contains the file name and a hash of the bytes, so it is unique and its content never changes. */
function toPublishedImage({ path, file, hash, width, height }: SourcePicture): PublishedImage {
  const name = removeKeptMark(path.slice(path.lastIndexOf("/") + 1, path.lastIndexOf(".")));
  const stem = toFileAddress(toMediaFolder(path), `${toSlug(name) ?? "picture"}-${hash.slice(0, 8)}`);
  return { path, file, hash, stem, width, height };
}

/** The folder in which pictures and documents of a folder of the content are published. */
export function toMediaFolder(path: string): Address {
  const folders = path.split("/").slice(0, -1);
  const [year = "", month = "", day = ""] = folders;
  // Authors may sort pictures into subfolders of a day; the published address omits these.
  return parseDay(year, month, day)
    ? toPageAddress(year, month, day)
    : toPageAddress(...folders.map((folder) => toSlug(folder) ?? "pictures"));
}

import type { Picture } from "../read/read.ts";
import { type Address, fileIn, pageAddress } from "../values/address.ts";
import { dayFrom } from "../values/day.ts";
import { nearest } from "../values/nearest.ts";
import { quoted, type Slip } from "../values/problem.ts";
import { slugFor } from "../values/slug.ts";
import type { Shown } from "./article.ts";
import { joined } from "./markdown/reading.ts";

/** The pictures of a content folder, by path. Accents in names are composed: macOS stores them apart. */
export type Pictures = ReadonlyMap<string, Shown>;

/**
 * @param unread paths of files that are there but have problems of their own: what shows such a picture is not to be
 *   told that it is missing, so an empty one stands for it
 */
export function picturesOf(pictures: readonly Picture[], unread: readonly string[]): Pictures {
  const empty = unread.map((path) => ({ file: path, path, hash: "", width: 1, height: 1 }));
  return new Map([...empty, ...pictures].map((picture) => [picture.path.normalize("NFC"), shown(picture)]));
}

/** The picture at a path in the content folder. */
export function pictureAt(path: string, pictures: Pictures): Shown | undefined {
  return pictures.get(path.normalize("NFC"));
}

/** The picture that a text shows; or what is wrong with the way to it. */
export function pictureFrom(file: string, written: string, pictures: Pictures): Shown | Slip {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(written)) {
    return {
      what: `${quoted(written)} is on another host.`,
      advice: "Put the picture beside the article, and write its file name.",
    };
  }
  const path = written.startsWith("/") ? undefined : joined(file, written);
  if (path === undefined) {
    return {
      what: `${quoted(written)} leads out of the content folder.`,
      advice: "Put the picture beside the article, and write its file name.",
    };
  }
  if (farFrom(file, path)) {
    return {
      what: `${quoted(written)} leads out of ${file.startsWith("pages/") ? "the folder pages" : "the folder of the month"}.`,
      advice: "Put the picture beside the article, and write its file name.",
    };
  }
  return pictureAt(path, pictures) ?? notThere(written, path, pictures);
}

/** Whether a picture lies in another month than the file: texts are read month by month, each with the month's pictures. */
function farFrom(file: string, picture: string): boolean {
  const month = (path: string) => path.split("/").slice(0, -1).slice(0, 2).join("/");
  return month(file) !== month(picture);
}

function notThere(written: string, path: string, pictures: Pictures): Slip {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const beside = [...pictures.keys()]
    .filter((each) => each.startsWith(folder))
    .map((each) => each.slice(folder.length));
  const near = nearest(
    path.slice(folder.length),
    beside.filter((name) => !name.includes("/")),
  );
  const before = written.slice(0, written.lastIndexOf("/") + 1);
  return {
    what: `${quoted(written)} is not there.`,
    advice: near ? `Did you mean "${before}${near}"?` : "Put the picture beside the article, and write its file name.",
  };
}

/** Named by what it shows and by its bytes: an address whose picture never changes, and that no other picture has. */
function shown({ path, file, hash, width, height }: Picture): Shown {
  const folders = path.split("/").slice(0, -1);
  const name = path.slice(path.lastIndexOf("/") + 1, path.lastIndexOf("."));
  const stem = fileIn(addressOf(folders), `${slugFor(name) ?? "picture"}-${hash.slice(0, 8)}`);
  return { path, file, hash, stem, width, height };
}

function addressOf(folders: readonly string[]): Address {
  const [year = "", month = "", day = ""] = folders;
  // A folder below the day's sorts an author's pictures; readers see them under the day.
  return dayFrom(year, month, day)
    ? pageAddress(year, month, day)
    : pageAddress(...folders.map((each) => slugFor(each) ?? "pictures"));
}

import { existsSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { toSlug } from "../../values/slug.ts";
import type { Archive, ArchiveText } from "../archive.ts";

/** A picture, or a document, that is copied beside a text. */
export interface CopiedPicture {
  /** On the disk. */
  readonly from: string;
  /** Relative to the content folder. */
  readonly to: string;
}

/** Finds the files of an archive that its texts refer to. */
export interface ArchiveFiles {
  /** The path on the disk; undefined if there is no such file. */
  readonly find: (reference: string, text: ArchiveText) => string | undefined;
}

/** Indexes the files of an archive: a reference is a path from the text, from a static folder, or from the old address. */
export function indexFiles(folder: string, { site, staticFolders }: Archive): ArchiveFiles {
  const isFile = (path: string) => existsSync(path) && statSync(path).isFile();
  return {
    find: (reference, text) => {
      const path = toLocalPath(reference, site.url);
      if (path === undefined || path === "") return undefined;
      const own = posix.dirname(text.file.split(": ")[0] ?? "");
      const bundle = text.file.replace(/\.\w+$/, "");
      const address = text.addresses[0] ?? "/";
      const upload = /(?:^|\/)wp-content\/uploads\/(.+)$/.exec(path)?.[1];
      const candidates = [
        ...(path.startsWith("/") ? [] : [join(own, path), join(bundle, path)]),
        ...staticFolders.map((root) => join(root, path.startsWith("/") ? path : posix.join(address, path))),
        ...staticFolders.map((root) => join(root, path)),
        ...(upload === undefined ? [] : staticFolders.map((root) => join(root, upload))),
      ];
      // WordPress names smaller copies after the original: "map-300x200.jpg".
      const originals = candidates.map((candidate) => candidate.replace(/-\d{2,4}x\d{2,4}(?=\.\w+$)/, ""));
      const found = [...candidates, ...originals].find(
        (candidate) => !candidate.startsWith("..") && isFile(join(folder, candidate)),
      );
      return found === undefined ? undefined : join(folder, found);
    },
  };
}

/** The path of a reference on the old site, or from its text; undefined for an address of another host. */
function toLocalPath(reference: string, siteUrl: string | undefined): string | undefined {
  let path = reference.replace(/[?#].*$/, "");
  if (siteUrl !== undefined) {
    const { host, pathname } = new URL(siteUrl);
    const [, otherHost, otherPath = ""] = /^(?:https?:)?\/\/([^/]+)(.*)$/i.exec(path) ?? [];
    if (otherHost !== undefined && otherHost.replace(/^www\./, "") === host.replace(/^www\./, "")) path = otherPath;
    if (pathname !== "/" && path.startsWith(pathname)) path = path.slice(pathname.length - 1);
  }
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path))
    return /\/wp-content\/uploads\//.test(path) ? new URL(path, "https://x.example").pathname : undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether the ending of a file is that of a picture that Dateline publishes. */
export function isPublishedPicture(path: string): boolean {
  return /\.(?:jpe?g|png|webp|avif)$/i.test(path);
}

/** Whether the ending of a path is that of any picture. */
export function isPicture(path: string): boolean {
  return /\.(?:jpe?g|png|webp|avif|gif|svg|bmp|tiff?|ico)$/i.test(path);
}

/**
 * Gives each picture of a day a name beside the texts of that day. Two pictures with one name stay two: the later one gets
 * the name of its text too.
 */
export function createPictureNames(): (from: string, folder: string, slug: string) => CopiedPicture {
  const owners = new Map<string, string>();
  return (from, folder, slug) => {
    const [, stem = "picture", ending = ""] = /([^/\\]*?)(\.\w+)$/.exec(from) ?? [];
    const name = toSlug(stem) ?? "picture";
    for (let i = 0; ; i++) {
      const prefix = i === 0 ? "" : `${slug}-${i === 1 ? "" : `${i}-`}`;
      const to = `${folder}/${prefix}${name}${ending.toLowerCase()}`;
      if ((owners.get(to) ?? from) !== from) continue;
      owners.set(to, from);
      return { from, to };
    }
  };
}

/** A description of a picture from the name of its file: "map of the front". */
export function describeByName(reference: string): string {
  const name =
    reference
      .replace(/[?#].*$/, "")
      .split("/")
      .at(-1) ?? "";
  let decoded = name;
  try {
    decoded = decodeURIComponent(name);
  } catch {
    // The name stands as it is.
  }
  const words = decoded
    .replace(/\.\w+$/, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  return words === "" ? "picture" : words;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type HtmlPage, readHtml } from "../readers/html-reader.ts";
import { listFiles } from "./folders.ts";

/** Read access to a published folder. */
export interface PublishedFolder {
  readonly output: string;
  /** The paths of all files, sorted: "2024/07/11/index.html". */
  readonly files: readonly string[];
  /** The text of the file at an address: "/2024/07/11/" or "/rss.xml". Throws if there is none. */
  readonly text: (address: string) => string;
  readonly bytes: (address: string) => Buffer;
  readonly page: (address: string) => HtmlPage;
  /** The addresses of all HTML documents, sorted. */
  readonly pages: readonly string[];
}

/** Opens a published folder. A folder that does not exist has no files. */
export function openPublishedFolder(output: string): PublishedFolder {
  const files = listFiles(output);
  const bytes = (address: string) => readFileSync(join(output, toFilePath(address)));
  const text = (address: string) => bytes(address).toString("utf8");
  return {
    output,
    files,
    bytes,
    text,
    page: (address) => readHtml(text(address)),
    pages: files.filter((file) => file.endsWith(".html")).map((file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`),
  };
}

/** The path of the file that a plain web server sends for an address. */
export function toFilePath(address: string): string {
  return address.endsWith("/") ? `${address.slice(1)}index.html` : address.slice(1);
}

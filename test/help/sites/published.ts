import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type HtmlPage, htmlPage } from "../readers/html-reader.ts";
import { filesIn } from "./folders.ts";

/** A published folder, as somebody who has only the folder sees it. */
export interface PublishedFolder {
  readonly output: string;
  /** Every file: "2024/07/11/index.html". Sorted. */
  readonly files: readonly string[];
  /** What is published at an address: "/2024/07/11/" or "/rss.xml". Throws where nothing is. */
  readonly text: (address: string) => string;
  readonly bytes: (address: string) => Buffer;
  readonly page: (address: string) => HtmlPage;
  /** The addresses of all HTML documents, sorted. */
  readonly pages: readonly string[];
}

/** Opens a published folder; one that is not there has no files. */
export function publishedFolder(output: string): PublishedFolder {
  const files = filesIn(output);
  const bytes = (address: string) => readFileSync(join(output, fileAt(address)));
  const text = (address: string) => bytes(address).toString("utf8");
  return {
    output,
    files,
    bytes,
    text,
    page: (address) => htmlPage(text(address)),
    pages: files.filter((file) => file.endsWith(".html")).map((file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`),
  };
}

/** The file that a plain web server answers an address with. */
export function fileAt(address: string): string {
  return address.endsWith("/") ? `${address.slice(1)}index.html` : address.slice(1);
}

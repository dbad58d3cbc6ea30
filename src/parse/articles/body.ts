import type { SourceFile } from "../../read/read.ts";
import type { Language } from "../../values/language.ts";
import { type BodyKey, createBodyKey, type Html } from "../../values/text/html.ts";
import type { AnchorLink, PublishedFile, PublishedImage, SiteLink } from "../article.ts";
import type { TextContext } from "../context.ts";
import { findDocument, findNearestDocument } from "../documents.ts";
import { renderMarkdown } from "../markdown/markdown.ts";
import { findContentAddress } from "../paths.ts";
import { findPicture } from "../pictures.ts";
import type { Parsed } from "../result.ts";

/** An author's text as HTML, with its pictures and its links inside the site. */
export interface Body {
  readonly key: BodyKey;
  readonly html: Html;
  readonly wordCount: number;
  readonly pictures: readonly PublishedImage[];
  readonly documents: readonly PublishedFile[];
  readonly links: readonly SiteLink[];
  readonly anchorLinks: readonly AnchorLink[];
  /** The ids of headings and footnotes. */
  readonly ids: readonly string[];
}

/**
 * Renders the markdown of a file to HTML.
 *
 * @param text the file without its front matter
 * @param firstLine the line of the file on which `text` begins, from 1
 */
export function parseBody(
  { path, file, hash }: SourceFile,
  text: string,
  firstLine: number,
  language: Language,
  { site, pictures, documents }: TextContext,
): Parsed<Body> {
  const rendered = renderMarkdown(text, {
    language,
    file,
    firstLine,
    path,
    findPicture: (picturePath) => findPicture(picturePath, pictures),
    findDocument: (documentPath) => findDocument(documentPath, documents),
    findNearestDocument: (documentPath) => findNearestDocument(documentPath, documents),
    findAddress: (filePath) => findContentAddress(filePath, site.language),
  });
  const key = createBodyKey(path, hash, [
    ...rendered.pictures.map(({ stem }) => stem),
    ...rendered.documents.map(({ address }) => address),
  ]);
  const { problems, ...body } = rendered;
  return { value: { key, ...body }, problems };
}

/** What was found in a text, besides its words. */
export function pickFindings({ pictures, documents, links, anchorLinks, ids }: Body) {
  return { pictures, documents, links, anchorLinks, ids };
}

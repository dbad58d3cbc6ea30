import { inQuotes, type ProblemText } from "../../values/problem.ts";
import { escapeHtml } from "../../values/text/escape.ts";
import { isBlank } from "../../values/text/hidden-characters.ts";
import { toSiteLink } from "../../values/text/html.ts";
import {
  formatSrcset,
  listVariants,
  type PictureFormat,
  type PictureVariant,
  pictureSizes,
} from "../../values/variants.ts";
import type { PublishedImage } from "../article.ts";
import { isExternal, locateText, type MarkdownState, resolveRelativePath, toPlainText } from "./reading.ts";
import { createHtmlToken, type Token } from "./tokens.ts";
import { applySmartPunctuation } from "./typography.ts";

/**
 * Renders a picture of a text as a picture element with all its published files. A missing picture or description is
 * reported.
 *
 * @param isFigure whether to render a figure, with its title as the caption
 * @param line of the picture, from 0 at the start of the text
 * @returns the picture's HTML; empty if there is no such picture
 */
export function createPictureToken(image: Token, isFigure: boolean, line: number, state: MarkdownState): Token {
  const { language } = state.context;
  const src = String(image.attrGet("src") ?? "");
  const picture = resolvePicture(src, state);
  const alt = applySmartPunctuation(toPlainText(image.children ?? []).trim(), language);
  const problem =
    picture === undefined ? describeMissingPicture(src, state) : isBlank(alt) ? describeMissingAlt(src) : undefined;
  if (problem) state.problems.push({ at: locateText(state, src, line), ...problem });
  if (picture === undefined) return createHtmlToken("");
  state.pictures.push(picture);
  const html = renderPicture(picture, alt);
  if (!isFigure) return createHtmlToken(html);
  const title = applySmartPunctuation(String(image.attrGet("title") ?? ""), language);
  const caption = title === "" ? "" : `<figcaption>${escapeHtml(title)}</figcaption>`;
  return createHtmlToken(`<figure>${html}${caption}</figure>\n`);
}

function resolvePicture(src: string, { context }: MarkdownState): PublishedImage | undefined {
  if (isExternal(src) || src.startsWith("/")) return undefined;
  return [src, decodePath(src)]
    .map((path) => resolveRelativePath(context.path, path))
    .map((path) => (path === undefined ? undefined : context.findPicture(path)))
    .find((picture) => picture !== undefined);
}

// Paths that are copied from a browser are percent-encoded: "%20" stands for a space in the file name.
function decodePath(path: string): string {
  return /%[0-9a-f]{2}/i.test(path) && /^(?:[^%]|%[0-7][0-9a-f])*$/i.test(path) ? decodeURIComponent(path) : path;
}

function describeMissingPicture(src: string, { context }: MarkdownState): ProblemText {
  if (isExternal(src))
    return {
      what: `text: the picture ${inQuotes(src)} is not in the content folder, and pages load nothing from other sites.`,
      advice: "Save it next to this file and write its name.",
    };
  const path = src.startsWith("/") ? undefined : resolveRelativePath(context.path, decodePath(src));
  if (path !== undefined && context.findDocument(path))
    return {
      what: `text: ${inQuotes(src)} is a document, not a picture.`,
      advice: `Link to it: [words](${src.replaceAll(" ", "%20")})`,
    };
  const folder = context.file.slice(0, context.file.lastIndexOf("/") + 1);
  return {
    what: `text: there is no picture ${inQuotes(src)}.`,
    advice: `Put the file into ${folder || "the same folder"}, or write the name of one that is there.`,
  };
}

function describeMissingAlt(src: string): ProblemText {
  return {
    what: `text: the picture ${inQuotes(src)} has no description.`,
    advice: `Say what it shows, for readers who cannot see it: ![A map of the front](${src})`,
  };
}

function renderPicture({ stem, width, height }: PublishedImage, alt: string): string {
  const variants = listVariants(stem, width, height);
  const widest = variants.at(-1);
  if (!widest) throw new Error(`Expected at least one file of ${stem}.`);
  return (
    `<picture>${renderSource(variants, "avif")}${renderSource(variants, "webp")}` +
    `<img src="${toSiteLink(widest.address)}"${renderCandidates(variants, "jpg")} width="${widest.width}" ` +
    `height="${widest.height}" alt="${escapeHtml(alt)}" loading="lazy" decoding="async"></picture>`
  );
}

function renderSource(variants: readonly PictureVariant[], format: PictureFormat): string {
  return `<source type="image/${format}"${renderCandidates(variants, format)}>`;
}

function renderCandidates(variants: readonly PictureVariant[], format: PictureFormat): string {
  return ` srcset="${formatSrcset(variants, format, toSiteLink)}" sizes="${pictureSizes.inText}"`;
}

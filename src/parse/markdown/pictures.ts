import { quoted, type Slip } from "../../values/problem.ts";
import { escaped } from "../../values/text/escape.ts";
import { siteLink } from "../../values/text/html.ts";
import { type PictureFormat, type Variant, variantsOf } from "../../values/variants.ts";
import type { Shown } from "../article.ts";
import { joined, placeOf, plainText, type Reading } from "./reading.ts";
import { htmlToken, type Token } from "./tokens.ts";
import { typographic } from "./typography.ts";

/**
 * A picture in the words of a text, in all its published files; with its title as caption where it stands by itself.
 *
 * @param line counts from 0 at the start of the text
 * @returns the picture's HTML; nothing where it cannot be shown, and the reading says why
 */
export function pictureToken(image: Token, byItself: boolean, line: number, reading: Reading): Token {
  const { language } = reading.context;
  const src = String(image.attrGet("src") ?? "");
  const picture = pictureAt(src, reading);
  const alt = typographic(plainText(image.children ?? []).trim(), language);
  const wrong = picture === undefined ? notFound(src, reading) : alt === "" ? notDescribed(src) : undefined;
  if (wrong) reading.problems.push({ at: placeOf(reading, src, line), ...wrong });
  if (picture === undefined) return htmlToken("");
  reading.pictures.push(picture);
  const html = pictureHtml(picture, alt);
  if (!byItself) return htmlToken(html);
  const title = typographic(String(image.attrGet("title") ?? ""), language);
  const caption = title === "" ? "" : `<figcaption>${escaped(title)}</figcaption>`;
  return htmlToken(`<figure>${html}${caption}</figure>\n`);
}

function pictureAt(src: string, { context }: Reading): Shown | undefined {
  if (isElsewhere(src) || src.startsWith("/")) return undefined;
  return [src, decoded(src)]
    .map((path) => joined(context.path, path))
    .map((path) => (path === undefined ? undefined : context.pictureAt(path)))
    .find((picture) => picture !== undefined);
}

// An author who copies a picture's path from a browser has "%20" in it where the file name has a space.
function decoded(path: string): string {
  return /%[0-9a-f]{2}/i.test(path) && /^(?:[^%]|%[0-7][0-9a-f])*$/i.test(path) ? decodeURIComponent(path) : path;
}

function isElsewhere(src: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(src);
}

function notFound(src: string, { context }: Reading): Slip {
  if (isElsewhere(src))
    return {
      what: `text: the picture ${quoted(src)} does not lie in the content, and a page loads nothing from elsewhere.`,
      advice: "Save it beside this file and write its name.",
    };
  const folder = context.file.slice(0, context.file.lastIndexOf("/") + 1);
  return {
    what: `text: there is no picture ${quoted(src)}.`,
    advice: `Put the file into ${folder || "the same folder"}, or write the name of one that is there.`,
  };
}

function notDescribed(src: string): Slip {
  return {
    what: `text: the picture ${quoted(src)} has no description.`,
    advice: `Say what it shows, for readers who cannot see it: ![A map of the front](${src})`,
  };
}

function pictureHtml({ stem, width, height }: Shown, alt: string): string {
  const variants = variantsOf(stem, width, height);
  const widest = variants.at(-1);
  if (!widest) throw new Error(`Expected at least one file of ${stem}.`);
  return (
    `<picture>${source(variants, "avif")}${source(variants, "webp")}` +
    `<img src="${siteLink(widest.address)}"${srcset(variants, "jpg")} width="${widest.width}" ` +
    `height="${widest.height}" alt="${escaped(alt)}" loading="lazy" decoding="async"></picture>`
  );
}

function source(variants: readonly Variant[], format: PictureFormat): string {
  return `<source type="image/${format}"${srcset(variants, format)}>`;
}

function srcset(variants: readonly Variant[], format: PictureFormat): string {
  const files = variants.filter((variant) => variant.format === format);
  const candidates = files.map(({ address, width }) => `${siteLink(address)} ${width}w`);
  return ` srcset="${candidates.join(", ")}" sizes="${sizes}"`;
}

// The text column, or a narrow screen without its margins.
const sizes = "(min-width: 48em) 40em, calc(100vw - 2rem)";

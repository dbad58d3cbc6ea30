import type { Source } from "../../read/read.ts";
import type { Language } from "../../values/language.ts";
import type { BodyKey, Html } from "../../values/text/html.ts";
import type { Shown, SiteLink } from "../article.ts";
import type { Context } from "../context.ts";
import { markdownToHtml } from "../markdown/markdown.ts";
import { addressAt } from "../paths.ts";
import { pictureAt } from "../pictures.ts";
import type { Made } from "../result.ts";

/** An author's text as HTML, with what it shows and leads to. */
export interface Body {
  readonly key: BodyKey;
  readonly html: Html;
  readonly words: number;
  readonly pictures: readonly Shown[];
  readonly links: readonly SiteLink[];
}

/**
 * The text of a file as HTML. Its key changes with everything that the HTML is made from: where the file stands, its
 * bytes, and the pictures in it, by whose hashes they are named. It begins with the path, by which the text is found.
 */
export function bodyFrom(
  { path, file, hash }: Source,
  text: string,
  firstLine: number,
  language: Language,
  { site, pictures }: Context,
): Made<Body> {
  const marked = markdownToHtml(text, {
    language,
    file,
    firstLine,
    path,
    pictureAt: (each) => pictureAt(each, pictures),
    addressAt: (each) => addressAt(each, site.language),
  });
  const key = [path, hash, ...marked.pictures.map(({ stem }) => stem)].join(" ") as BodyKey;
  const { html, words, links, problems } = marked;
  return { value: { key, html, words, pictures: marked.pictures, links }, problems };
}

import { load } from "cheerio";
import { type Reference, referencesIn } from "./html-references.ts";

/** A page read back, with a parser that follows the HTML standard and never saw how the page was written. */
export interface HtmlPage {
  /** How many elements a CSS selector finds. */
  readonly count: (selector: string) => number;
  /** The text of each element found, with white space as a reader sees it, in the order of the page. */
  readonly texts: (selector: string) => readonly string[];
  /** The text of the one element found; throws where there is none, or more than one. */
  readonly text: (selector: string) => string;
  /** An attribute of each element found that has it. */
  readonly attributes: (selector: string, name: string) => readonly string[];
  /** An attribute of the one element found that has it; throws where there is none, or more than one. */
  readonly attribute: (selector: string, name: string) => string;
  /** What each script element of type application/ld+json says. */
  readonly schemas: () => readonly Readonly<Record<string, unknown>>[];
  /** Every id, in the order of the page. */
  readonly ids: () => readonly string[];
  /** Every URL that the page leads to or loads, as written. */
  readonly references: () => readonly Reference[];
}

/** Reads a page, or a part of one such as a feed item's text. */
export function htmlPage(html: string): HtmlPage {
  const find = load(html);
  const all = (selector: string) => find(selector).toArray();
  const texts = (selector: string) => all(selector).map((element) => asSeen(find(element).text()));
  const attributes = (selector: string, name: string) =>
    all(selector).flatMap((element) => find(element).attr(name) ?? []);
  return {
    count: (selector) => all(selector).length,
    texts,
    text: (selector) => only(texts(selector), selector),
    attributes,
    attribute: (selector, name) => only(attributes(selector, name), `${selector} with ${name}`),
    schemas: () => all('script[type="application/ld+json"]').map((element) => JSON.parse(find(element).text())),
    ids: () => attributes("[id]", "id"),
    references: () => referencesIn(find),
  };
}

function asSeen(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function only(found: readonly string[], what: string): string {
  const [first, ...more] = found;
  if (first === undefined || more.length > 0) throw new Error(`Expected one ${what}, found ${found.length}.`);
  return first;
}

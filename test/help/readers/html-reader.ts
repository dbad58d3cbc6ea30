import { load } from "cheerio";
import { findReferences, type Reference } from "./html-references.ts";

/** A page parsed by cheerio, which follows the HTML standard and shares no code with our renderer. */
export interface HtmlPage {
  /** The number of elements that match a CSS selector. */
  readonly count: (selector: string) => number;
  /** The text of each match with collapsed white space, in document order. */
  readonly texts: (selector: string) => readonly string[];
  /** The text of the only match. Throws unless there is exactly one. */
  readonly text: (selector: string) => string;
  /** An attribute of each match that has it. */
  readonly attributes: (selector: string, name: string) => readonly string[];
  /** An attribute of the only match that has it. Throws unless there is exactly one. */
  readonly attribute: (selector: string, name: string) => string;
  /** The parsed content of each script element of type application/ld+json. */
  readonly schemas: () => readonly Readonly<Record<string, unknown>>[];
  /** Every id, in document order. */
  readonly ids: () => readonly string[];
  /** Every URL that the page links to or loads, as written. */
  readonly references: () => readonly Reference[];
}

/** Parses a page, or a fragment such as the HTML of a feed item. */
export function readHtml(html: string): HtmlPage {
  const find = load(html);
  const findAll = (selector: string) => find(selector).toArray();
  const texts = (selector: string) => findAll(selector).map((element) => collapseWhitespace(find(element).text()));
  const attributes = (selector: string, name: string) =>
    findAll(selector).flatMap((element) => find(element).attr(name) ?? []);
  return {
    count: (selector) => findAll(selector).length,
    texts,
    text: (selector) => getOnly(texts(selector), selector),
    attributes,
    attribute: (selector, name) => getOnly(attributes(selector, name), `${selector} with ${name}`),
    schemas: () => findAll('script[type="application/ld+json"]').map((element) => JSON.parse(find(element).text())),
    ids: () => attributes("[id]", "id"),
    references: () => findReferences(find),
  };
}

function collapseWhitespace(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function getOnly(matches: readonly string[], description: string): string {
  const [first, ...more] = matches;
  if (first === undefined || more.length > 0) throw new Error(`Expected one ${description}, found ${matches.length}.`);
  return first;
}

import { type Address, isPageAddress, parseAddress, parseFileAddress } from "../../values/address.ts";
import { inQuotes, type Problem, type ProblemText } from "../../values/problem.ts";
import { parseSlug, toSlug } from "../../values/slug.ts";
import type { Parsed } from "../result.ts";
import type { Locations } from "../yaml/path.ts";
import type { SiteAlias, TermAlias } from "./site.ts";

/** Resolves the old addresses of site.yaml, each with the address that it leads to. */
export function resolveSiteAliases(
  written: Readonly<Record<string, string>>,
  locations: Locations,
): Parsed<readonly SiteAlias[]> {
  const results = Object.entries(written).map(([oldText, newText]) => {
    const from = parseAnyAddress(oldText);
    const to = parseAnyAddress(newText);
    const text =
      from === undefined
        ? describeInvalidAddress(oldText)
        : to === undefined
          ? describeInvalidAddress(newText)
          : describeOtherKind(from, to);
    const at = locations.locateKey(["aliases", oldText]);
    const problems: readonly Problem[] = text ? [{ at, what: `aliases: ${text.what}`, advice: text.advice }] : [];
    return { value: from && to && !text ? [{ from, to, at }] : [], problems };
  });
  return { value: results.flatMap(({ value }) => value), problems: results.flatMap(({ problems }) => problems) };
}

/** Resolves the old slugs and addresses of a term. */
export function resolveTermAliases(
  written: readonly string[],
  locations: Locations,
  index: number,
): Parsed<readonly TermAlias[]> {
  const results = written.map((text, i) => {
    const at = locations.locate([index, "aliases", i]);
    const alias = text.startsWith("/") ? parseAddress(text) : parseSlug(text);
    if (alias !== undefined) return { value: [{ alias, at }], problems: [] };
    const { what, advice } = describeInvalidTermAlias(text);
    return { value: [], problems: [{ at, what: `aliases: ${what}`, advice }] };
  });
  return { value: results.flatMap(({ value }) => value), problems: results.flatMap(({ problems }) => problems) };
}

function parseAnyAddress(text: string): Address | undefined {
  return parseAddress(text) ?? parseFileAddress(text);
}

const siteExample = 'aliases: {"/feed.xml": "/rss.xml", "/old-page/": "/about/"}';

function describeInvalidAddress(text: string): ProblemText {
  return {
    what: `${inQuotes(text)} is not an address of the site.`,
    advice: `Write addresses from the root of the site, as in: ${siteExample}`,
  };
}

function describeInvalidTermAlias(text: string): ProblemText {
  if (text.startsWith("/") && parseFileAddress(text)) {
    return {
      what: `${inQuotes(text)} is the address of a file, not of a page.`,
      advice: `Write it in site.yaml, with the file that replaces it, as in: aliases: {"${text}": "${suggestFile(text)}"}`,
    };
  }
  const suggestion = text.startsWith("/") ? parseAddress(`${text}/`) : toSlug(text);
  return {
    what: `${inQuotes(text)} is neither an old slug nor an old address.`,
    advice: suggestion ? `Did you mean "${suggestion}"?` : "Write it as in: aliases: [old-slug]",
  };
}

/** An old address is answered by a redirect, if it is that of a page, and else by the file itself, of the same type. */
function describeOtherKind(from: Address, to: Address): ProblemText | undefined {
  if (from === to) {
    return { what: `${inQuotes(from)} leads to itself.`, advice: "Remove it, or write the new address after it." };
  }
  const [oldType, newType] = [getFileType(from), getFileType(to)];
  if (isPageAddress(from)) return undefined;
  if (isPageAddress(to)) {
    if (oldType === "txt") return undefined;
    return {
      what: `${inQuotes(from)} cannot lead to the page ${to}: programs that ask for such a file cannot follow a page.`,
      advice: `Write the file that replaces it, as in: "${from}": "${suggestFile(from)}"`,
    };
  }
  if (oldType === newType || oldType === "") return undefined;
  return {
    what: `${inQuotes(from)} and ${inQuotes(to)} are files of different types.`,
    advice: `Write a file of the same type, as in: "${from}": "${suggestFile(from)}"`,
  };
}

/** Suggests a file of the site that can stand for an old one: the same feed of all stories, or one of the same type. */
export function suggestFile(oldAddress: string): string {
  const [name = ""] = /\/[^/]+$/.exec(oldAddress) ?? [];
  if (/^\/(?:rss|atom)\.xml$/.test(name)) return name;
  return exampleFiles[getFileType(oldAddress)] ?? "/rss.xml";
}

const exampleFiles: Readonly<Record<string, string>> = {
  xml: "/rss.xml",
  json: "/feed.json",
  opml: "/feeds.opml",
  png: "/icon.png",
  txt: "/robots.txt",
};

/** The extension of a file, with one name for all kinds of XML feeds; empty if it has none. */
function getFileType(address: string): string {
  const [, extension = ""] = /\.([^./]+)$/.exec(address.toLowerCase()) ?? [];
  return /^(?:rss|atom|rdf|xml)$/.test(extension) ? "xml" : extension;
}

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { temporaryFolder, writeFiles } from "../sites/folders.ts";

/** An element of an XML file, as a parser that knows namespaces reads it. */
export interface XmlElement {
  /** With the prefix listed below for its namespace, whatever the file calls it: "atom:entry", "item". */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

const prefixes: Readonly<Record<string, string>> = {
  "": "",
  "http://www.w3.org/XML/1998/namespace": "xml:",
  "http://www.w3.org/2000/xmlns/": "xmlns:",
  "http://www.w3.org/2005/Atom": "atom:",
  "http://purl.org/rss/1.0/modules/content/": "content:",
  "http://purl.org/dc/elements/1.1/": "dc:",
  "http://purl.org/syndication/history/1.0": "fh:",
  "http://search.yahoo.com/mrss/": "media:",
  "http://www.sitemaps.org/schemas/sitemap/0.9": "sitemap:",
  "http://www.w3.org/1999/xhtml": "xhtml:",
};

/** Reads an XML file; throws at the first place where it is not well-formed, or has a namespace that is not listed above. */
export function readXml(text: string): XmlElement {
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [];
  const roots: XmlElement[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    const named = Object.values(attributes).map((each) => [prefixed(each.uri, each.local), each.value]);
    open.push({ name: prefixed(uri, local), attributes: Object.fromEntries(named), children: [], text: "" });
  });
  const read = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", read);
  parser.on("cdata", read);
  parser.on("closetag", () => {
    const element = open.pop();
    if (element) (open.at(-1)?.children ?? roots).push(element);
  });
  parser.write(text).close();
  const [root] = roots;
  if (root === undefined) throw new Error("Expected an element.");
  return root;
}

/** The elements that a way down from an element leads to: `elementsAt(rss, "channel", "item", "title")`. */
export function elementsAt(from: XmlElement, ...way: readonly string[]): readonly XmlElement[] {
  return way.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap((element) => element.children.filter((child) => child.name === name)),
    [from],
  );
}

/** The texts of the elements that a way down leads to. */
export function textsAt(from: XmlElement, ...way: readonly string[]): readonly string[] {
  return elementsAt(from, ...way).map(({ text }) => text);
}

/** What xmllint has to say against files of XML: nothing where all are well-formed. */
export function xmllint(texts: readonly string[]): string {
  const folder = temporaryFolder();
  const files = Object.fromEntries(texts.map((text, i) => [`${i}.xml`, text]));
  writeFiles(folder, files);
  const paths = Object.keys(files).map((file) => join(folder, file));
  return spawnSync("/usr/bin/xmllint", ["--noout", "--nonet", ...paths], { encoding: "utf8" }).stderr;
}

function prefixed(uri: string, local: string): string {
  const prefix = prefixes[uri];
  if (prefix === undefined) throw new Error(`Unexpected namespace: ${uri}`);
  return prefix + local;
}

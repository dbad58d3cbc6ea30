import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { createTemporaryFolder, writeFiles } from "../sites/folders.ts";

/** An element of an XML file, parsed with namespaces. */
export interface XmlElement {
  /** With the prefix that `prefixes` lists for its namespace, whatever prefix the file uses: "atom:entry", "item". */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its text, without the text of its children. */
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

/** Parses an XML file. Throws if it is not well-formed or uses a namespace that is not in `prefixes`. */
export function readXml(text: string): XmlElement {
  const openElements: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [];
  const roots: XmlElement[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    const prefixedAttributes = Object.values(attributes).map((attribute) => [
      addPrefix(attribute.uri, attribute.local),
      attribute.value,
    ]);
    openElements.push({
      name: addPrefix(uri, local),
      attributes: Object.fromEntries(prefixedAttributes),
      children: [],
      text: "",
    });
  });
  const appendText = (text: string) => {
    const element = openElements.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", appendText);
  parser.on("cdata", appendText);
  parser.on("closetag", () => {
    const element = openElements.pop();
    if (element) (openElements.at(-1)?.children ?? roots).push(element);
  });
  parser.write(text).close();
  const [root] = roots;
  if (root === undefined) throw new Error("Expected an element.");
  return root;
}

/** Finds all descendants at a path of names: `elementsAt(rss, "channel", "item", "title")`. */
export function findElements(from: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (elements, name) => elements.flatMap((element) => element.children.filter((child) => child.name === name)),
    [from],
  );
}

/** The texts of all descendants at a path of names. */
export function findTexts(from: XmlElement, ...path: readonly string[]): readonly string[] {
  return findElements(from, ...path).map(({ text }) => text);
}

/** The errors that xmllint reports for some XML files; empty if all are well-formed. */
export function runXmllint(texts: readonly string[]): string {
  const folder = createTemporaryFolder();
  const files = Object.fromEntries(texts.map((text, i) => [`${i}.xml`, text]));
  writeFiles(folder, files);
  const paths = Object.keys(files).map((file) => join(folder, file));
  return spawnSync("/usr/bin/xmllint", ["--noout", "--nonet", ...paths], { encoding: "utf8" }).stderr;
}

function addPrefix(uri: string, local: string): string {
  const prefix = prefixes[uri];
  if (prefix === undefined) throw new Error(`Unexpected namespace: ${uri}`);
  return prefix + local;
}

import { escaped } from "../values/escape.ts";
import { type Encoder, type Piece, utf8 } from "../values/utf8.ts";
import { carried } from "./characters.ts";

// No library: those at hand take a tree of objects and write it anew for every feed. Here an element is its own text at
// once, or its own bytes, so that an item made once can stand in many feeds, and few lines are enough to make ill-formed
// XML unsayable.

const markup: unique symbol = Symbol("markup");
const section: unique symbol = Symbol("section");

/** An XML element, complete and well-formed. Only this file makes one: the key to its text is kept here. */
export interface Xml {
  readonly [markup]: readonly Piece[];
}

/** A text as a section of CDATA: for HTML, which would grow by a fifth with each of its tags escaped. */
export interface Cdata {
  readonly [section]: Buffer;
}

/** Attributes by their names; those that are undefined are left out. */
type Attributes = { readonly [name: string]: string | number | undefined };

// Names are literals of our own code: one that comes from data has the type `string`, and no value fits `never`.
type Literal<Name extends string> = string extends Name ? never : Name;
type LiteralNames<Named extends Attributes> = string extends keyof Named ? never : Named;

/**
 * An element with a text in it, or with elements, each on a line of its own; undefined stands for none.
 * `element("link", { rel: "self" })` is `<link rel="self"/>`, `element("title", {}, "A & B")` is `<title>A &amp; B</title>`.
 */
export function element<Name extends string, Named extends Attributes>(
  name: Literal<Name>,
  attributes: LiteralNames<Named>,
  ...inside: readonly [text: string | Cdata] | readonly (Xml | undefined)[]
): Xml {
  const pieces: Piece[] = [];
  for (const child of inside) {
    if (typeof child === "string") return whole(name, attributes, [escaped(carried(child))]);
    if (child === undefined) continue;
    if (section in child) return whole(name, attributes, [child[section]]);
    add(pieces, "\n");
    for (const piece of child[markup]) add(pieces, piece);
  }
  if (pieces.length > 0) add(pieces, "\n");
  return whole(name, attributes, pieces);
}

/** A text as it stands in any number of elements. */
export function cdata(text: string): Cdata {
  const inside = carried(text).replaceAll("]]>", "]]]]><![CDATA[>");
  return { [section]: utf8(`<![CDATA[${inside}]]>`) };
}

/** An element as the bytes in which it stands in any number of files. */
export function encoded(xml: Xml, encode: Encoder): Xml {
  return { [markup]: [encode(...xml[markup])] };
}

/** A whole XML file. */
export function xmlDocument(root: Xml): Buffer {
  return utf8('<?xml version="1.0" encoding="utf-8"?>\n', ...root[markup], "\n");
}

function whole(name: string, attributes: Attributes, inside: readonly Piece[]): Xml {
  const start = `<${name}${attributesText(attributes)}`;
  if (inside.length === 0 || inside[0] === "") return { [markup]: [`${start}/>`] };
  const pieces: Piece[] = [`${start}>`];
  for (const piece of inside) add(pieces, piece);
  add(pieces, `</${name}>`);
  return { [markup]: pieces };
}

// Text that follows text is one piece.
function add(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (typeof last === "string" && typeof piece === "string") pieces[pieces.length - 1] = last + piece;
  else pieces.push(piece);
}

function attributesText(attributes: Attributes): string {
  let text = "";
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) text += ` ${name}="${typeof value === "number" ? value : attributeText(value)}"`;
  }
  return text;
}

// Bare line ends and tabs in an attribute reach the reader as spaces (XML 1.0, section 3.3.3); references do not.
function attributeText(value: string): string {
  const text = escaped(carried(value));
  return /[\n\t]/.test(text) ? text.replaceAll("\n", "&#10;").replaceAll("\t", "&#9;") : text;
}

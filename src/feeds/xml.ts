import { passing, type Room } from "../values/memory/byte-arena.ts";
import { escaped } from "../values/text/escape.ts";
import type { Utf8 } from "../values/text/utf8.ts";
import { carried } from "./characters.ts";

// No library: those at hand take a tree of objects and write it anew for every feed. Here an element is its own text at
// once, or its own bytes, so that an item made once can stand in many feeds, and few lines are enough to make ill-formed
// XML unsayable.

type Piece = Utf8 | Buffer;

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
  const start = `<${name}${attributesText(attributes)}`;
  const pieces: Piece[] = [];
  let text = `${start}>`;
  let isEmpty = true;
  for (const child of inside) {
    if (child === undefined) continue;
    if (typeof child === "string") return child === "" ? only(`${start}/>`) : only(`${text}${textIn(child)}</${name}>`);
    if (section in child) return { [markup]: [text as Utf8, child[section], `</${name}>` as Utf8] };
    isEmpty = false;
    text += "\n";
    for (const piece of child[markup]) {
      if (typeof piece === "string") text += piece;
      else {
        pieces.push(text as Utf8, piece);
        text = "";
      }
    }
  }
  if (isEmpty) return only(`${start}/>`);
  pieces.push(`${text}\n</${name}>` as Utf8);
  return { [markup]: pieces };
}

function only(text: string): Xml {
  return { [markup]: [text as Utf8] };
}

/** A text that feeds can carry, as it stands in any number of elements. */
export function cdata(text: Utf8, joined: Room["joined"]): Cdata {
  const inside = text.replaceAll("]]>", "]]]]><![CDATA[>");
  return { [section]: joined(cdataStart, inside as Utf8, cdataEnd) };
}

const cdataStart = "<![CDATA[" as Utf8;
const cdataEnd = "]]>" as Utf8;

/** An element as the bytes in which it stands in any number of files. */
export function encoded(xml: Xml, joined: Room["joined"]): Xml {
  return { [markup]: xml[markup].map((piece) => (typeof piece === "string" ? joined(piece) : piece)) };
}

/** A whole XML file. */
export function xmlDocument(root: Xml): Buffer {
  return passing.joined(declaration, ...root[markup], lineEnd);
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n' as Utf8;
const lineEnd = "\n" as Utf8;

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
  const text = textIn(value);
  return /[\n\t]/.test(text) ? text.replaceAll("\n", "&#10;").replaceAll("\t", "&#9;") : text;
}

// Most are addresses and dates, which need none of the steps: a third of the time of all elements (2026-11).
function textIn(text: string): Utf8 {
  return plain.test(text) ? (text as Utf8) : (escaped(carried(text)) as Utf8);
}

const plain = /^[ !#-%'-;=?-~]*$/;

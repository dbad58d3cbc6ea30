import { escaped } from "../values/escape.ts";
import { carried } from "./characters.ts";

// No library: those at hand take a tree of objects and write it anew for every feed. Here an element is its own text at
// once, so that an item made once can stand in many feeds, and forty lines are enough to make ill-formed XML unsayable.

const markup: unique symbol = Symbol("markup");

/** An XML element, complete and well-formed. Only this file makes one: the key to its text is kept here. */
export interface Xml {
  readonly [markup]: string;
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
  ...inside: readonly [text: string] | readonly (Xml | undefined)[]
): Xml {
  let text = "";
  for (const child of inside) {
    if (typeof child === "string") return whole(name, attributes, escaped(carried(child)));
    if (child !== undefined) text += `\n${child[markup]}`;
  }
  return whole(name, attributes, text === "" ? text : `${text}\n`);
}

/** An element whose text is written as CDATA: for HTML, which would grow by a fifth with each of its tags escaped. */
export function cdata<Name extends string, Named extends Attributes>(
  name: Literal<Name>,
  attributes: LiteralNames<Named>,
  text: string,
): Xml {
  const inside = carried(text).replaceAll("]]>", "]]]]><![CDATA[>");
  return whole(name, attributes, `<![CDATA[${inside}]]>`);
}

/** A whole XML file. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root[markup]}\n`;
}

function whole(name: string, attributes: Attributes, inside: string): Xml {
  const start = `<${name}${attributesText(attributes)}`;
  return { [markup]: inside === "" ? `${start}/>` : `${start}>${inside}</${name}>` };
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

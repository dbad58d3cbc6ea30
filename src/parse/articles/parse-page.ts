import { z } from "zod";
import type { Source } from "../../read/read.ts";
import type { Note, PlainPage } from "../article.ts";
import type { Context } from "../context.ts";
import { text } from "../forms/fields.ts";
import { type Form, filledIn } from "../forms/form.ts";
import { oneLine } from "../markdown/one-line.ts";
import { addressOf, type ContentPath, stemOf } from "../paths.ts";
import type { Made } from "../result.ts";
import { yamlValue } from "../yaml/yaml.ts";
import { type Body, bodyFrom } from "./body.ts";
import { type Parts, partsOf, partsOfNote } from "./front-matter.ts";

/** A note or a page, and the HTML of its text. */
export interface ParsedText<T> {
  readonly value: T;
  readonly body: Body;
}

type Of<K extends ContentPath["kind"]> = Extract<ContentPath, { readonly kind: K }>;

/** Reads an editor's note. It may have a title, and needs none. */
export function parseNote(source: Source, path: Of<"note">, context: Context): Made<ParsedText<Note> | undefined> {
  const parts = partsOfNote(source);
  if (!parts.ok) return { value: undefined, problems: parts.problems };
  const { written, body, problems } = textFrom(source, parts.value, noteForm, path, context);
  const { language, day } = path;
  const title = written.title === undefined ? undefined : oneLine(written.title, language);
  const shared = { file: source.file, language, body: body.key, pictures: body.pictures, links: body.links };
  return { value: { value: { ...shared, day, title, length: body.html.length }, body }, problems };
}

/** Reads a page that belongs to no day. */
export function parsePage(source: Source, path: Of<"page">, context: Context): Made<ParsedText<PlainPage> | undefined> {
  const parts = partsOf(source);
  if (!parts.ok) return { value: undefined, problems: parts.problems };
  const { written, body, problems } = textFrom(source, parts.value, pageForm, path, context);
  const { language } = path;
  const page: PlainPage = {
    file: source.file,
    address: addressOf(path, context.site.language),
    stem: stemOf(path),
    language,
    title: oneLine(written.title ?? "", language),
    summary: oneLine(written.summary ?? "", language),
    body: body.key,
    pictures: body.pictures,
    links: body.links,
  };
  return { value: { value: page, body }, problems };
}

interface Written {
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
}

const examples = { title: "title: About us", summary: "summary: Who we are and how we work." };
const pageKeys = z.strictObject({ title: text(140), summary: text(320) });
const noteKeys = z.strictObject({ title: text(140).optional() });
const pageForm: Form<Written> = {
  name: "front matter",
  example: examples.title,
  whole: pageKeys,
  partly: pageKeys.partial(),
  examples,
};
const noteForm: Form<Written> = {
  name: "front matter",
  example: "title: A word before",
  whole: noteKeys,
  partly: noteKeys,
  examples: { title: "title: A word before" },
};

function textFrom(source: Source, parts: Parts, form: Form<Written>, path: ContentPath, context: Context) {
  const yaml = yamlValue(parts.frontMatter, source.file, parts.firstLine);
  const written = filledIn(form, yaml.value, yaml.places);
  const body = bodyFrom(source, parts.body, parts.bodyLine, path.language, context);
  const problems = [...yaml.problems, ...written.problems, ...body.problems];
  return { written: written.value, body: body.value, problems };
}

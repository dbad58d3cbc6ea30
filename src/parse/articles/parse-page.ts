import { z } from "zod";
import type { SourceFile } from "../../read/read.ts";
import type { Note, PlainPage } from "../article.ts";
import type { TextContext } from "../context.ts";
import { proseField, textField } from "../forms/fields.ts";
import { type Form, parseForm } from "../forms/form.ts";
import { toOneLine } from "../markdown/one-line.ts";
import { type ContentPath, toContentAddress, toStem } from "../paths.ts";
import type { Parsed } from "../result.ts";
import { parseYaml } from "../yaml/yaml.ts";
import { resolveTextAliases } from "./aliases.ts";
import { type Body, parseBody, pickFindings } from "./body.ts";
import { type SourceParts, splitFrontMatter, splitOptionalFrontMatter } from "./front-matter.ts";
import { createProblemCollector } from "./input.ts";

/** An editor's note or a plain page, and the HTML of its text. */
export interface ParsedText<T> {
  readonly value: T;
  readonly body: Body;
}

type PathOfKind<K extends ContentPath["kind"]> = Extract<ContentPath, { readonly kind: K }>;

/** Parses an editor's note; its title is optional. The value is undefined if the file cannot be split into parts. */
export function parseNote(
  source: SourceFile,
  path: PathOfKind<"note">,
  context: TextContext,
): Parsed<ParsedText<Note> | undefined> {
  const parts = splitOptionalFrontMatter(source);
  if (!parts.ok) return { value: undefined, problems: parts.problems };
  const { written, body, problems } = parseWithForm(source, parts.value, noteForm, path, context);
  const { language, day } = path;
  const title = written.title === undefined ? undefined : toOneLine(written.title, language);
  const note = { file: source.file, language, body: body.key, ...pickFindings(body), day, title };
  return { value: { value: { ...note, length: body.html.length }, body }, problems };
}

/** Parses a page that does not belong to a day. The value is undefined if the file cannot be split into its parts. */
export function parsePage(
  source: SourceFile,
  path: PathOfKind<"page">,
  context: TextContext,
): Parsed<ParsedText<PlainPage> | undefined> {
  const parts = splitFrontMatter(source);
  if (!parts.ok) return { value: undefined, problems: parts.problems };
  const { written, locations, body, problems } = parseWithForm(source, parts.value, pageForm, path, context);
  const collector = createProblemCollector(locations);
  const { language } = path;
  const page: PlainPage = {
    file: source.file,
    address: toContentAddress(path, context.site.language),
    stem: toStem(path),
    ...resolveTextAliases(written.aliases, examples.aliases, collector),
    language,
    title: toOneLine(written.title ?? "", language),
    summary: toOneLine(written.summary ?? "", language),
    body: body.key,
    ...pickFindings(body),
  };
  return { value: { value: page, body }, problems: [...problems, ...collector.problems] };
}

interface WrittenText {
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
}

const examples = {
  title: "title: About us",
  summary: "summary: Who we are and how we work.",
  aliases: "aliases: [/old-address/]",
};
const pageSchema = z.strictObject({
  title: proseField(140),
  summary: proseField(320),
  aliases: z.array(textField()).optional(),
});
const noteSchema = z.strictObject({ title: proseField(140).optional() });
const pageForm: Form<WrittenText> = {
  name: "front matter",
  example: examples.title,
  schema: pageSchema,
  partialSchema: pageSchema.partial(),
  examples,
};
const noteForm: Form<WrittenText> = {
  name: "front matter",
  example: "title: A word before",
  schema: noteSchema,
  partialSchema: noteSchema,
  examples: { title: "title: A word before" },
};

function parseWithForm(
  source: SourceFile,
  parts: SourceParts,
  form: Form<WrittenText>,
  path: ContentPath,
  context: TextContext,
) {
  const yaml = parseYaml(parts.frontMatter, source.file, parts.frontMatterLine);
  const written = parseForm(form, yaml.value, yaml.locations, [], yaml.problems.length === 0);
  const body = parseBody(source, parts.body, parts.bodyLine, path.language, context);
  const problems = [...yaml.problems, ...written.problems, ...body.problems];
  return { written: written.value, locations: yaml.locations, body: body.value, problems };
}

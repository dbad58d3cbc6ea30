import type { SourceFile } from "../../read/read.ts";
import type { Language } from "../../values/language.ts";
import type { Problem } from "../../values/problem.ts";
import { parseSlug } from "../../values/slug.ts";
import { parseForm } from "../forms/form.ts";
import { type PictureIndex, resolveAuthorPicture } from "../pictures.ts";
import type { Parsed } from "../result.ts";
import { resolveTermAliases } from "../settings/site-aliases.ts";
import { fillLanguages } from "../settings/site-file.ts";
import { type ParsedTerms, parseTermList } from "../settings/terms-file.ts";
import { findUntranslated } from "../settings/untranslated.ts";
import type { Locations } from "../yaml/path.ts";
import type { Author } from "./author.ts";
import { authorForm, type WrittenAuthor } from "./schema.ts";

/**
 * Parses authors.yaml.
 *
 * @param siteLanguage the language of texts that are not localised
 * @param pictures those of the folder "authors"
 */
export function parseAuthorsFile(
  source: SourceFile,
  siteLanguage: Language,
  pictures: PictureIndex,
): ParsedTerms<Author> {
  return parseTermList(source, siteLanguage, {
    example: authorForm.example,
    titleKey: "name",
    parseEntry: (entry, index, locations) => parseAuthor(entry, index, { locations, siteLanguage, pictures }),
  });
}

interface AuthorContext {
  readonly locations: Locations;
  readonly siteLanguage: Language;
  readonly pictures: PictureIndex;
}

function parseAuthor(entry: unknown, index: number, context: AuthorContext): Parsed<Author | undefined> {
  const { locations, siteLanguage, pictures } = context;
  const { value: written, problems } = parseForm(authorForm, entry, locations, [index]);
  const slug = parseSlug(written.slug ?? "");
  if (!slug) return { value: undefined, problems };
  const aliases = resolveTermAliases(written.aliases ?? [], locations, index);
  const picture = written.picture === undefined ? undefined : resolveAuthorPicture(written.picture, pictures);
  const pictureProblems: readonly Problem[] =
    picture && !("stem" in picture)
      ? [{ at: locations.locate([index, "picture"]), what: `picture: ${picture.what}`, advice: picture.advice }]
      : [];
  return {
    value: {
      slug,
      title: fillLanguages(written.name, siteLanguage),
      description: written.biography === undefined ? undefined : fillLanguages(written.biography, siteLanguage),
      also: written.also ?? [],
      aliases: aliases.value,
      role: written.role === undefined ? undefined : fillLanguages(written.role, siteLanguage),
      picture: picture && "stem" in picture ? picture : undefined,
      links: written.links ?? [],
      fediverse: written.fediverse?.replace(/^@?/, "@"),
    },
    problems: [
      ...problems,
      ...findUntranslated(listTexts(written), siteLanguage, locations, [index]),
      ...aliases.problems,
      ...pictureProblems,
    ],
  };
}

function listTexts(written: WrittenAuthor) {
  return (["name", "role", "biography"] as const).map((keyPath) => ({
    keyPath,
    written: written[keyPath],
    example: authorForm.examples[keyPath] ?? "",
  }));
}

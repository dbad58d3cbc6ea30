import { z } from "zod";
import { inQuotes } from "../../values/problem.ts";
import { localisedField, shownUrlField, textField, validatedField } from "../forms/fields.ts";
import type { Form } from "../forms/form.ts";
import { slugField } from "../settings/schema.ts";

const fediverse = validatedField(
  (value) => /^@?[\w.-]+@(?:[a-z\d-]+\.)+[a-z\d-]{2,}$/i.test(value),
  (value) => ({
    what: `${inQuotes(value)} is not an account in the Fediverse.`,
    advice: 'Write the name and the server, as in: fediverse: "@anna@social.example"',
  }),
);

const authorSchema = z.strictObject({
  slug: slugField,
  name: localisedField,
  role: localisedField.optional(),
  biography: localisedField.optional(),
  also: z.array(textField()).optional(),
  aliases: z.array(textField()).optional(),
  picture: textField().optional(),
  links: z.array(shownUrlField).optional(),
  fediverse: fediverse.optional(),
});
const partialAuthorSchema = authorSchema.partial();

/** An author, as an editor wrote it. */
export type WrittenAuthor = z.infer<typeof partialAuthorSchema>;

/** The form of an entry in content/authors.yaml. */
export const authorForm: Form<WrittenAuthor> = {
  name: "entry",
  example: "- {slug: anna-example, name: Anna Example}",
  schema: authorSchema,
  partialSchema: partialAuthorSchema,
  examples: {
    slug: "slug: anna-example",
    name: "name: Anna Example",
    role: "role: Kyiv correspondent",
    biography: "biography: Anna Example writes from Kyiv.",
    also: "also: [A. Example]",
    aliases: "aliases: [old-slug]",
    picture: "picture: authors/anna-example.jpg",
    links: "links: [https://anna.example/]",
    fediverse: 'fediverse: "@anna@social.example"',
  },
};

import { z } from "zod";
import { rights } from "../article.ts";
import { dayField, proseField, textField, webUrlField } from "../forms/fields.ts";
import type { Form } from "../forms/form.ts";
import { licenceField } from "../forms/licences.ts";

const sources = z.array(
  z.strictObject({ name: proseField(), url: webUrlField.optional(), published: dayField.optional() }),
);

const articleSchema = z.strictObject({
  title: proseField(140),
  summary: proseField(320),
  tags: z.array(textField()).min(1),
  original: z.boolean().optional(),
  sources: sources.min(1),
  authors: z.array(proseField()).min(1).optional(),
  date: textField().optional(),
  id: textField().optional(),
  updated: textField().optional(),
  corrections: z.array(z.strictObject({ date: textField(), text: proseField() })).optional(),
  retracted: z.strictObject({ date: textField(), reason: proseField() }).optional(),
  lead: z.boolean().optional(),
  storyline: textField().optional(),
  people: z.array(proseField()).optional(),
  places: z.array(proseField()).optional(),
  image: z
    .strictObject({ src: textField(), alt: proseField(), caption: proseField().optional(), credit: proseField() })
    .optional(),
  draft: z.boolean().optional(),
  rights: z.enum(rights).optional(),
  licence: licenceField.optional(),
  aliases: z.array(textField()).optional(),
});
const partialArticleSchema = articleSchema.partial().extend({ sources: sources.optional() });

/** The front matter of an article as written: every value has the right type, but its content is not checked yet. */
export type WrittenArticle = z.infer<typeof partialArticleSchema>;

/** The form of an article's front matter: its schema, and an example of every key for messages. */
export const articleForm: Form<WrittenArticle> = {
  name: "front matter",
  example: "title: Envoys meet in Vienna",
  schema: articleSchema,
  partialSchema: partialArticleSchema,
  examples: {
    title: "title: Envoys meet in Vienna",
    summary: "summary: Both sides agree to meet again.",
    tags: "tags: [russia, diplomacy]",
    sources: 'sources: [{name: Reuters, url: "https://www.reuters.com/…"}]',
    "sources.name": "name: Reuters",
    "sources.url": "url: https://www.reuters.com/…",
    "sources.published": "published: 2024-07-11",
    original: "original: true",
    authors: "authors: [Anna Example]",
    date: "date: 2024-07-11T18:30:00+03:00",
    id: "id: vienna-talks",
    updated: "updated: 2024-07-11T20:15:00+03:00",
    corrections: "corrections: [{date: 2024-07-12T09:00:00+03:00, text: An earlier version misnamed the envoy.}]",
    "corrections.date": "date: 2024-07-12T09:00:00+03:00",
    "corrections.text": "text: An earlier version misnamed the envoy.",
    retracted: "retracted: {date: 2024-07-13T09:00:00+03:00, reason: The letter that we quoted is forged.}",
    "retracted.date": "date: 2024-07-13T09:00:00+03:00",
    "retracted.reason": "reason: The letter that we quoted is forged.",
    lead: "lead: true",
    storyline: "storyline: second-summit",
    people: "people: [Viktor Orbán]",
    places: "places: [Vienna]",
    image: "image: {src: envoys.jpg, alt: Two envoys at a table, credit: Ann Example}",
    "image.src": "src: envoys.jpg",
    "image.alt": "alt: Two envoys at a table",
    "image.caption": "caption: The envoys on the first day.",
    "image.credit": "credit: Ann Example",
    draft: "draft: true",
    rights: "rights: excerpt",
    licence: "licence: CC-BY-4.0",
    aliases: "aliases: [/2024/07/10/old-address/]",
  },
};

/** The form of the front matter of own reporting, which needs no sources. */
export const originalArticleForm: Form<WrittenArticle> = {
  ...articleForm,
  schema: articleSchema.extend({ sources: sources.optional() }),
};

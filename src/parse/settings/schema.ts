import { z } from "zod";
import { isTimeZone } from "../../values/instant.ts";
import { isLanguage, languages } from "../../values/language.ts";
import { inQuotes } from "../../values/problem.ts";
import { parseSlug, slugForm, toSlug } from "../../values/slug.ts";
import { normalizeWebUrl } from "../../values/web-url.ts";
import { rights } from "../article.ts";
import {
  dayField,
  localisedField,
  proseField,
  shownUrlField,
  siteUrlField,
  textField,
  validatedField,
  webUrlField,
} from "../forms/fields.ts";
import type { Form } from "../forms/form.ts";
import { licenceField } from "../forms/licences.ts";

const authority = validatedField(
  // A domain such as "рф" ends in xn--p1ai.
  (value) => /^[a-z0-9][a-z0-9.-]*\.(?:[a-z]{2,}|xn--[a-z0-9-]*[a-z0-9]),\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value),
  (value) => ({
    what: `${inQuotes(value)} is not an authority: a host name of yours, a comma, and a year in which you owned it.`,
    advice: "Write it as in: dispatch.example,2024",
  }),
);

const language = validatedField(isLanguage, (value) => ({
  what: `${inQuotes(value)} is not a supported language.`,
  advice: `Supported languages: ${languages.join(", ")}.`,
}));

const timezone = validatedField(isTimeZone, (value) => ({
  what: `${inQuotes(value)} is not a time zone.`,
  advice: "Write a name from the IANA database, as in: Europe/Riga",
}));

const hour = validatedField(
  (value) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value),
  (value) => ({ what: `${inQuotes(value)} is not a time of day.`, advice: 'Write hours and minutes, as in: "06:00"' }),
);

const email = validatedField(
  (value) => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value),
  (value) => ({
    what: `${inQuotes(value)} is not an email address.`,
    advice: "Write it as in: editors@dispatch.example",
  }),
);

const sender = validatedField(
  (value) => /^[\w!#$%&'*+/=?^`{|}~.-]+@(?:[a-z\d-]+\.)+[a-z\d-]{2,}$/i.test(value),
  (value) => ({
    what: `${inQuotes(value)} is not an email address that every mail server accepts.`,
    advice: "Write only the address, in ASCII, as in: editors@dispatch.example",
  }),
);

const unsubscribeUrl = validatedField(
  (value) => /^(?:https?:\/\/[^\s/<>]|mailto:[^\s<>@]+@)[^\s<>\p{Control}]+$/iu.test(value) && URL.canParse(value),
  (value) => ({
    what: `${inQuotes(value)} is not an unsubscribe address.`,
    advice: "Write a web address or a mailto: address, as in: mailto:leave@dispatch.example",
  }),
);

const noByline = validatedField(
  (value) => value === "none",
  (value) => ({ what: `${inQuotes(value)} is not "none".`, advice: "Write byline: none, or remove the line." }),
);

const risk = z.strictObject({ date: dayField, text: localisedField });

const siteSchema = z.strictObject({
  title: localisedField,
  description: localisedField,
  url: siteUrlField.transform(normalizeWebUrl),
  authority,
  language,
  timezone,
  hour,
  publisher: z.strictObject({ name: proseField(), url: webUrlField.optional(), email: email.optional() }),
  byline: z.union([noByline, z.strictObject({ none: textField() })]).optional(),
  sections: z.array(textField()),
  links: z.enum(["folder", "file"]),
  rights: z.enum(rights).optional(),
  licence: licenceField.optional(),
  hub: webUrlField.optional(),
  support: z
    .strictObject({ title: localisedField, text: localisedField, url: shownUrlField.optional(), risk: risk.optional() })
    .optional(),
  newsletter: z.strictObject({ from: sender, unsubscribe: unsubscribeUrl }).optional(),
  mirrors: z.array(siteUrlField).optional(),
  aliases: z.record(z.string(), textField()).optional(),
});
const partialSiteSchema = siteSchema.partial();

/** The settings of a site, as the publisher wrote them. */
export type WrittenSite = z.infer<typeof partialSiteSchema>;

/** The form of content/site.yaml. */
export const siteForm: Form<WrittenSite> = {
  name: "site.yaml",
  example: "title: The Dispatch",
  schema: siteSchema,
  partialSchema: partialSiteSchema,
  examples: {
    title: "title: The Dispatch",
    description: "description: News of the day",
    url: "url: https://dispatch.example/",
    authority: "authority: dispatch.example,2024",
    language: "language: en",
    timezone: "timezone: Europe/Riga",
    hour: 'hour: "06:00"',
    publisher: "publisher: {name: The Dispatch}",
    "publisher.name": "name: The Dispatch",
    "publisher.url": "url: https://dispatch.example/",
    "publisher.email": "email: editors@dispatch.example",
    byline: "byline: none",
    "byline.none": "none: about",
    sections: "sections: [ukraine, russia]",
    links: "links: folder",
    rights: "rights: excerpt",
    licence: "licence: CC-BY-4.0",
    hub: "hub: https://hub.example/",
    support: "support: {title: Support us, text: How to help}",
    "support.title": "title: Support us",
    "support.text": "text: How to help",
    "support.url": "url: https://dispatch.example/support/",
    "support.risk": "risk: {date: 2024-07-11, text: Mind the law where you are.}",
    "support.risk.date": "date: 2024-07-11",
    "support.risk.text": "text: Mind the law where you are.",
    newsletter: "newsletter: {from: editors@dispatch.example, unsubscribe: mailto:leave@dispatch.example}",
    "newsletter.from": "from: editors@dispatch.example",
    "newsletter.unsubscribe": "unsubscribe: mailto:leave@dispatch.example",
    mirrors: "mirrors: [https://mirror.example/]",
    aliases: 'aliases: {"/feed.xml": "/rss.xml"}',
  },
};

/** Schema of the slug of a term or an author. */
export const slugField = validatedField(
  (value) => parseSlug(value) !== undefined,
  (value) => ({
    what: `${inQuotes(value)} is not a slug: ${slugForm}.`,
    advice: `Write it as in: slug: ${toSlug(value) ?? "second-summit"}`,
  }),
);

const termSchema = z.strictObject({
  slug: slugField,
  title: localisedField,
  description: localisedField.optional(),
  also: z.array(textField()).optional(),
  aliases: z.array(textField()).optional(),
});
const partialTermSchema = termSchema.partial();

/** A tag or storyline, as an editor wrote it. */
export type WrittenTerm = z.infer<typeof partialTermSchema>;

/** The form of an entry in content/tags.yaml or content/storylines.yaml. */
export const termForm: Form<WrittenTerm> = {
  name: "entry",
  example: "- {slug: ukraine, title: Ukraine}",
  schema: termSchema,
  partialSchema: partialTermSchema,
  examples: {
    slug: "slug: ukraine",
    title: "title: Ukraine",
    description: "description: News of Ukraine",
    also: "also: [Україна, Украина]",
    aliases: "aliases: [old-slug]",
  },
};

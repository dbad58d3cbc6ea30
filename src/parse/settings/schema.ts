import { z } from "zod";
import { isZone } from "../../values/instant.ts";
import { isLanguage, languages } from "../../values/language.ts";
import { quoted } from "../../values/problem.ts";
import { slugFor, slugFrom } from "../../values/slug.ts";
import { rights } from "../article.ts";
import { day, formed, localised, siteUrl, text, webUrl } from "../forms/fields.ts";
import type { Form } from "../forms/form.ts";

const authority = formed(
  (value) => /^[a-z0-9][a-z0-9.-]*\.[a-z]{2,},\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value),
  (value) => ({
    what: `${quoted(value)} is no authority: a host name of yours, a comma, and a year in which it was yours.`,
    advice: "Write it as in: dispatch.example,2024",
  }),
);

const language = formed(isLanguage, (value) => ({
  what: `${quoted(value)} is no language that the frame speaks.`,
  advice: `Known are ${languages.join(", ")}.`,
}));

const timezone = formed(isZone, (value) => ({
  what: `${quoted(value)} is no time zone.`,
  advice: "Write a name of the IANA database, as in: Europe/Riga",
}));

const hour = formed(
  (value) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value),
  (value) => ({ what: `${quoted(value)} is no time of day.`, advice: 'Write hours and minutes, as in: "06:00"' }),
);

const email = formed(
  (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
  (value) => ({ what: `${quoted(value)} is no mail address.`, advice: "Write it as in: editors@dispatch.example" }),
);

const sender = formed(
  (value) => /^[\w!#$%&'*+/=?^`{|}~.-]+@(?:[a-z\d-]+\.)+[a-z\d-]{2,}$/i.test(value),
  (value) => ({
    what: `${quoted(value)} is no mail address that every mailer takes.`,
    advice: "Write it in ASCII and by itself, as in: editors@dispatch.example",
  }),
);

const wayOut = formed(
  (value) => /^(?:https?:\/\/[^\s/<>]|mailto:[^\s<>@]+@)[^\s<>\p{Control}]+$/iu.test(value) && URL.canParse(value),
  (value) => ({
    what: `${quoted(value)} is no place where a subscriber can leave.`,
    advice: "Write an address on the web or of mail, as in: mailto:leave@dispatch.example",
  }),
);

const risk = z.strictObject({ date: day, text: localised });

const whole = z.strictObject({
  title: localised,
  description: localised,
  url: siteUrl,
  authority,
  language,
  timezone,
  hour,
  publisher: z.strictObject({ name: text(), url: webUrl.optional(), email: email.optional() }),
  sections: z.array(text()),
  links: z.enum(["folder", "file"]),
  rights: z.enum(rights).optional(),
  hub: webUrl.optional(),
  support: z
    .strictObject({ title: localised, text: localised, url: webUrl.optional(), risk: risk.optional() })
    .optional(),
  newsletter: z.strictObject({ from: sender, unsubscribe: wayOut }).optional(),
  mirrors: z.array(siteUrl).optional(),
});
const partly = whole.partial();

/** The settings of a site as its publisher wrote them. */
export type WrittenSite = z.infer<typeof partly>;

/** content/site.yaml (DESIGN section 4). */
export const siteForm: Form<WrittenSite> = {
  name: "site.yaml",
  example: "title: The Dispatch",
  whole,
  partly,
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
    sections: "sections: [ukraine, russia]",
    links: "links: folder",
    rights: "rights: excerpt",
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
  },
};

const slug = formed(
  (value) => slugFrom(value) !== undefined,
  (value) => ({
    what: `${quoted(value)} is no slug: lower-case Latin letters, digits and hyphens, at most 80.`,
    advice: `Write it as in: slug: ${slugFor(value) ?? "second-summit"}`,
  }),
);

const wholeTerm = z.strictObject({
  slug,
  title: localised,
  description: localised.optional(),
  also: z.array(text()).optional(),
});
const partlyTerm = wholeTerm.partial();

/** A tag or storyline as an editor wrote it. */
export type WrittenTerm = z.infer<typeof partlyTerm>;

/** An entry of content/tags.yaml or content/storylines.yaml (DESIGN section 4). */
export const termForm: Form<WrittenTerm> = {
  name: "entry",
  example: "- {slug: ukraine, title: Ukraine}",
  whole: wholeTerm,
  partly: partlyTerm,
  examples: {
    slug: "slug: ukraine",
    title: "title: Ukraine",
    description: "description: News of Ukraine",
    also: "also: [Україна, Украина]",
  },
};

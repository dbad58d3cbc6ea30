import { z } from "zod";
import { rights } from "../article.ts";
import { day, text, webUrl } from "../forms/fields.ts";
import type { Form } from "../forms/form.ts";

const whole = z.strictObject({
  title: text(140),
  summary: text(320),
  tags: z.array(text()).min(1),
  sources: z.array(z.strictObject({ name: text(), url: webUrl.optional(), published: day.optional() })).min(1),
  date: text().optional(),
  id: text().optional(),
  updated: text().optional(),
  corrections: z.array(z.strictObject({ date: text(), text: text() })).optional(),
  retracted: z.strictObject({ date: text(), reason: text() }).optional(),
  lead: z.boolean().optional(),
  storyline: text().optional(),
  people: z.array(text()).optional(),
  places: z.array(text()).optional(),
  image: z.strictObject({ src: text(), alt: text(), caption: text().optional(), credit: text() }).optional(),
  draft: z.boolean().optional(),
  rights: z.enum(rights).optional(),
  aliases: z.array(text()).optional(),
});
const partly = whole.partial();

/** The front matter of an article, as its author wrote it: each value of the right kind, not yet known to be true. */
export type WrittenArticle = z.infer<typeof partly>;

/** The front matter of an article (DESIGN section 4). */
export const articleForm: Form<WrittenArticle> = {
  name: "front matter",
  example: "title: Envoys meet in Vienna",
  whole,
  partly,
  examples: {
    title: "title: Envoys meet in Vienna",
    summary: "summary: Both sides agree to meet again.",
    tags: "tags: [russia, diplomacy]",
    sources: 'sources: [{name: Reuters, url: "https://www.reuters.com/…"}]',
    "sources.name": "name: Reuters",
    "sources.url": "url: https://www.reuters.com/…",
    "sources.published": "published: 2024-07-11",
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
    aliases: "aliases: [/2024/07/10/old-address/]",
  },
};

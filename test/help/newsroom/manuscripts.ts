import type { Article, Manuscript, Site, Term } from "../../../src/parse/parse.ts";
import { addressIn, pageAddress } from "../../../src/values/address.ts";
import { type Day, foldersOf } from "../../../src/values/day.ts";
import type { Instant } from "../../../src/values/instant.ts";
import type { Slug } from "../../../src/values/slug.ts";
import type { BodyKey } from "../../../src/values/text/html.ts";

type Different = Partial<Omit<Article, "day" | "date" | "tags" | "storyline" | "section">> & {
  readonly day?: string;
  readonly date?: string;
  readonly tags?: readonly string[];
  readonly section?: string;
  readonly storyline?: string;
};

/** An article as parsing gives it, with only what a test is about told apart. */
export function parsed(slug: string, different: Different = {}): Article {
  const day = (different.day ?? "2024-07-11") as Day;
  const language = different.language ?? "en";
  const stem = [...foldersOf(day), slug].join("/");
  const address = addressIn(language, "en", pageAddress(...foldersOf(day), slug));
  return {
    file: `content/${stem}.md`,
    address,
    stem,
    aliases: [],
    aliasesAt: [],
    id: `tag:dispatch.example,2024:${address}` as Article["id"],
    language,
    title: `Title of ${slug}`,
    summary: `Summary of ${slug}`,
    sources: [{ name: "A paper", url: "https://paper.example/", published: undefined }],
    updated: undefined,
    corrections: [],
    retracted: undefined,
    lead: false,
    draft: false,
    rights: "full",
    people: [],
    places: [],
    image: undefined,
    body: `body of ${slug}` as BodyKey,
    words: 300,
    pictures: [],
    links: [],
    ...different,
    day,
    date: (different.date ?? `${day}T04:00:00Z`) as Instant,
    tags: (different.tags ?? ["russia"]) as readonly Slug[],
    section: different.section as Slug | undefined,
    storyline: different.storyline as Slug | undefined,
  };
}

/** A whole manuscript of some articles, with three tags and a storyline. */
export function manuscriptOf(articles: readonly Article[], different: Partial<Manuscript> = {}): Manuscript {
  return {
    site,
    tags: [term("ukraine", "Ukraine"), term("russia", "Russia"), term("diplomacy", "Diplomacy")],
    storylines: [term("second-summit", "The second summit")],
    articles,
    notes: [],
    pages: [],
    bodies: new Map(),
    ...different,
  };
}

/** A term with the same title in every language. */
export function term(slug: string, title: string): Term {
  return { slug: slug as Slug, title: inAll(title), description: undefined, also: [] };
}

/** A fingerprint that hides nothing: the text itself. */
export const asItIs = (text: string): string => text;

const site: Site = {
  title: inAll("The Dispatch"),
  description: inAll("News of a day"),
  url: "https://dispatch.example/",
  authority: "dispatch.example,2024",
  language: "en",
  timezone: "Europe/Riga",
  hour: "06:00",
  publisher: { name: "The Dispatch", url: undefined, email: undefined },
  sections: ["ukraine", "russia"] as unknown as readonly Slug[],
  links: "folder",
  rights: "full",
  hub: undefined,
  support: undefined,
  newsletter: undefined,
  mirrors: [],
};

function inAll(text: string): Term["title"] {
  return { en: text, ru: text, uk: text };
}

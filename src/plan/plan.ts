// In: the digest. Out: all that is to be published, as data: every address, its layout, and exactly what it shows.
import type { Digest } from "../model/model.ts";
import type { Problem } from "../values/problem.ts";
import { aliases } from "./aliases.ts";
import { archive } from "./archive.ts";
import { articles } from "./articles.ts";
import { corrections } from "./corrections.ts";
import { editions } from "./editions.ts";
import { feeds } from "./feeds.ts";
import { indexes } from "./indexes.ts";
import { brokenLinks, doubleAddresses } from "./links.ts";
import type { Page, Plan } from "./page.ts";
import { picturesOf } from "./pictures.ts";
import { plain } from "./plain.ts";
import { type Setting, settingOf } from "./setting.ts";
import { sitemaps } from "./sitemaps.ts";
import { storylines } from "./storylines.ts";
import { subscribing } from "./subscribing.ts";
import { people, places, tags } from "./topics.ts";
import { withTranslations } from "./translations.ts";
import { wellKnown } from "./well-known.ts";

export type * from "./page.ts";

/** What is published in each language. A new kind of page is one line here, and its file. */
const outputs: readonly ((setting: Setting) => readonly Page[])[] = [
  editions,
  articles,
  archive,
  tags,
  storylines,
  people,
  places,
  indexes,
  corrections,
  plain,
  feeds,
  subscribing,
  aliases,
];

/** Everything that is published of a digest. Nothing else is: an address which is not in the plan is not on the site. */
export function planSite(digest: Digest): Plan {
  const settings = digest.languages.map((inLanguage) => settingOf(digest, inLanguage));
  const [own] = settings;
  if (!own) throw new Error("Expected a digest in the site's own language.");
  const inLanguages = settings.flatMap((setting) => outputs.flatMap((output) => output(setting)));
  const inAll = [...inLanguages, ...wellKnown(digest, own)];
  const pages = settings.length > 1 ? withTranslations(digest.site, inAll) : inAll;
  return { pages: [...pages, ...sitemaps(digest, pages)], pictures: picturesOf(digest.languages) };
}

/** What only the whole plan can tell: links of authors' that lead nowhere, aliases where a page stands. */
export function problemsIn(digest: Digest, { pages }: Plan): readonly Problem[] {
  return [...brokenLinks(digest, pages), ...doubleAddresses(digest, pages)];
}

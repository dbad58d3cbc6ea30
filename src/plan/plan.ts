// In: the digest. Out: all that is to be published, as data: every address, its layout, and exactly what it shows.
import type { Archive, Digest } from "../model/model.ts";
import { feeds } from "./feeds/feeds.ts";
import { subscribing } from "./feeds/subscribing.ts";
import { home } from "./home.ts";
import { type Planned as PlannedAddresses, problemsAmong } from "./link-check.ts";
import { archive } from "./lists/archive.ts";
import { corrections } from "./lists/corrections.ts";
import { indexes } from "./lists/indexes.ts";
import { plain } from "./lists/plain-pages.ts";
import { storylines } from "./lists/storylines.ts";
import { people, places, tags } from "./lists/topics.ts";
import { months } from "./months/months.ts";
import { type Setting, settingOf } from "./parts/context.ts";
import { siteFrameOf } from "./parts/site-frame.ts";
import type { Unit } from "./parts/unit.ts";
import { sitemaps } from "./sitemaps.ts";
import { wellKnown } from "./well-known.ts";

export type * from "./parts/unit.ts";
export type * from "./views/page.ts";
export { type PlannedAddresses, problemsAmong, siteFrameOf };

/** What is published in each language, beside its months. A new kind of page is one line here, and its file. */
const outputs: readonly ((setting: Setting) => readonly Unit[])[] = [
  home,
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
];

/**
 * Everything that is published of a digest, in units. Nothing else is: an address which no unit plans is not on the site.
 *
 * @param archive looks into a month; it is asked only by a unit whose pages are made
 */
export function planSite(digest: Digest, archive: Archive): readonly Unit[] {
  const settings = digest.languages.map((inLanguage) => settingOf(digest, inLanguage, archive));
  const [own] = settings;
  if (!own) throw new Error("Expected a digest in the site's own language.");
  const units = [
    ...months(settings),
    ...settings.flatMap((setting) => outputs.flatMap((output) => output(setting))),
    ...wellKnown(own),
  ];
  return [
    ...units,
    ...sitemaps(
      settings,
      units.flatMap(({ listed }) => listed),
    ),
  ];
}

// In: the digest. Out: everything to publish, as data: each address with its layout and exactly the data that it shows.
import type { Digest, MonthReader } from "../model/model.ts";
import { addAliases } from "./aliases.ts";
import {
  batchMemoryInPages,
  feedFileMemoryInPages,
  minBatchTimeInPages,
  minProcessTimeInPages,
  planningShare,
} from "./costs.ts";
import { planFeeds } from "./feeds/feeds.ts";
import { planSubscribing } from "./feeds/subscribing.ts";
import { planHome } from "./home.ts";
import { planKeptMedia } from "./kept-media.ts";
import { findLinkProblems, type PlannedAddresses } from "./link-check.ts";
import { planArchive } from "./lists/archive.ts";
import { planAuthors } from "./lists/authors.ts";
import { planCorrections } from "./lists/corrections.ts";
import { planIndexes } from "./lists/indexes.ts";
import { planPlainPages } from "./lists/plain-pages.ts";
import { planStorylines } from "./lists/storylines.ts";
import { planPeople, planPlaces, planTags } from "./lists/topics.ts";
import { planMonths } from "./months/months.ts";
import { isAliasPage } from "./parts/alias-pages.ts";
import { createPlanContext, type PlanContext } from "./parts/context.ts";
import { createSiteFrame } from "./parts/site-frame.ts";
import type { PlanUnit } from "./parts/unit.ts";
import { planSitemaps } from "./sitemaps.ts";
import { describeTakenPlace, planStaticFiles, staticGroup } from "./static-files.ts";
import { planWellKnownFiles } from "./well-known.ts";

export type * from "./parts/unit.ts";
export type * from "./views/page.ts";
export {
  batchMemoryInPages,
  createSiteFrame,
  describeTakenPlace,
  feedFileMemoryInPages,
  findLinkProblems,
  isAliasPage,
  minBatchTimeInPages,
  minProcessTimeInPages,
  type PlannedAddresses,
  planningShare,
  staticGroup,
};

/** The planners of each language, except for months. A new kind of page needs one line here, and its file. */
const planners: readonly ((context: PlanContext) => readonly PlanUnit[])[] = [
  planHome,
  planArchive,
  planTags,
  planStorylines,
  planPeople,
  planPlaces,
  planAuthors,
  planIndexes,
  planCorrections,
  planPlainPages,
  planFeeds,
  planSubscribing,
];

/**
 * Plans the whole site as a list of units. Only addresses that a unit plans are published.
 *
 * @param monthReader reads a month; called only while a unit makes its pages, not by this function
 * @throws if the digest has no language
 */
export function planSite(digest: Digest, monthReader: MonthReader): readonly PlanUnit[] {
  const contexts = digest.languages.map((languageDigest) => createPlanContext(digest, languageDigest, monthReader));
  const [mainContext] = contexts;
  if (!mainContext) throw new Error("Expected a digest in the site's own language.");
  const units = [
    ...planMonths(contexts),
    ...contexts.flatMap((context) => planners.flatMap((planOutput) => planOutput(context))),
    ...planWellKnownFiles(mainContext),
    ...planKeptMedia(digest),
    ...planStaticFiles(digest),
  ];
  const sitemaps = planSitemaps(
    contexts,
    units.flatMap(({ sitemapPages: listed }) => listed),
  );
  return addAliases([...units, ...sitemaps], contexts);
}

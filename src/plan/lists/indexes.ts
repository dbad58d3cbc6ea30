import type { TopicKind } from "../../model/model.ts";
import { type Address, toNumberedAddress } from "../../values/address.ts";
import type { Language } from "../../values/language.ts";
import type { OwnFolder } from "../../values/own-addresses.ts";
import { buildAddress } from "../parts/addresses.ts";
import { findLanguages, type PlanContext } from "../parts/context.ts";
import { createFrame, createSitemapEntry } from "../parts/frame.ts";
import { needsPageIndex } from "../parts/site-frame.ts";
import { createUnit, type PlanUnit } from "../parts/unit.ts";
import type { IndexView } from "../views/list-views.ts";

/**
 * Plans the lists of all tags, storylines, people, places and authors, and of plain pages, if they are too many for the footer. An
 * empty list has no page.
 */
export function planIndexes(context: PlanContext): readonly PlanUnit[] {
  const { words } = context;
  return [
    ...planTopicIndex(context, "tags", words.allTags, words.aboutTags),
    ...planTopicIndex(context, "storylines", words.storylines, words.aboutStorylines),
    ...planTopicIndex(context, "people", words.people, words.aboutPeople),
    ...planTopicIndex(context, "places", words.places, words.aboutPlaces),
    ...planTopicIndex(context, "authors", words.authors, words.aboutAuthors),
    ...planPageIndex(context),
  ];
}

function planTopicIndex(context: PlanContext, kind: TopicKind, title: string, about: string): readonly PlanUnit[] {
  const entries = context.digest.topics[kind].map((topic) => ({
    title: topic.title,
    address: buildAddress(context, kind, topic.slug),
    description: topic.description,
    storyCount: topic.count,
  }));
  const languages = findLanguages(context, ({ topics }) => topics[kind].length > 0);
  return planIndex(context, { folder: kind, title, about, entries, languages });
}

function planPageIndex(context: PlanContext): readonly PlanUnit[] {
  if (!needsPageIndex(context.digest)) return [];
  const { words } = context;
  const entries = context.digest.pages.map(({ title, address }) => ({
    title,
    address,
    description: undefined,
    storyCount: undefined,
  }));
  const languages = findLanguages(context, needsPageIndex);
  return planIndex(context, { folder: "pages", title: words.allPages, about: words.aboutPages, entries, languages });
}

// Entries are short: with a description each, two hundred keep a page within its size budget.
const entriesPerPage = 200;

interface IndexList {
  readonly folder: OwnFolder;
  readonly title: string;
  readonly about: string;
  readonly entries: IndexView["entries"];
  /** The languages that have this list. */
  readonly languages: readonly Language[];
}

function planIndex(context: PlanContext, { folder, title, about, entries, languages }: IndexList): readonly PlanUnit[] {
  const pageCount = Math.ceil(entries.length / entriesPerPage);
  return Array.from({ length: pageCount }, (_, i) => {
    const address = getIndexAddress(context, folder, i + 1);
    const pageLanguages = i === 0 ? languages : [context.language];
    const createPageLink = (page: number) => ({
      title: context.words.pageNumber(page),
      address: getIndexAddress(context, folder, page),
    });
    const shows: IndexView = {
      title,
      entries: entries.slice(i * entriesPerPage, (i + 1) * entriesPerPage),
      neighbours: {
        earlier: i > 0 ? createPageLink(i) : undefined,
        later: i + 1 < pageCount ? createPageLink(i + 2) : undefined,
      },
    };
    const frame = createFrame(context, address, { title, description: about, languages: pageLanguages });
    return createUnit(
      buildAddress(context, folder),
      address,
      [shows, pageLanguages],
      () => [{ layout: "index", address, frame, shows }],
      [createSitemapEntry(context, address, pageLanguages)],
    );
  });
}

function getIndexAddress(context: PlanContext, ownFolder: OwnFolder, page: number): Address {
  const folder = buildAddress(context, ownFolder);
  return page === 1 ? folder : toNumberedAddress(folder, page);
}

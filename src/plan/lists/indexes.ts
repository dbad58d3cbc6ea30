import type { TopicKind } from "../../model/model.ts";
import { type Address, toNumberedAddress } from "../../values/address.ts";
import { buildAddress } from "../parts/addresses.ts";
import { findLanguages, type PlanContext } from "../parts/context.ts";
import { createFrame, createSitemapEntry } from "../parts/frame.ts";
import { createUnit, type PlanUnit } from "../parts/unit.ts";
import type { IndexView } from "../views/list-views.ts";

/** Plans the lists of all tags, storylines, people and places. An empty list has no page. */
export function planIndexes(context: PlanContext): readonly PlanUnit[] {
  const { words } = context;
  return [
    ...planIndex(context, "tags", words.allTags, words.aboutTags),
    ...planIndex(context, "storylines", words.storylines, words.aboutStorylines),
    ...planIndex(context, "people", words.people, words.aboutPeople),
    ...planIndex(context, "places", words.places, words.aboutPlaces),
  ];
}

// Entries are short: with a description each, two hundred keep a page within its size budget.
const entriesPerPage = 200;

function planIndex(context: PlanContext, kind: TopicKind, title: string, description: string): readonly PlanUnit[] {
  const entries = context.digest.topics[kind].map((topic) => ({
    title: topic.title,
    address: buildAddress(context, kind, topic.slug),
    description: topic.description,
    storyCount: topic.count,
  }));
  const pageCount = Math.ceil(entries.length / entriesPerPage);
  const languagesWithTopics = findLanguages(context, ({ topics }) => topics[kind].length > 0);
  return Array.from({ length: pageCount }, (_, i) => {
    const address = getIndexAddress(context, kind, i + 1);
    const languages = i === 0 ? languagesWithTopics : [context.language];
    const createPageLink = (page: number) => ({
      title: context.words.pageNumber(page),
      address: getIndexAddress(context, kind, page),
    });
    const shows: IndexView = {
      title,
      entries: entries.slice(i * entriesPerPage, (i + 1) * entriesPerPage),
      neighbours: {
        earlier: i > 0 ? createPageLink(i) : undefined,
        later: i + 1 < pageCount ? createPageLink(i + 2) : undefined,
      },
    };
    const frame = createFrame(context, address, { title, description, languages });
    return createUnit(
      buildAddress(context, kind),
      address,
      [shows, languages],
      () => [{ layout: "index", address, frame, shows }],
      [createSitemapEntry(context, address, languages)],
    );
  });
}

function getIndexAddress(context: PlanContext, kind: TopicKind, page: number): Address {
  const folder = buildAddress(context, kind);
  return page === 1 ? folder : toNumberedAddress(folder, page);
}

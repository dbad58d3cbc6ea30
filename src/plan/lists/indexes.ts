import type { TopicKind } from "../../model/model.ts";
import type { Address } from "../../values/address.ts";
import { languagesWith, placeIn, type Setting } from "../parts/context.ts";
import { framed, listedAt } from "../parts/frame.ts";
import { type Unit, unitOf } from "../parts/unit.ts";
import type { IndexView } from "../views/list-views.ts";

/** The lists of all tags, storylines, people and places; none where there is nothing to list. */
export function indexes(setting: Setting): readonly Unit[] {
  const { words } = setting;
  return [
    ...index(setting, "tags", words.allTags, words.aboutTags),
    ...index(setting, "storylines", words.storylines, words.aboutStorylines),
    ...index(setting, "people", words.people, words.aboutPeople),
    ...index(setting, "places", words.places, words.aboutPlaces),
  ];
}

// Names alone are short: two hundred keep a page within its budget, with room for a description each.
const entriesOnAPage = 200;

function index(setting: Setting, kind: TopicKind, title: string, description: string): readonly Unit[] {
  const entries = setting.digest.topics[kind].map((topic) => ({
    title: topic.title,
    address: placeIn(setting, kind, topic.slug),
    description: topic.description,
    stories: topic.count,
  }));
  const count = Math.ceil(entries.length / entriesOnAPage);
  const having = languagesWith(setting, ({ topics }) => topics[kind].length > 0);
  return Array.from({ length: count }, (_, i) => {
    const address = addressOf(setting, kind, i + 1);
    const languages = i === 0 ? having : [setting.language];
    const link = (page: number) => ({
      title: setting.words.pageNumber(page),
      address: addressOf(setting, kind, page),
    });
    const shows: IndexView = {
      title,
      entries: entries.slice(i * entriesOnAPage, (i + 1) * entriesOnAPage),
      neighbours: { earlier: i > 0 ? link(i) : undefined, later: i + 1 < count ? link(i + 2) : undefined },
    };
    const frame = framed(setting, address, { title, description, languages });
    return unitOf(
      `${placeIn(setting, kind)} ${address}`,
      [shows, languages],
      () => [{ layout: "index", address, frame, shows }],
      [listedAt(setting, address, languages)],
    );
  });
}

function addressOf(setting: Setting, kind: TopicKind, page: number): Address {
  return page === 1 ? placeIn(setting, kind) : placeIn(setting, kind, "page", String(page));
}

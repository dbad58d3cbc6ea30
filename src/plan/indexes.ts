import type { Address } from "../values/address.ts";
import { framed } from "./frame.ts";
import type { IndexView, Page } from "./page.ts";
import { placeIn, type Setting } from "./setting.ts";

/** The lists of all tags, storylines, people and places; none where there is nothing to list. */
export function indexes(setting: Setting): readonly Page[] {
  const { words, digest, language } = setting;
  const ofTopic = (folder: string) => (topic: (typeof digest.tags)[number]) => ({
    title: topic.term.title[language],
    address: placeIn(setting, folder, topic.term.slug),
    description: topic.term.description?.[language],
    stories: topic.articles.length,
  });
  const ofName = (folder: string) => (named: (typeof digest.people)[number]) => ({
    title: named.name,
    address: placeIn(setting, folder, named.slug),
    description: undefined,
    stories: named.articles.length,
  });
  return [
    ...index(setting, "tags", words.allTags, words.aboutTags, digest.tags.map(ofTopic("tags"))),
    ...index(
      setting,
      "storylines",
      words.storylines,
      words.aboutStorylines,
      digest.storylines.map(ofTopic("storylines")),
    ),
    ...index(setting, "people", words.people, words.aboutPeople, digest.people.map(ofName("people"))),
    ...index(setting, "places", words.places, words.aboutPlaces, digest.places.map(ofName("places"))),
  ];
}

// Names alone are short: two hundred keep a page within its budget, with room for a description each.
const entriesOnAPage = 200;

function index(
  setting: Setting,
  folder: string,
  title: string,
  description: string,
  entries: IndexView["entries"],
): readonly Page[] {
  const count = Math.ceil(entries.length / entriesOnAPage);
  const addressOf = (page: number): Address =>
    page === 1 ? placeIn(setting, folder) : placeIn(setting, folder, "page", String(page));
  const linkTo = (page: number) => ({ title: setting.words.pageNumber(page), address: addressOf(page) });
  return Array.from({ length: count }, (_, i) => {
    const address = addressOf(i + 1);
    return {
      layout: "index",
      address,
      frame: framed(setting, address, { title, description }),
      shows: {
        title,
        entries: entries.slice(i * entriesOnAPage, (i + 1) * entriesOnAPage),
        neighbours: {
          earlier: i > 0 ? linkTo(i) : undefined,
          later: i + 1 < count ? linkTo(i + 2) : undefined,
        },
      },
    };
  });
}

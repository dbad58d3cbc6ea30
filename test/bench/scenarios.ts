import type { Contestant } from "./contestant.ts";
import { type Corpus, storyAt } from "./corpus.ts";

/** A situation in which a digest is built again. */
export interface Scenario {
  /** As `--scenarios` names it. */
  readonly name: string;
  readonly title: string;
  /** Whether what earlier builds left is put out of the way first. */
  readonly fromNothing: boolean;
  /**
   * Makes the change in a contestant's project.
   *
   * @param take which time this is, from 1: each take changes something anew
   * @returns where the change must show in the site, so that a build which missed it is no build; undefined: nothing changed
   */
  readonly change: (contestant: Contestant, folder: string, corpus: Corpus, take: number) => Shows | undefined;
}

export interface Shows {
  readonly path: string;
  readonly text: string;
}

export const scenarios: readonly Scenario[] = [
  { name: "full", title: "nothing cached", fromNothing: true, change: () => undefined },
  { name: "nothing", title: "nothing changed", fromNothing: false, change: () => undefined },
  { name: "article", title: "one new article", fromNothing: false, change: newArticle },
  { name: "title", title: "one title edited mid-archive", fromNothing: false, change: editedTitle },
  { name: "tag", title: "one tag renamed", fromNothing: false, change: renamedTag },
  { name: "layout", title: "a layout changed", fromNothing: false, change: changedLayout },
];

function newArticle(contestant: Contestant, folder: string, corpus: Corpus, take: number): Shows {
  const story = storyAt(corpus, corpus.size + take);
  contestant.writeStory(folder, story);
  return { path: `${story.path}/index.html`, text: shown(story.title) };
}

function editedTitle(contestant: Contestant, folder: string, corpus: Corpus, take: number): Shows {
  const story = storyAt(corpus, Math.floor(corpus.size / 2));
  const title = `Edited for the ${take}th time`;
  contestant.writeStory(folder, { ...story, title });
  return { path: `${story.path}/index.html`, text: title };
}

// In the middle of the list: no section, so it stands on its own pages and on those of its stories, not in every frame.
function renamedTag(contestant: Contestant, folder: string, corpus: Corpus, take: number): Shows {
  const at = Math.floor(corpus.tags.length / 2);
  const title = `Renamed ${take} times`;
  contestant.writeTags(
    folder,
    corpus.tags.map((tag, i) => (i === at ? { ...tag, title } : tag)),
  );
  return { path: `tags/${corpus.tags[at]?.slug}/index.html`, text: title };
}

function changedLayout(contestant: Contestant, folder: string, corpus: Corpus, take: number): Shows {
  contestant.changeLayout(folder, `take ${take}`);
  return { path: `${storyAt(corpus, 0).path}/index.html`, text: `take ${take}` };
}

// The longest run of letters of a title: whatever a renderer makes of its quotes and dashes, this stays.
function shown(title: string): string {
  return title
    .split(/[^A-Za-z ]/)
    .reduce((longest, part) => (part.length > longest.length ? part : longest), "")
    .trim();
}

import type { Contestant } from "./contestant.ts";
import { type Corpus, generateStory } from "./corpus.ts";

/** A change after which the site is built again. */
export interface Scenario {
  /** Its name in `--scenarios`. */
  readonly name: string;
  readonly title: string;
  /** Whether the site and the caches of earlier builds are moved aside first. */
  readonly fromNothing: boolean;
  /**
   * Makes the change in a contestant's project.
   *
   * @param round the number of the round, from 1: each round makes a different change
   * @returns the text that the site must then contain, so that a build that missed the change fails; undefined: no
   *   change
   */
  readonly change: (contestant: Contestant, folder: string, corpus: Corpus, round: number) => ExpectedText | undefined;
}

/** A text that a published file must contain after the change. */
export interface ExpectedText {
  readonly path: string;
  readonly text: string;
}

export const scenarios: readonly Scenario[] = [
  { name: "full", title: "nothing cached", fromNothing: true, change: () => undefined },
  { name: "nothing", title: "nothing changed", fromNothing: false, change: () => undefined },
  { name: "article", title: "one new article", fromNothing: false, change: addArticle },
  { name: "title", title: "one title edited mid-archive", fromNothing: false, change: editTitle },
  { name: "tag", title: "one tag renamed", fromNothing: false, change: renameTag },
  { name: "layout", title: "a layout changed", fromNothing: false, change: changeLayout },
];

function addArticle(contestant: Contestant, folder: string, corpus: Corpus, round: number): ExpectedText {
  const story = generateStory(corpus, corpus.size + round);
  contestant.writeStory(folder, story);
  return { path: `${story.path}/index.html`, text: getPlainPart(story.title) };
}

function editTitle(contestant: Contestant, folder: string, corpus: Corpus, round: number): ExpectedText {
  const story = generateStory(corpus, Math.floor(corpus.size / 2));
  const title = `Edited for the ${round}th time`;
  contestant.writeStory(folder, { ...story, title });
  return { path: `${story.path}/index.html`, text: title };
}

// A tag in the middle of the list is not a section: its title is on its own pages and those of its stories, not on all.
function renameTag(contestant: Contestant, folder: string, corpus: Corpus, round: number): ExpectedText {
  const index = Math.floor(corpus.tags.length / 2);
  const title = `Renamed ${round} times`;
  contestant.writeTags(
    folder,
    corpus.tags.map((tag, i) => (i === index ? { ...tag, title } : tag)),
  );
  return { path: `tags/${corpus.tags[index]?.slug}/index.html`, text: title };
}

function changeLayout(contestant: Contestant, folder: string, corpus: Corpus, round: number): ExpectedText {
  contestant.changeLayout(folder, `take ${round}`);
  return { path: `${generateStory(corpus, 0).path}/index.html`, text: `take ${round}` };
}

// The longest run of letters in a title, which stays the same when a renderer changes quotes and dashes.
function getPlainPart(title: string): string {
  return title
    .split(/[^A-Za-z ]/)
    .reduce((longest, part) => (part.length > longest.length ? part : longest), "")
    .trim();
}

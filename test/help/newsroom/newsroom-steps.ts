import { pickOne, type Random } from "../run/random.ts";
import { createStory, generatePicture, generateWords, getStoryAddress, type Newsroom, type Story } from "./newsroom.ts";

/**
 * A change in a newsroom between two builds. A step that returns the same newsroom touches files without changing them.
 */
export type Step = (newsroom: Newsroom, random: Random) => Newsroom | Promise<Newsroom>;

/** All steps by name. */
export const steps: Readonly<Record<string, Step>> = {
  "a story is added": (newsroom, random) =>
    addStory(newsroom, createStory(pickOne(random, newsroom.stories).day, random)),
  "a story opens a new day": (newsroom, random) => addStory(newsroom, createStory("2024/07/18", random)),
  "a story opens a new month": (newsroom, random) => addStory(newsroom, createStory("2024/03/11", random)),
  "a story is scheduled": (newsroom, random) => addStory(newsroom, createStory("2024/07/25", random)),
  "a story comes with a picture": async (newsroom, random) => {
    const story = createStory("2024/05/17", random);
    const path = `${story.day}/picture-${story.slug}.png`;
    const pictures = { ...newsroom.pictures, [path]: await generatePicture(random) };
    return {
      ...addStory(newsroom, { ...story, inlinePicture: path, image: random() < 0.5 ? path : undefined }),
      pictures,
    };
  },
  "a story leads to another": (newsroom, random) => {
    const to = getStoryAddress(pickOne(random, newsroom.stories.filter(isNotDraft)));
    return addStory(newsroom, { ...createStory("2024/06/03", random), linksTo: to });
  },
  "a story leads to a heading of another": (newsroom, random) => {
    const target = pickOne(random, newsroom.stories.filter(isNotDraft));
    const linksTo = `${getStoryAddress(target)}#what-comes-next`;
    return addStory(updateStory(newsroom, target, { heading: "What comes next" }), {
      ...createStory("2024/06/04", random),
      linksTo,
    });
  },
  "headings are changed": changeAllStories(({ heading }) => ({ heading: heading && `${heading} now` })),
  "a story leads to the correction of another": (newsroom, random) => {
    const target = pickOne(random, newsroom.stories.filter(isNotDraft));
    const linksTo = `${getStoryAddress(target)}#correction-1`;
    return addStory(updateStory(newsroom, target, { corrections: ["A name was wrong."] }), {
      ...createStory("2024/06/05", random),
      linksTo,
    });
  },
  "corrections are taken back": changeAllStories(() => ({ corrections: [] })),
  "a story leads to a heading of the editor's note": (newsroom, random) =>
    addStory(writeText(newsroom, "2024/07/17/index.md", "## Today\n\nGood morning.\n"), {
      ...createStory("2024/06/06", random),
      linksTo: "/2024/07/17/#today",
    }),
  "a story leads to a feed": (newsroom, random) =>
    addStory(newsroom, { ...createStory("2024/06/07", random), linksTo: "/tags/sport/rss.xml" }),
  "a text is edited": changeStory((_, random) => ({ text: generateWords(random) })),
  "a story is written anew": changeStory(({ day }, random) => {
    const { title, text, tags } = createStory(day, random);
    return { title, text, tags };
  }),
  "a title is changed": changeStory(({ title }) => ({ title: `${title} again` })),
  "a story gets other tags": changeStory((_, random) => ({
    tags: ["russia", pickOne(random, ["ukraine", "diplomacy"])],
  })),
  "the first story of a tag": changeStory(() => ({ tags: ["sport", "ukraine"] })),
  "the first story of a storyline": changeStory(() => ({ storyline: "grain" })),
  "a story leaves its storyline, and names others": changeStory(() => ({
    storyline: undefined,
    people: ["Bob Example"],
    places: ["Riga"],
  })),
  "a person is spelt otherwise in a story": changeStory(() => ({ people: ["ANN EXAMPLE", "Bob Example"] })),
  "a person is spelt otherwise everywhere": changeAllStories(({ people }) => ({
    people: people.map((name) => (/^ann/i.test(name) ? "Änn Exämple" : name)),
  })),
  "a story becomes a draft": changeStory(() => ({ draft: true })),
  "drafts come out": changeAllStories(() => ({ draft: false })),
  "a story leads its edition": (newsroom, random) => {
    const { day, language, slug } = pickOne(random, newsroom.stories);
    const stories = newsroom.stories.map((story) =>
      story.day === day && story.language === language ? { ...story, lead: story.slug === slug } : story,
    );
    return { ...newsroom, stories };
  },
  "a story is corrected": changeStory(({ corrections }) => ({ corrections: [...corrections, "A name was wrong."] })),
  "a story is retracted": changeStory(() => ({ retracted: true })),
  "a story of an agency": changeStory((_, random) => ({ rights: pickOne(random, ["excerpt", "link"]) })),
  "a story is translated": (newsroom, random) => {
    const story = pickOne(random, newsroom.stories);
    return addStory(newsroom, { ...stripUniqueFields(story), language: ".uk", title: `Новина ${story.slug}` });
  },
  "a story moves to another day": (newsroom, random) => {
    const story = pickOne(random, newsroom.stories);
    const movedStory = {
      ...stripUniqueFields(story),
      day: "2024/06/29",
      aliases: [...story.aliases, getStoryAddress(story)],
    };
    return { ...newsroom, stories: newsroom.stories.map((other) => (other === story ? movedStory : other)) };
  },
  "a file is renamed": changeStory(({ day }, random) => ({ slug: createStory(day, random).slug })),
  "a story keeps the id that it was known by": changeStory((story, random) => ({
    slug: createStory(story.day, random).slug,
    id: formatDefaultId(getStoryAddress(story)),
  })),
  "a story takes another's id": (newsroom, random) => {
    const id = formatDefaultId(getStoryAddress(pickOne(random, newsroom.stories)));
    return changeStory(() => ({ id }))(newsroom, random);
  },
  "a story answers at another's address": (newsroom, random) => {
    const alias = getStoryAddress(pickOne(random, newsroom.stories));
    return changeStory(() => ({ aliases: [alias] }))(newsroom, random);
  },
  "a story comes back to where another was": (newsroom, random) => {
    const movedStory = newsroom.stories.find(({ aliases, language }) => aliases.length > 0 && language === "");
    const [, day = "2024/05/28", slug = "story-1"] =
      /^\/(\d{4}\/\d\d\/\d\d)\/(.+)\/$/.exec(movedStory?.aliases[0] ?? "") ?? [];
    return addStory(newsroom, { ...createStory(day, random), slug });
  },
  "a story is deleted": (newsroom, random) => {
    const story = pickOne(random, newsroom.stories);
    return { ...newsroom, stories: newsroom.stories.filter((other) => other !== story) };
  },
  "a story that another leads to is deleted": (newsroom) => {
    const to = newsroom.stories.find(({ linksTo }) => linksTo)?.linksTo?.replace(/#.*/, "");
    return { ...newsroom, stories: newsroom.stories.filter((other) => getStoryAddress(other) !== to) };
  },
  "a whole month is deleted": (newsroom) => {
    const isKept = (path: string) => !path.startsWith("2024/04/");
    return { ...newsroom, stories: newsroom.stories.filter(({ day }) => isKept(day)) };
  },
  "a tag is renamed": ({ tags: { russia = "", ...others }, ...newsroom }) => ({
    ...newsroom,
    tags: { ...others, russia: `${russia}n matters` },
  }),
  "a tag is added": (newsroom) => ({ ...newsroom, tags: { ...newsroom.tags, culture: "Culture" } }),
  "a storyline is renamed": (newsroom) => ({
    ...newsroom,
    storylines: { ...newsroom.storylines, grain: "Grain by sea" },
  }),
  "the site moves to another host": (newsroom) => ({ ...newsroom, url: "https://mirror.example/dispatch/" }),
  "sections stand in another order": (newsroom) => ({ ...newsroom, sections: [...newsroom.sections].reverse() }),
  "the folder of the content is renamed": (newsroom) => ({
    ...newsroom,
    folder: newsroom.folder === "content" ? "articles" : "content",
  }),
  "the site is renamed": (newsroom) => ({ ...newsroom, title: `${newsroom.title} News` }),
  "links are written otherwise": (newsroom) => ({
    ...newsroom,
    links: newsroom.links === "folder" ? "file" : "folder",
  }),
  "a picture is replaced": async (newsroom, random) => {
    const path = pickOne(random, Object.keys(newsroom.pictures));
    return { ...newsroom, pictures: { ...newsroom.pictures, [path]: await generatePicture(random) } };
  },
  "a story shows a picture no more": (newsroom, random) => {
    const picturedStories = newsroom.stories.filter(({ image, inlinePicture }) => image ?? inlinePicture);
    const target = pickOne(random, picturedStories.length > 0 ? picturedStories : newsroom.stories);
    return updateStory(newsroom, target, { image: undefined, inlinePicture: undefined });
  },
  "the editor's note is changed": (newsroom, random) =>
    writeText(newsroom, "2024/07/17/index.md", `${generateWords(random)}\n`),
  "a story comes with a document": (newsroom, random) =>
    writeText(
      addStory(newsroom, { ...createStory("2024/05/18", random), linksTo: "report.pdf" }),
      "2024/05/18/report.pdf",
      `%PDF-${generateWords(random)}`,
    ),
  "static files are added": (newsroom, random) =>
    writeText(
      writeText(addStory(newsroom, { ...createStory("2024/06/08", random), linksTo: "/CNAME" }), "static/CNAME", "a\n"),
      "static/.well-known/Годовой отчёт.txt",
      "Words.\n",
    ),
  "a static file is replaced, and another goes": ({ texts: { "static/CNAME": _, ...texts }, ...newsroom }) =>
    writeText({ ...newsroom, texts }, "static/.well-known/Годовой отчёт.txt", "More words.\n"),
  "a static file takes the place of a tag": (newsroom, random) =>
    writeText(newsroom, `static/tags/${pickOne(random, ["sport", "ukraine", "culture"])}/index.html`, "<p>Mine.\n"),
  "a page is added": (newsroom, random) =>
    writeText(
      newsroom,
      "pages/rules.md",
      `---\ntitle: Our rules\nsummary: How we work.\n---\n\n${generateWords(random)}\n`,
    ),
  "time passes": (newsroom) => ({ ...newsroom, now: "2024-07-28T12:00:00Z" }),
  "time goes back": (newsroom) => ({ ...newsroom, now: "2024-07-10T12:00:00Z" }),
  "all files are touched": (newsroom) => newsroom,
};

function addStory(newsroom: Newsroom, story: Story): Newsroom {
  const others = newsroom.stories.filter((other) => getStoryAddress(other) !== getStoryAddress(story));
  return { ...newsroom, stories: [...others, story] };
}

function writeText(newsroom: Newsroom, path: string, text: string): Newsroom {
  return { ...newsroom, texts: { ...newsroom.texts, [path]: text } };
}

/** Creates a step that changes one random story. */
function changeStory(getChanges: (story: Story, random: Random) => Partial<Story>): Step {
  return (newsroom, random) => {
    const target = pickOne(random, newsroom.stories);
    return updateStory(newsroom, target, getChanges(target, random));
  };
}

function updateStory(newsroom: Newsroom, target: Story, changes: Partial<Story>): Newsroom {
  const stories = newsroom.stories.map((story) => (story === target ? { ...story, ...changes } : story));
  return { ...newsroom, stories };
}

/** Creates a step that changes all stories. */
function changeAllStories(getChanges: (story: Story) => Partial<Story>): Step {
  return (newsroom) => ({
    ...newsroom,
    stories: newsroom.stories.map((story) => ({ ...story, ...getChanges(story) })),
  });
}

/** The id of a story whose front matter does not set one. */
function formatDefaultId(address: string): string {
  return `tag:dispatch.example,2024:${address}`;
}

/** A story without the fields that only one file may have, and without pictures of its old folder. */
function stripUniqueFields(story: Story): Story {
  return {
    ...story,
    image: undefined,
    inlinePicture: undefined,
    linksTo: undefined,
    aliases: [],
    id: undefined,
    lead: false,
  };
}

function isNotDraft({ draft }: Story): boolean {
  return !draft;
}

/** Removes what makes a build fail: links to missing stories, aliases and ids of others, static files in place of pages. */
export function removeProblems(newsroom: Newsroom): Newsroom {
  const usedAddresses = new Set(newsroom.stories.map(getStoryAddress));
  const isUnused = (address: string) => usedAddresses.size < usedAddresses.add(address).size;
  const stories = newsroom.stories.map((story) => ({
    ...story,
    linksTo: undefined,
    aliases: story.aliases.filter(isUnused),
    id: undefined,
  }));
  const texts = Object.fromEntries(Object.entries(newsroom.texts).filter(([path]) => !path.startsWith("static/tags/")));
  return { ...newsroom, stories, texts };
}

import { oneOf, type Random } from "../run/random.ts";
import { addressOf, type Newsroom, pictureFrom, type Story, storyOn, wordsFrom } from "./newsroom.ts";

/** What may happen in a newsroom between two builds. One that gives the newsroom itself stands for a touch without change. */
export type Step = (room: Newsroom, random: Random) => Newsroom | Promise<Newsroom>;

/** Everything that may happen, by its name. */
export const steps: Readonly<Record<string, Step>> = {
  "a story is added": (room, random) => adding(room, storyOn(oneOf(random, room.stories).day, random)),
  "a story opens a new day": (room, random) => adding(room, storyOn("2024/07/18", random)),
  "a story opens a new month": (room, random) => adding(room, storyOn("2024/03/11", random)),
  "a story is scheduled": (room, random) => adding(room, storyOn("2024/07/25", random)),
  "a story comes with a picture": async (room, random) => {
    const story = storyOn("2024/05/17", random);
    const path = `${story.day}/picture-${story.slug}.png`;
    const pictures = { ...room.pictures, [path]: await pictureFrom(random) };
    return { ...adding(room, { ...story, shows: path, image: random() < 0.5 ? path : undefined }), pictures };
  },
  "a story leads to another": (room, random) => {
    const to = addressOf(oneOf(random, room.stories.filter(isOut)));
    return adding(room, { ...storyOn("2024/06/03", random), leadsTo: to });
  },
  "a text is edited": changing((_, random) => ({ text: wordsFrom(random) })),
  "a story is written anew": changing(({ day }, random) => {
    const { title, text, tags } = storyOn(day, random);
    return { title, text, tags };
  }),
  "a title is changed": changing(({ title }) => ({ title: `${title} again` })),
  "a story gets other tags": changing((_, random) => ({ tags: ["russia", oneOf(random, ["ukraine", "diplomacy"])] })),
  "the first story of a tag": changing(() => ({ tags: ["sport", "ukraine"] })),
  "the first story of a storyline": changing(() => ({ storyline: "grain" })),
  "a story leaves its storyline, and names others": changing(() => ({
    storyline: undefined,
    people: ["Bob Example"],
    places: ["Riga"],
  })),
  "a person is spelt otherwise in a story": changing(() => ({ people: ["ANN EXAMPLE", "Bob Example"] })),
  "a person is spelt otherwise everywhere": everywhere(({ people }) => ({
    people: people.map((name) => (/^ann/i.test(name) ? "Änn Exämple" : name)),
  })),
  "a story becomes a draft": changing(() => ({ draft: true })),
  "drafts come out": everywhere(() => ({ draft: false })),
  "a story leads its edition": (room, random) => {
    const { day, language, slug } = oneOf(random, room.stories);
    const stories = room.stories.map((story) =>
      story.day === day && story.language === language ? { ...story, lead: story.slug === slug } : story,
    );
    return { ...room, stories };
  },
  "a story is corrected": changing(({ corrections }) => ({ corrections: [...corrections, "A name was wrong."] })),
  "a story is retracted": changing(() => ({ retracted: true })),
  "a story of an agency": changing((_, random) => ({ rights: oneOf(random, ["excerpt", "link"]) })),
  "a story is translated": (room, random) => {
    const story = oneOf(random, room.stories);
    return adding(room, { ...plain(story), language: ".uk", title: `Новина ${story.slug}` });
  },
  "a story moves to another day": (room, random) => {
    const story = oneOf(random, room.stories);
    const moved = { ...plain(story), day: "2024/06/29", aliases: [...story.aliases, addressOf(story)] };
    return { ...room, stories: room.stories.map((each) => (each === story ? moved : each)) };
  },
  "a file is renamed": changing(({ day }, random) => ({ slug: storyOn(day, random).slug })),
  "a story keeps the id that it was known by": changing((story, random) => ({
    slug: storyOn(story.day, random).slug,
    id: idOf(addressOf(story)),
  })),
  "a story takes another's id": (room, random) => {
    const id = idOf(addressOf(oneOf(random, room.stories)));
    return changing(() => ({ id }))(room, random);
  },
  "a story answers at another's address": (room, random) => {
    const alias = addressOf(oneOf(random, room.stories));
    return changing(() => ({ aliases: [alias] }))(room, random);
  },
  "a story comes back to where another was": (room, random) => {
    const moved = room.stories.find(({ aliases, language }) => aliases.length > 0 && language === "");
    const [, day = "2024/05/28", slug = "story-1"] =
      /^\/(\d{4}\/\d\d\/\d\d)\/(.+)\/$/.exec(moved?.aliases[0] ?? "") ?? [];
    return adding(room, { ...storyOn(day, random), slug });
  },
  "a story is deleted": (room, random) => {
    const story = oneOf(random, room.stories);
    return { ...room, stories: room.stories.filter((each) => each !== story) };
  },
  "a story that another leads to is deleted": (room) => {
    const to = room.stories.find(({ leadsTo }) => leadsTo)?.leadsTo;
    return { ...room, stories: room.stories.filter((each) => addressOf(each) !== to) };
  },
  "a whole month is deleted": (room) => {
    const isLeft = (path: string) => !path.startsWith("2024/04/");
    return { ...room, stories: room.stories.filter(({ day }) => isLeft(day)) };
  },
  "a tag is renamed": ({ tags: { russia = "", ...others }, ...room }) => ({
    ...room,
    tags: { ...others, russia: `${russia}n matters` },
  }),
  "a tag is added": (room) => ({ ...room, tags: { ...room.tags, culture: "Culture" } }),
  "a storyline is renamed": (room) => ({ ...room, storylines: { ...room.storylines, grain: "Grain by sea" } }),
  "the site moves to another host": (room) => ({ ...room, url: "https://mirror.example/dispatch/" }),
  "sections stand in another order": (room) => ({ ...room, sections: [...room.sections].reverse() }),
  "the folder of the content is renamed": (room) => ({
    ...room,
    folder: room.folder === "content" ? "articles" : "content",
  }),
  "the site is renamed": (room) => ({ ...room, title: `${room.title} News` }),
  "links are written otherwise": (room) => ({ ...room, links: room.links === "folder" ? "file" : "folder" }),
  "a picture is replaced": async (room, random) => {
    const path = oneOf(random, Object.keys(room.pictures));
    return { ...room, pictures: { ...room.pictures, [path]: await pictureFrom(random) } };
  },
  "a story shows a picture no more": (room, random) => {
    const pictured = room.stories.filter(({ image, shows }) => image ?? shows);
    const chosen = oneOf(random, pictured.length > 0 ? pictured : room.stories);
    return withStory(room, chosen, { image: undefined, shows: undefined });
  },
  "the editor's note is changed": (room, random) => writing(room, "2024/07/17/index.md", `${wordsFrom(random)}\n`),
  "a page is added": (room, random) =>
    writing(room, "pages/rules.md", `---\ntitle: Our rules\nsummary: How we work.\n---\n\n${wordsFrom(random)}\n`),
  "time passes": (room) => ({ ...room, now: "2024-07-28T12:00:00Z" }),
  "time goes back": (room) => ({ ...room, now: "2024-07-10T12:00:00Z" }),
  "all files are touched": (room) => room,
};

function adding(room: Newsroom, story: Story): Newsroom {
  const others = room.stories.filter((each) => addressOf(each) !== addressOf(story));
  return { ...room, stories: [...others, story] };
}

function writing(room: Newsroom, path: string, text: string): Newsroom {
  return { ...room, texts: { ...room.texts, [path]: text } };
}

/** A step that changes one story. */
function changing(different: (story: Story, random: Random) => Partial<Story>): Step {
  return (room, random) => {
    const chosen = oneOf(random, room.stories);
    return withStory(room, chosen, different(chosen, random));
  };
}

function withStory(room: Newsroom, chosen: Story, different: Partial<Story>): Newsroom {
  const stories = room.stories.map((story) => (story === chosen ? { ...story, ...different } : story));
  return { ...room, stories };
}

/** A step that changes all stories. */
function everywhere(different: (story: Story) => Partial<Story>): Step {
  return (room) => ({ ...room, stories: room.stories.map((story) => ({ ...story, ...different(story) })) });
}

/** The id of a story to which none was given. */
function idOf(address: string): string {
  return `tag:dispatch.example,2024:${address}`;
}

/** A story without what only one file can have, or what lies beside its old one. */
function plain(story: Story): Story {
  return { ...story, image: undefined, shows: undefined, leadsTo: undefined, aliases: [], id: undefined, lead: false };
}

function isOut({ draft }: Story): boolean {
  return !draft;
}

/** The same newsroom with nothing left that a build would refuse: links that lead nowhere, aliases and ids of others. */
export function mended(room: Newsroom): Newsroom {
  const taken = new Set(room.stories.map(addressOf));
  const isFree = (address: string) => taken.size < taken.add(address).size;
  const stories = room.stories.map((story) => ({
    ...story,
    leadsTo: undefined,
    aliases: story.aliases.filter(isFree),
    id: undefined,
  }));
  return { ...room, stories };
}

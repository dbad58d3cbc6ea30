import { oneOf, type Random } from "../run/random.ts";
import type { Files } from "../sites/folders.ts";
import { article } from "../sites/site.ts";
import { flat } from "./pictures.ts";

/** A newspaper as its editors think of it; its files follow. */
export interface Newsroom {
  readonly title: string;
  readonly url: string;
  /** Slugs of tags, in the order of the front page. */
  readonly sections: readonly string[];
  readonly links: "folder" | "file";
  /** The name of the folder that they write in. */
  readonly folder: "content" | "articles";
  readonly now: string;
  readonly stories: readonly Story[];
  /** Titles of tags and of storylines by slug. */
  readonly tags: Readonly<Record<string, string>>;
  readonly storylines: Readonly<Record<string, string>>;
  /** Texts of notes and pages, by path. */
  readonly texts: Readonly<Record<string, string>>;
  /** By path. */
  readonly pictures: Readonly<Record<string, Buffer>>;
}

export interface Story {
  /** "2024/05/03". */
  readonly day: string;
  readonly slug: string;
  /** "" or the suffix of a translation: ".ru". */
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly storyline: string | undefined;
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly draft: boolean;
  readonly lead: boolean;
  readonly corrections: readonly string[];
  readonly retracted: boolean;
  readonly rights: "full" | "excerpt" | "link";
  readonly aliases: readonly string[];
  /** One that it was given; undefined: the one that its address makes. */
  readonly id: string | undefined;
  /** The path of its picture, and of one that stands in its text. */
  readonly image: string | undefined;
  readonly shows: string | undefined;
  /** The address of a story that its text leads to. */
  readonly leadsTo: string | undefined;
}

/** Where a story is published. */
export function addressOf({ day, slug, language }: Story): string {
  return `${language.replace(".", "/")}/${day}/${slug}/`;
}

/** All files of a newsroom's content folder. */
export function contentOf(room: Newsroom): Files {
  return {
    "site.yaml": siteYaml(room),
    "tags.yaml": termsYaml(room.tags),
    "storylines.yaml": termsYaml(room.storylines),
    ...room.texts,
    ...room.pictures,
    ...Object.fromEntries(
      room.stories.map((story) => [`${story.day}/${story.slug}${story.language}.md`, textOf(story)]),
    ),
  };
}

function termsYaml(titles: Readonly<Record<string, string>>): string {
  return Object.entries(titles)
    .map(([slug, title]) => `- {slug: ${slug}, title: ${title}}\n`)
    .join("");
}

function siteYaml({ title, url, sections, links }: Newsroom): string {
  return `title: ${title}
description: One edition a day.
url: ${url}
authority: "dispatch.example,2024"
language: en
timezone: Europe/Riga
hour: "06:00"
publisher: {name: The Dispatch}
sections: [${sections.join(", ")}]
links: ${links}
`;
}

function textOf(story: Story): string {
  const { title, tags, storyline, people, places, draft, lead, corrections, aliases, id, image, rights } = story;
  const shown = story.shows ? `\n\n![A map](${nameOf(story.shows)} "Where it was. Photo: Ann Example")` : "";
  const more = story.leadsTo ? `\n\nSee [what came before](${story.leadsTo}).` : "";
  const different = {
    title,
    tags,
    storyline,
    people: people.length > 0 ? people : undefined,
    places: places.length > 0 ? places : undefined,
    draft: draft || undefined,
    lead: lead || undefined,
    corrections: corrections.length > 0 ? corrections.map(correction) : undefined,
    retracted: story.retracted ? { date: "2024-12-02T09:00:00+02:00", reason: "It was not so." } : undefined,
    rights: rights === "full" ? undefined : rights,
    aliases: aliases.length > 0 ? aliases : undefined,
    id,
    image: image && { src: nameOf(image), alt: "A map", credit: "Ann Example" },
  };
  return article(different, story.text + shown + more);
}

function correction(text: string): Readonly<Record<string, string>> {
  return { date: "2024-12-01T09:00:00+02:00", text };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A story with nothing special about it, on a day. */
export function storyOn(day: string, random: Random): Story {
  const number = Math.floor(random() * 1e6);
  return {
    day,
    slug: `story-${number}`,
    language: "",
    title: `Story ${number}`,
    text: wordsFrom(random),
    tags: [oneOf(random, ["ukraine", "russia", "diplomacy"])],
    storyline: random() < 0.2 ? "second-summit" : undefined,
    people: random() < 0.2 ? ["Ann Example"] : [],
    places: random() < 0.3 ? [oneOf(random, ["Vienna", "Moscow"])] : [],
    draft: false,
    lead: false,
    corrections: [],
    retracted: false,
    rights: "full",
    aliases: [],
    id: undefined,
    image: undefined,
    shows: undefined,
    leadsTo: undefined,
  };
}

/** Some words. */
export function wordsFrom(random: Random): string {
  const words = ["envoys", "met", "in", "the", "capital", "and", "agreed", "to", "meet", "again", "on", "Monday"];
  return Array.from({ length: 12 }, () => oneOf(random, words)).join(" ");
}

/** A small picture of a colour of its own. */
export function pictureFrom(random: Random): Promise<Buffer> {
  const shade = () => Math.floor(random() * 256);
  return flat(30, 20, [shade(), shade(), shade()]).png().toBuffer();
}

/** A newsroom after four months of work: so many stories, some in Russian, two pictures, a few that are scheduled. */
export async function newsroom(random: Random, stories: number): Promise<Newsroom> {
  const days = ["04", "05", "06", "07"].flatMap((month) =>
    ["02", "03", "17", "28"].map((day) => `2024/${month}/${day}`),
  );
  const written = Array.from({ length: stories }, (_, i) => {
    const story = storyOn(days[i % days.length] ?? "", random);
    return i % days.length === 5 ? { ...story, leadsTo: undefined } : story;
  });
  const linked = written.map((story, i) => {
    const to = written[i - 7];
    return i % 9 === 8 && to ? { ...story, leadsTo: addressOf(to) } : story;
  });
  const [map, chart] = ["2024/05/03/map.png", "2024/06/17/chart.png"];
  const first = (day: string) => linked.find((story) => story.day === day);
  const pictured = linked.map((story) => {
    if (story === first("2024/05/03")) return { ...story, image: map };
    return story === first("2024/06/17") ? { ...story, shows: chart } : story;
  });
  const translated = pictured.slice(3, 6).map((story) => ({ ...story, language: ".ru", leadsTo: undefined }));
  return {
    title: "The Dispatch",
    url: "https://dispatch.example/",
    sections: ["ukraine", "russia", "sport"],
    links: "folder",
    folder: "content",
    now: "2024-07-20T12:00:00Z",
    stories: [...pictured, ...translated.map((story) => ({ ...story, image: undefined, shows: undefined }))],
    tags: { ukraine: "Ukraine", russia: "Russia", diplomacy: "Diplomacy", sport: "Sport" },
    storylines: { "second-summit": "A second summit", grain: "The grain deal" },
    texts: {
      "2024/07/17/index.md": "Good morning.\n",
      "pages/about.md": "---\ntitle: About us\nsummary: Who we are.\n---\n\nWe write.\n",
    },
    pictures: { [map]: await pictureFrom(random), [chart]: await pictureFrom(random) },
  };
}

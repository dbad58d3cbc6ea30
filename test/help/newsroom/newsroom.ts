import { pickOne, type Random } from "../run/random.ts";
import type { FileContents } from "../sites/folders.ts";
import { formatArticle } from "../sites/site.ts";
import { createFlat } from "./pictures.ts";

/** A newspaper as plain data. `renderContentFiles` turns it into the files of a content folder. */
export interface Newsroom {
  readonly title: string;
  readonly url: string;
  /** Slugs of tags, in the order of the front page. */
  readonly sections: readonly string[];
  readonly links: "folder" | "file";
  /** The name of the content folder. */
  readonly folder: "content" | "articles";
  readonly now: string;
  readonly stories: readonly Story[];
  /** Titles of tags and storylines, by slug. */
  readonly tags: Readonly<Record<string, string>>;
  readonly storylines: Readonly<Record<string, string>>;
  /** Text files of edition notes and plain pages, by path. */
  readonly texts: Readonly<Record<string, string>>;
  /** PNG files by path. */
  readonly pictures: Readonly<Record<string, Buffer>>;
}

export interface Story {
  /** "2024/05/03". */
  readonly day: string;
  readonly slug: string;
  /** "" for the site's language, else the suffix of the translation: ".ru". */
  readonly language: string;
  readonly title: string;
  readonly text: string;
  /** The heading after its text. */
  readonly heading: string | undefined;
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
  /** A custom id. undefined: derived from the address. */
  readonly id: string | undefined;
  /** The paths of its picture, and of the picture inside its text. */
  readonly image: string | undefined;
  readonly inlinePicture: string | undefined;
  /** The address of a story, or a file or a place in a story, that its text links to. */
  readonly linksTo: string | undefined;
}

/** The address at which a story is published. */
export function getStoryAddress({ day, slug, language }: Story): string {
  return `${language.replace(".", "/")}/${day}/${slug}/`;
}

/** All files of a newsroom's content folder, by path. */
export function renderContentFiles(newsroom: Newsroom): FileContents {
  return {
    "site.yaml": formatSiteYaml(newsroom),
    "tags.yaml": formatTermsYaml(newsroom.tags),
    "storylines.yaml": formatTermsYaml(newsroom.storylines),
    ...newsroom.texts,
    ...newsroom.pictures,
    ...Object.fromEntries(
      newsroom.stories.map((story) => [`${story.day}/${story.slug}${story.language}.md`, formatStory(story)]),
    ),
  };
}

function formatTermsYaml(titles: Readonly<Record<string, string>>): string {
  return Object.entries(titles)
    .map(([slug, title]) => `- {slug: ${slug}, title: ${title}}\n`)
    .join("");
}

function formatSiteYaml({ title, url, sections, links }: Newsroom): string {
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

function formatStory(story: Story): string {
  const { title, tags, storyline, people, places, draft, lead, corrections, aliases, id, image, rights } = story;
  const pictureMarkdown = story.inlinePicture
    ? `\n\n![A map](${getFileName(story.inlinePicture)} "Where it was. Photo: Ann Example")`
    : "";
  const linkMarkdown = story.linksTo ? `\n\nSee [what came before](${story.linksTo}).` : "";
  const headingMarkdown = story.heading ? `\n\n## ${story.heading}\n\nWords.` : "";
  const frontMatter = {
    title,
    tags,
    storyline,
    people: people.length > 0 ? people : undefined,
    places: places.length > 0 ? places : undefined,
    draft: draft || undefined,
    lead: lead || undefined,
    corrections: corrections.length > 0 ? corrections.map(makeCorrection) : undefined,
    retracted: story.retracted ? { date: "2024-12-02T09:00:00+02:00", reason: "It was not so." } : undefined,
    rights: rights === "full" ? undefined : rights,
    aliases: aliases.length > 0 ? aliases : undefined,
    id,
    image: image && { src: getFileName(image), alt: "A map", credit: "Ann Example" },
  };
  return formatArticle(frontMatter, story.text + headingMarkdown + pictureMarkdown + linkMarkdown);
}

function makeCorrection(text: string): Readonly<Record<string, string>> {
  return { date: "2024-12-01T09:00:00+02:00", text };
}

function getFileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** An ordinary story of a day ("2024/05/03") with a random slug, text and tag. */
export function createStory(day: string, random: Random): Story {
  const number = Math.floor(random() * 1e6);
  return {
    day,
    slug: `story-${number}`,
    language: "",
    title: `Story ${number}`,
    text: generateWords(random),
    heading: undefined,
    tags: [pickOne(random, ["ukraine", "russia", "diplomacy"])],
    storyline: random() < 0.2 ? "second-summit" : undefined,
    people: random() < 0.2 ? ["Ann Example"] : [],
    places: random() < 0.3 ? [pickOne(random, ["Vienna", "Moscow"])] : [],
    draft: false,
    lead: false,
    corrections: [],
    retracted: false,
    rights: "full",
    aliases: [],
    id: undefined,
    image: undefined,
    inlinePicture: undefined,
    linksTo: undefined,
  };
}

/** Twelve random words. */
export function generateWords(random: Random): string {
  const words = ["envoys", "met", "in", "the", "capital", "and", "agreed", "to", "meet", "again", "on", "Monday"];
  return Array.from({ length: 12 }, () => pickOne(random, words)).join(" ");
}

/** A small PNG of one random colour. */
export function generatePicture(random: Random): Promise<Buffer> {
  const randomShade = () => Math.floor(random() * 256);
  return createFlat(30, 20, [randomShade(), randomShade(), randomShade()]).png().toBuffer();
}

/**
 * A newsroom after four months: `storyCount` stories, three of them also in Russian, two pictures, and a few scheduled
 * stories.
 */
export async function createNewsroom(random: Random, storyCount: number): Promise<Newsroom> {
  const days = ["04", "05", "06", "07"].flatMap((month) =>
    ["02", "03", "17", "28"].map((day) => `2024/${month}/${day}`),
  );
  const plainStories = Array.from({ length: storyCount }, (_, i) => {
    const story = createStory(days[i % days.length] ?? "", random);
    return i % days.length === 5 ? { ...story, linksTo: undefined } : story;
  });
  const linkedStories = plainStories.map((story, i) => {
    const to = plainStories[i - 7];
    return i % 9 === 8 && to ? { ...story, linksTo: getStoryAddress(to) } : story;
  });
  const [map, chart] = ["2024/05/03/map.png", "2024/06/17/chart.png"];
  const findFirst = (day: string) => linkedStories.find((story) => story.day === day);
  const picturedStories = linkedStories.map((story) => {
    if (story === findFirst("2024/05/03")) return { ...story, image: map };
    return story === findFirst("2024/06/17") ? { ...story, inlinePicture: chart } : story;
  });
  const translatedStories = picturedStories
    .slice(3, 6)
    .map((story) => ({ ...story, language: ".ru", linksTo: undefined }));
  return {
    title: "The Dispatch",
    url: "https://dispatch.example/",
    sections: ["ukraine", "russia", "sport"],
    links: "folder",
    folder: "content",
    now: "2024-07-20T12:00:00Z",
    stories: [
      ...picturedStories,
      ...translatedStories.map((story) => ({ ...story, image: undefined, inlinePicture: undefined })),
    ],
    tags: { ukraine: "Ukraine", russia: "Russia", diplomacy: "Diplomacy", sport: "Sport" },
    storylines: { "second-summit": "A second summit", grain: "The grain deal" },
    texts: {
      "2024/07/17/index.md": "Good morning.\n",
      "pages/about.md": "---\ntitle: About us\nsummary: Who we are.\n---\n\nWe write.\n",
    },
    pictures: { [map]: await generatePicture(random), [chart]: await generatePicture(random) },
  };
}

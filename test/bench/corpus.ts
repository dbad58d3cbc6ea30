// A seeded archive as plain data. Each contestant writes the stories in its own format.
import { createRandom, pickOne } from "../help/run/random.ts";
import { generateSentence, generateSummary, generateText, generateTitle, pickSome } from "./prose.ts";

/** One article of the archive. */
export interface Story {
  /** Its path in the archive: "2024/07/11/the-port-authority-opens-a-longer-rail-corridor-3". */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  /** RFC 3339 with the offset of the site's time zone; different for each story of a day. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly sources: readonly { readonly name: string; readonly url: string; readonly published: string }[];
  readonly storyline: string | undefined;
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly lead: boolean;
  readonly corrections: readonly { readonly date: string; readonly text: string }[];
  /** Markdown. A link to another story is written as `story:` and its path. */
  readonly text: string;
}

/** A tag or a storyline. */
export interface Topic {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
}

/** An archive of `size` stories: twenty a day, the last of them on `lastDay`. */
export interface Corpus {
  readonly size: number;
  readonly tags: readonly Topic[];
  readonly storylines: readonly Topic[];
}

export const corpusUrl = "https://bench.example/";
export const corpusTitle = "The Bench Digest";
export const corpusDescription = "Twenty made-up stories a day, to measure how long it takes to publish them.";
/** The sections of the front page: the first three tags. */
export const corpusSections: readonly string[] = ["topic-1", "topic-2", "topic-3"];
/** The time of all builds: after the last story. */
export const corpusNow = "2025-06-30T12:00:00Z";

/** Creates an archive of `size` stories with so many tags and storylines. */
export function createCorpus(size: number, tags = 30, storylines = 20): Corpus {
  return {
    size,
    tags: createTopics("topic", "Topic", tags),
    storylines: createTopics("storyline", "The story of", storylines),
  };
}

/**
 * Generates the story at an index of the archive; 0 is the oldest. Indexes from `size` on are further stories of the
 * last day.
 */
export function generateStory(corpus: Corpus, index: number): Story {
  const random = createRandom(index * 7919 + 17);
  const title = generateTitle(random);
  const dayIndex = Math.min(index, corpus.size - 1);
  const position = index - Math.floor(dayIndex / storiesADay) * storiesADay;
  const day = getDay(corpus, dayIndex);
  return {
    path: formatPath(day, title, position),
    title,
    summary: generateSummary(random),
    date: toTimestamp(day, `06:${String(position).padStart(2, "0")}`),
    tags: pickSome(random, corpus.tags, 1 + Math.floor(random() * 4)).map(({ slug }) => slug),
    sources: Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      name: pickOne(random, agencies),
      url: `https://agency.example/${day}/${Math.floor(random() * 1e6)}`,
      published: day,
    })),
    storyline: random() < 0.2 ? pickOne(random, corpus.storylines).slug : undefined,
    people: random() < 0.4 ? pickSome(random, people, 1 + Math.floor(random() * 3)) : [],
    places: random() < 0.6 ? pickSome(random, places, 1 + Math.floor(random() * 2)) : [],
    lead: position === 0,
    corrections: random() < 0.03 ? [{ date: toTimestamp(day, "14:30"), text: generateSentence(random) }] : [],
    text: generateText(random, findEarlierPath(corpus, dayIndex)),
  };
}

/** Generates all stories, oldest first, one at a time, so that 50,000 stories are never in memory together. */
export function* generateStories(corpus: Corpus): Generator<Story> {
  for (let index = 0; index < corpus.size; index++) yield generateStory(corpus, index);
}

const storiesADay = 20;
const lastDay = "2025-06-30";
const agencies = [
  "Northern Wire",
  "Harbour News Agency",
  "The Evening Register",
  "Public Radio",
  "Office of Statistics",
];
const people = combineNames(
  "Anna Boris Clara Daniel Elena Felix Greta Henrik Ilze Janis Katya Lukas Marta Nils Olena Pavel",
  "Arndt Bauer Costa Dahl Eriks Fabre Grau Holm Ivars Jansen Koval Lind Moreau Novak Orlov",
);
const places = combineNames(
  "North South East West Upper Lower Old New Great Little",
  "Haven Bridge Mills Cross Field Harbour Gate Wood",
);
const offsetFormat = new Intl.DateTimeFormat("en", { timeZone: "Europe/Riga", timeZoneName: "longOffset" });

function createTopics(slug: string, title: string, count: number): readonly Topic[] {
  return Array.from({ length: count }, (_, i) => ({
    slug: `${slug}-${i + 1}`,
    title: `${title} ${subjects[i % 10]} ${i + 1}`,
    description: `What is known about ${title.toLowerCase()} ${subjects[i % 10]}, number ${i + 1}, and where it was read.`,
  }));
}

const subjects = ["grain", "energy", "courts", "borders", "schools", "railways", "water", "trade", "health", "ports"];

function combineNames(firstNames: string, lastNames: string): readonly string[] {
  return lastNames
    .split(" ")
    .flatMap((lastName) => firstNames.split(" ").map((firstName) => `${firstName} ${lastName}`));
}

/** Formats a time of day in the site's time zone as authors write it: "2025-06-30T06:05:00+03:00". */
function toTimestamp(day: string, time: string): string {
  const offset = offsetFormat
    .formatToParts(new Date(`${day}T12:00:00Z`))
    .find(({ type }) => type === "timeZoneName")?.value;
  return `${day}T${time}:00${offset?.replace("GMT", "") ?? ""}`;
}

function getDay({ size }: Corpus, index: number): string {
  const daysBefore = Math.floor((size - 1) / storiesADay) - Math.floor(index / storiesADay);
  return new Date(Date.parse(lastDay) - daysBefore * 86_400_000).toISOString().slice(0, 10);
}

function formatPath(day: string, title: string, position: number): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 76)
    .replace(/-$/, "");
  return `${day.replaceAll("-", "/")}/${slug}-${position}`;
}

// Three stories in four link to one up to 52 stories before; the oldest do not.
function findEarlierPath(corpus: Corpus, index: number): string | undefined {
  const earlier = index - 3 - (index % 50);
  if (earlier < 0 || index % 4 === 0) return undefined;
  const position = earlier % storiesADay;
  return formatPath(getDay(corpus, earlier), generateTitle(createRandom(earlier * 7919 + 17)), position);
}

// A seeded archive as plain data: what a story is, before either contestant writes it down in its own form.
import { oneOf, randomFrom } from "../help/run/random.ts";
import { sentence, someOf, summaryFrom, textFrom, titleFrom } from "./prose.ts";

/** One article of the archive. */
export interface Story {
  /** Where it stands in the archive: "2024/07/11/the-port-authority-opens-a-longer-rail-corridor-3". */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  /** RFC 3339 with the offset of the site's zone; another one for each story of a day. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly sources: readonly { readonly name: string; readonly url: string; readonly published: string }[];
  readonly storyline: string | undefined;
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly lead: boolean;
  readonly corrections: readonly { readonly date: string; readonly text: string }[];
  /** Markdown; a link to another story is written `story:` and its path. */
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
export const sections: readonly string[] = ["topic-1", "topic-2", "topic-3"];
/** After the last story came out. */
export const now = "2025-06-30T12:00:00Z";

export function corpusOf(size: number, tags = 30, storylines = 20): Corpus {
  return { size, tags: topics("topic", "Topic", tags), storylines: topics("storyline", "The story of", storylines) };
}

/** The story at a place in the archive, 0 being the oldest. `size` and above are further stories of the last day. */
export function storyAt(corpus: Corpus, index: number): Story {
  const random = randomFrom(index * 7919 + 17);
  const title = titleFrom(random);
  const dayIndex = Math.min(index, corpus.size - 1);
  const place = index - Math.floor(dayIndex / storiesADay) * storiesADay;
  const day = dayOf(corpus, dayIndex);
  return {
    path: pathOf(day, title, place),
    title,
    summary: summaryFrom(random),
    date: atClock(day, `06:${String(place).padStart(2, "0")}`),
    tags: someOf(random, corpus.tags, 1 + Math.floor(random() * 4)).map(({ slug }) => slug),
    sources: Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      name: oneOf(random, agencies),
      url: `https://agency.example/${day}/${Math.floor(random() * 1e6)}`,
      published: day,
    })),
    storyline: random() < 0.2 ? oneOf(random, corpus.storylines).slug : undefined,
    people: random() < 0.4 ? someOf(random, people, 1 + Math.floor(random() * 3)) : [],
    places: random() < 0.6 ? someOf(random, places, 1 + Math.floor(random() * 2)) : [],
    lead: place === 0,
    corrections: random() < 0.03 ? [{ date: atClock(day, "14:30"), text: sentence(random) }] : [],
    text: textFrom(random, earlierPath(corpus, dayIndex)),
  };
}

/** All stories of the archive, oldest first, made one after another: 50,000 of them need not be held at once. */
export function* storiesOf(corpus: Corpus): Generator<Story> {
  for (let index = 0; index < corpus.size; index++) yield storyAt(corpus, index);
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
const people = names(
  "Anna Boris Clara Daniel Elena Felix Greta Henrik Ilze Janis Katya Lukas Marta Nils Olena Pavel",
  "Arndt Bauer Costa Dahl Eriks Fabre Grau Holm Ivars Jansen Koval Lind Moreau Novak Orlov",
);
const places = names(
  "North South East West Upper Lower Old New Great Little",
  "Haven Bridge Mills Cross Field Harbour Gate Wood",
);
const hours = new Intl.DateTimeFormat("en", { timeZone: "Europe/Riga", timeZoneName: "longOffset" });

function topics(slug: string, title: string, count: number): readonly Topic[] {
  return Array.from({ length: count }, (_, i) => ({
    slug: `${slug}-${i + 1}`,
    title: `${title} ${numerals[i % 10]} ${i + 1}`,
    description: `What is known about ${title.toLowerCase()} ${numerals[i % 10]}, number ${i + 1}, and where it was read.`,
  }));
}

const numerals = ["grain", "energy", "courts", "borders", "schools", "railways", "water", "trade", "health", "ports"];

function names(firsts: string, lasts: string): readonly string[] {
  return lasts.split(" ").flatMap((last) => firsts.split(" ").map((first) => `${first} ${last}`));
}

/** A time of the day in the site's zone, as an author writes it: "2025-06-30T06:05:00+03:00". */
function atClock(day: string, time: string): string {
  const offset = hours.formatToParts(new Date(`${day}T12:00:00Z`)).find(({ type }) => type === "timeZoneName")?.value;
  return `${day}T${time}:00${offset?.replace("GMT", "") ?? ""}`;
}

function dayOf({ size }: Corpus, index: number): string {
  const days = Math.floor((size - 1) / storiesADay) - Math.floor(index / storiesADay);
  return new Date(Date.parse(lastDay) - days * 86_400_000).toISOString().slice(0, 10);
}

function pathOf(day: string, title: string, place: number): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 76)
    .replace(/-$/, "");
  return `${day.replaceAll("-", "/")}/${slug}-${place}`;
}

// A link from most stories to one of a few days before; the oldest have none.
function earlierPath(corpus: Corpus, index: number): string | undefined {
  const earlier = index - 3 - (index % 50);
  if (earlier < 0 || index % 4 === 0) return undefined;
  const place = earlier % storiesADay;
  return pathOf(dayOf(corpus, earlier), titleFrom(randomFrom(earlier * 7919 + 17)), place);
}

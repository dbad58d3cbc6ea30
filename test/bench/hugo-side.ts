import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { styleOrder } from "../../layouts/styles/order.ts";
import { type Contestant, markdown, put } from "./contestant.ts";
import { type Corpus, corpusTitle, corpusUrl, type Story, storyAt } from "./corpus.ts";

/**
 * Hugo with a site of ours that publishes what Dateline publishes (templates in `hugo/`).
 *
 * @param repository the folder that package.json is in: the style sheet is Dateline's own
 * @param program the Hugo to run: a path, or "hugo" as the shell finds it
 */
export function hugo(repository: string, program: string, version: string): Contestant {
  return {
    name: "Hugo",
    version,
    layOut: (folder, corpus) => layOut(repository, folder, corpus),
    writeStory: (folder, story) => put(article(story), folder, "content", `${story.path}.md`),
    writeTags: (folder, tags) => writeTerms(folder, "tags", tags),
    changeLayout,
    command: [program, "--quiet"],
    site: "public",
    kept: ["resources"],
  };
}

function layOut(repository: string, folder: string, corpus: Corpus): void {
  cpSync(join(import.meta.dirname, "hugo"), folder, { recursive: true });
  const sheets = styleOrder.map((name) => readFileSync(join(repository, "layouts", name), "utf8"));
  put(sheets.join("\n"), folder, "static/style.css");
  cpSync(join(repository, "layouts/pictures"), join(folder, "static"), { recursive: true });
  writeTerms(folder, "tags", corpus.tags);
  writeTerms(folder, "storylines", corpus.storylines);
  writeDays(folder, corpus);
  writeArchives(folder, corpus);
  for (const [path, front] of pages) put(markdown(front, ""), folder, "content", path);
}

const feeds = ["rss", "atom", "jsonfeed"];

// What is no story: lists, and the pages on which feeds and sitemaps hang. `url` names the file itself.
const pages: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  [
    "archive.md",
    { title: "Archive", type: "archive", description: "All editions since the first, by year and month." },
  ],
  ["feeds.md", { title: "Subscribe", type: "subscribing", description: "How to follow the digest in a feed reader." }],
  ["corrections/_index.md", { title: "Corrections", type: "corrections", description: "What we got wrong." }],
  ["lite/_index.md", { title: "titles and summaries", outputs: ["rss"] }],
  ["tags/_index.md", { title: "All tags", description: "All tags, each with its stories and its feeds." }],
  ["storylines/_index.md", { title: "Storylines", description: "Stories that go on, each as a timeline." }],
  ["people/_index.md", { title: "People", description: "People who are named in our stories." }],
  ["places/_index.md", { title: "Places", description: "Places where our stories happen." }],
  ["sitemap-pages.md", sitemap("pages", undefined)],
];

function sitemap(part: string, month: string | undefined): Readonly<Record<string, unknown>> {
  return { title: part, type: "sitemap", outputs: ["partsitemap"], url: `/sitemaps/${part}.xml`, month };
}

function writeTerms(folder: string, kind: "tags" | "storylines", topics: Corpus["tags"]): void {
  topics.forEach(({ slug, title, description }, i) => {
    const front = { title, description, weight: i + 1, outputs: ["html", ...feeds] };
    put(markdown(front, ""), folder, "content", kind, slug, "_index.md");
  });
}

/** A document of a feed's archive. */
interface Archived {
  /** The feed's folder; undefined: the site's own. */
  readonly of: "daily/" | undefined;
  /** "2024/07" */
  readonly month: string;
  /** Which fifty of the month's stories, from 1. */
  readonly part: number;
}

/** The feeds of the site and of its days, each with a file for each document of its archive: Hugo has no pages of its own for these. */
function writeArchives(folder: string, corpus: Corpus): void {
  const stories = storiesByMonth(corpus);
  const last = [...stories.keys()].at(-1);
  const ofSite = [...stories].flatMap(([month, count]) => {
    const parts = month === last ? Math.floor(count / storiesInAFeed) : Math.ceil(count / storiesInAFeed);
    return Array.from({ length: parts }, (_, i): Archived => ({ of: undefined, month, part: i + 1 }));
  });
  const ofDays = [...stories.keys()].filter((month) => month !== last);
  writeArchive(folder, "_index.md", { title: corpusTitle }, ofSite);
  writeArchive(
    folder,
    "daily/_index.md",
    { title: "one item a day", outputs: feeds },
    ofDays.map((month) => ({ of: "daily/", month, part: 1 })),
  );
}

// As many as Dateline archives in a document.
const storiesInAFeed = 50;

function writeArchive(
  folder: string,
  index: string,
  feed: Readonly<Record<string, unknown>>,
  archive: readonly Archived[],
): void {
  const folders = archive.map(folderOf);
  put(markdown({ ...feed, previous: folders.at(-1) }, ""), folder, "content", index);
  archive.forEach(({ of, month, part }, i) => {
    const front = {
      title: feed.title,
      type: "archived",
      outputs: feeds,
      url: `/${folders[i]}`,
      of,
      month: `/${month}`,
      part,
      folder: folders[i],
      previous: folders[i - 1],
    };
    put(markdown(front, ""), folder, "content", `${folders[i]?.replaceAll("/", "-")}feed.md`);
  });
}

function folderOf({ of, month, part }: Archived): string {
  const first = `${of ?? ""}archive/${month.replace("/", "-")}/`;
  return part === 1 ? first : `${first}page/${part}/`;
}

/** How many stories each month has, oldest first. */
function storiesByMonth(corpus: Corpus): ReadonlyMap<string, number> {
  const stories = new Map<string, number>();
  for (const month of daysOf(corpus).map((day) => day.slice(0, 7))) stories.set(month, (stories.get(month) ?? 0) + 1);
  return stories;
}

// A folder is a section of Hugo's only with a file of its own; its type chooses the layout.
function writeDays(folder: string, corpus: Corpus): void {
  const days = new Set(daysOf(corpus));
  const months = new Set([...days].map((day) => day.slice(0, 7)));
  const years = new Set([...months].map((month) => month.slice(0, 4)));
  const editions = { day: "numeric", month: "long", year: "numeric" } as const;
  for (const day of days) section(folder, day, "edition", editions, ["html", "mail", "mailtext"]);
  for (const month of months) section(folder, month, "month", { month: "long", year: "numeric" });
  for (const year of years) section(folder, year, "year", { year: "numeric" });
  for (const month of months) {
    put(
      markdown(sitemap(month.replace("/", "-"), `/${month}`), ""),
      folder,
      `content/sitemap-${month.replace("/", "-")}.md`,
    );
  }
}

/** The day of each story, oldest first: "2024/07/11". */
function daysOf(corpus: Corpus): readonly string[] {
  return Array.from({ length: corpus.size }, (_, index) => storyAt(corpus, index).path.slice(0, 10));
}

function section(
  folder: string,
  path: string,
  type: string,
  form: Intl.DateTimeFormatOptions,
  outputs: readonly string[] = ["html"],
): void {
  const [year = "", month = "01", day = "01"] = path.split("/");
  const date = `${year}-${month}-${day}`;
  const title = new Date(date).toLocaleDateString("en-GB", { ...form, timeZone: "UTC" });
  put(markdown({ title, type, date, outputs }, ""), folder, "content", path, "_index.md");
}

// Links are written out in full: Hugo need not resolve them, where Dateline resolves and checks each.
function article(story: Story): string {
  const { title, summary, date, tags, sources, storyline, people, places, lead, corrections, text } = story;
  const front = {
    title,
    description: summary,
    type: "article",
    date,
    lastmod: corrections.at(-1)?.date,
    tags,
    sources,
    storylines: storyline === undefined ? [] : [storyline],
    people,
    places,
    lead: lead || undefined,
    corrections,
  };
  return markdown(front, text.replace(/\]\(story:([^)]*)\)/g, `](${corpusUrl}$1/)`));
}

function changeLayout(folder: string, mark: string): void {
  const file = join(folder, "layouts/article/single.html");
  const before = readFileSync(file, "utf8");
  const after = before.replace(/<article (?:title="[^"]*" )?class=/, `<article title="${mark}" class=`);
  if (after === before) throw new Error(`${file}: expected an <article class=…> to put a mark on`);
  writeFileSync(file, after);
}
